"""Nationalities of two words and of two halves, and single ones that need their surroundings.

All other single ones are in `gazetteer`.
"""

from __future__ import annotations

from tui.analysis.lexicon import word_set

_PHRASES = {
    ("South", "North"): {"Korean", "Koreans", "Vietnamese", "American", "Americans", "Yemeni",
                         "Yemenis", "African", "Africans", "Sudanese", "Ossetian", "Macedonian",
                         "Asian", "Asians", "Macedonians", "Ossetians"},
    ("East", "West", "Eastern", "Western", "Northern", "Southern", "Central"): {
        "German", "Germans", "African", "Africans", "Asian", "Asians", "European", "Europeans",
        "Irish", "American", "Americans", "Bengali", "Timorese"},
    ("Southeast", "Southeastern", "Northeast", "Sub-Saharan"): {
        "Asian", "Asians", "African", "Africans", "European", "Europeans"},
    ("Middle",): {"Eastern", "Easterner", "Easterners"},
    ("Bosnian",): {"Serb", "Serbs", "Croat", "Croats", "Muslim", "Muslims"},
    ("Crimean", "Volga"): {"Tatar", "Tatars"},
    ("British",): {"Asian", "Asians"}, ("Papua", "Equatorial"): {"Guinean", "Guineans"},
    ("Latin", "Native", "Central", "Black", "Asian", "African", "Mexican", "Arab", "Irish",
     "Italian", "Cuban"): {"American", "Americans"},
    ("Sri",): {"Lankan", "Lankans"}, ("Saudi",): {"Arabian", "Arabians"},
    ("New",): {"Zealander", "Zealanders", "Yorker", "Yorkers"},
    ("Puerto", "Costa"): {"Rican", "Ricans"}, ("Hong",): {"Konger", "Kongers"},
    ("Sierra",): {"Leonean", "Leoneans"}, ("Cape",): {"Verdean", "Verdeans"},
    ("Roman",): {"Catholic", "Catholics"}, ("San",): {"Marinese"}, ("Los",): {"Angeleno"},
    ("Greek", "Russian", "Serbian", "Ukrainian", "Eastern", "Ethiopian", "Ultra"): {"Orthodox"},
    ("Liberal", "Lib"): {"Democrat", "Democrats", "Dem", "Dems"},
    ("Social",): {"Democrat", "Democrats"},
    ("Christian",): {"Democrat", "Democrats"},
}  # fmt: skip
# Nationalities and the like of two words.
PAIRS = {(a, b) for firsts, seconds in _PHRASES.items() for a in firsts for b in seconds}
# First halves of "Anglo-Dutch" and the like.
COMPOUND = word_set(
    "Anglo Franco Sino Indo Russo Afro Austro Italo Hispano Judeo Greco Euro Luso Serbo"
)
# First halves of "African-American" and the like, which are one.
HYPHENATED = word_set("African Asian Mexican Cuban Italian Irish Arab Latin Japanese Chinese")
# Followers and peoples, of whom the word is often written small where it means something else.
PEOPLES = word_set(
    """Brits Aussies Kiwis Bosniak Bosniaks Kosovan Kosovans Evangelicals Socialists
    Conservatives Liberals Unionists Republicans Loyalists Greenlandic Greenlander Greenlanders
    Faroese Berliners Viennese Floridians Virginians Ohioans Californians"""
)
# Adjectives that name a group only inside a sentence and before what belongs to it.
BEFORE_NOUNS = word_set("Democratic Conservative Western Orthodox Socialist Unionist Baltic")
