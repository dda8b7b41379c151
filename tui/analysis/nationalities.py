"""Nationalities of two words and of two halves; single ones are in `gazetteer`."""

from __future__ import annotations

from tui.analysis.lexicon import word_set

_PHRASES = {
    ("South", "North"): {"Korean", "Koreans", "Vietnamese", "American", "Americans", "Yemeni",
                         "Yemenis", "African", "Africans", "Sudanese", "Ossetian", "Macedonian",
                         "Asian", "Asians", "Macedonians", "Ossetians"},
    ("East", "West", "Eastern", "Western", "Northern", "Southern", "Central"): {
        "German", "Germans", "African", "Africans", "Asian", "Asians", "European", "Europeans",
        "Irish", "American", "Americans", "Bengali", "Timorese"},
    ("Latin", "Native", "Central", "Black", "Asian", "African", "Mexican", "Arab", "Irish",
     "Italian", "Cuban"): {"American", "Americans"},
    ("Sri",): {"Lankan", "Lankans"}, ("Saudi",): {"Arabian", "Arabians"},
    ("New",): {"Zealander", "Zealanders", "Yorker", "Yorkers"},
    ("Puerto", "Costa"): {"Rican", "Ricans"}, ("Hong",): {"Konger", "Kongers"},
    ("Sierra",): {"Leonean", "Leoneans"}, ("Cape",): {"Verdean", "Verdeans"},
    ("Roman",): {"Catholic", "Catholics"}, ("San",): {"Marinese"}, ("Los",): {"Angeleno"},
    ("Greek", "Russian", "Serbian", "Ukrainian", "Eastern", "Ethiopian", "Ultra"): {"Orthodox"},
    ("Liberal",): {"Democrat", "Democrats"}, ("Social",): {"Democrat", "Democrats"},
    ("Christian",): {"Democrat", "Democrats"},
}  # fmt: skip
# Nationalities and the like of two words.
PAIRS = {(a, b) for firsts, seconds in _PHRASES.items() for a in firsts for b in seconds}
# First halves of "Anglo-Dutch" and the like.
COMPOUND = word_set(
    "Anglo Franco Sino Indo Russo Afro Austro Italo Hispano Judeo Greco Euro Luso Serbo"
)
