"""Words in and around the names of places; the places themselves are in `gazetteer`."""

from __future__ import annotations

from tui.analysis.lexicon import word_set

# Last word of a place's name.
PLACE_HEADS = word_set(
    """Airfield Airport Archipelago Arena Ave Ave. Avenue Basin Bay Beach Blvd Blvd. Boulevard
    Bridge Camp Canal Canyon Cape Castle Cathedral Cemetery City Coast Corridor County Creek
    Crescent Crossing Dam Delta Desert District Downs Drive Dunes Falls Field Fjord Forest
    Fort Garden Gardens Glacier Gorge Gulf Harbor Harbour Headland Heights Highlands Highway
    Hill Hills Island Islands Isle Isles Junction Lake Lakes Lane Marina Marsh Meadows
    Memorial Monument Moor Mount Mountain Mountains Oblast Ocean Palace Parish Park Pass Peak
    Peninsula Penitentiary Plain Plains Plateau Platz Plaza Point Pond Port Prefecture Prison
    Province Quay Ranch Ravine Rd. Reef Region Republic Reservoir Ridge River Road Sea Shore
    Shores Speedway Spusk Square St. Stadium Station Strait Straits Strasse Street Terrace
    Territory Tower Towers Town Township Trail Tunnel Valley Village Volcano Ward Waterfall
    Waters Wetlands Wharf Woods Zone"""
)

# First word of a place's name.
PLACE_OPENERS = word_set(
    """Ain Bad Beit Buôn Camp Cape Castel Central Deir East Eastern El Fort Greater Isle Jabal
    Jebel Kafr Kfar Khan Lake Las Loch Los Lough Lower Monte Mount Mt Mt. Nizhny North
    Northern Playa Port Porto Puerto Ras Rio River Saint Sainte San Santa Santo Sao South
    Southern St St. Ste. São Tell Upper Villa Wadi West Western"""
)

# First word of "X of Y" places.
PLACE_OF_OPENERS = word_set(
    """Bay Borough Cape City Commonwealth County District Duchy Emirate Gulf Horn Isle Kingdom
    Lake Lakes Mount Municipality Peninsula Port Principality Province Region Republic River
    Rock Sea State Strait Straits Town Valley Village"""
)

# Before a place more often than before anything else.
PLACE_PREPOSITIONS = word_set("across around in inside near outside throughout within")

# Nouns that tell that the name beside them is a place.
PLACE_NOUNS = word_set(
    """airport area borough capital city coast county district enclave governorate hamlet island
    lake mountain municipality neighborhood neighbourhood peninsula port prefecture province
    region resort river settlement state suburb town valley village"""
)

# Nouns that follow the name of a place.
PLACE_FOLLOWERS = word_set(
    """airport area border capital city coast district harbor harbour hotel island neighborhood
    neighbourhood peninsula port province region residents river square station suburb town
    valley village"""
)

# Before "of" and a place.
PLACE_PARTS = word_set(
    """banks capital center centre coast coasts corner east edge mouth north northeast northwest
    outskirts part parts people residents shores skies slopes south southeast southwest
    streets suburbs towns villages waters west"""
)

# Postal codes of states and territories, as they follow the name of a town.
STATE_CODES = word_set(
    """AK AL AR AZ CA CO CT DC DE FL GA IA ID IL KS KY LA MA MD MI MN MO MS MT NC ND NE NH NJ NM
    NSW NV NY OH PA QLD RI SC SD TN TX UT VA VT WA WI WV WY"""
)

# Common short or old names of countries and bodies, and the name under which they are known.
ALIASES = {
    "U.S.": "United States",
    "US": "United States",
    "U.S": "United States",
    "USA": "United States",
    "U.S.A.": "United States",
    "America": "United States",
    "United States of America": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "U.K": "United Kingdom",
    "Britain": "United Kingdom",
    "Great Britain": "United Kingdom",
    "UAE": "United Arab Emirates",
    "U.A.E.": "United Arab Emirates",
    "Emirates": "United Arab Emirates",
    "USSR": "Soviet Union",
    "Holland": "Netherlands",
    "DRC": "Democratic Republic of Congo",
    "DR Congo": "Democratic Republic of Congo",
    "Kiev": "Kyiv",
    "Turkiye": "Turkey",
    "Türkiye": "Turkey",
    "Bosnia": "Bosnia and Herzegovina",
    "Czechia": "Czech Republic",
    "Hague": "The Hague",
    "D.C.": "Washington",
    "Washington D.C.": "Washington",
    "UN": "United Nations",
    "U.N.": "United Nations",
    "U.N": "United Nations",
    "EU": "European Union",
    "E.U.": "European Union",
}
