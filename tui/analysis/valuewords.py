"""Word classes for dates, times, sums and shares: one letter for each kind of token.

`D` weekday, `W` short weekday, `M` month, `N` month that is also a word, `R` short month, `S`
season, `X` feast, `Q` Day or Eve after a feast, `T` part of the day, `K` noon, `k` dawn, `Y`
yesterday, `J` tonight, `A` a.m., `Z` time zone, `O` o'clock, `u` day and longer, `U` century and
quarter, `v` hour and shorter, `l` last, next, this, `2` that, `8` same, other, `g` ago, earlier,
later, `b` before, after, `e` early, late, end, `7` ended, ending, `6` fiscal, `t` the, `f` of, `i`
at, by, since, `I` in, during, for, `r` about, shortly, `1` more, less, `&` to, or, `+` and, `w`
number word, `z` half, `a` a, `o` ordinal word, `9` the nineties and the like, `x` -th after
figures, `s` -s after figures, `H` hundreds, `m` million, bn, `$` currency sign, `F` currency code,
`G` currency code and figures in one, `B` such a code of one letter, `^` letters before a currency
sign, `c` currency word, `C` cents, `p` pounds (a sum only with a magnitude), `%` percent, `P` per,
`j` cent, `E` nationality before a currency word, `n` figures, `d` figures 1 to 31, `y` figures 1000
to 2199, `L` a date in figures with stops, `h` clock time, `4` Q3, `5` FY24, `V` a sign for a
fraction, `-` hyphen or dash, `/ , (` themselves, `_` full stop, `q` apostrophe, `=` all but the
first token of a phrase, which has the class of the phrase, `.` all else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLASSES = {
    "D": """Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays
        Thursdays Fridays Saturdays Sundays Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Sat.
        MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY""",
    "M": """January February April June July August September October November December Jan. Feb.
        Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. JANUARY FEBRUARY APRIL JUNE JULY AUGUST
        SEPTEMBER OCTOBER NOVEMBER DECEMBER""",
    "W": "Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun",
    "R": "Jan Feb Apr Jul Aug Sep Sept Oct Nov Dec Mar",
    "N": "March May MARCH MAY",
    "S": "spring summer autumn winter Spring Summer Autumn Winter midsummer midwinter",
    "X": """Christmas Easter Ramadan Thanksgiving Halloween Hanukkah Passover Diwali Pentecost
        Eid Epiphany Hogmanay Whitsun Juneteenth Purim Nowruz Kwanzaa""",
    "Q": "Day Eve Sunday Monday Friday",
    "T": "morning afternoon evening night mornings afternoons evenings nights morning's",
    "K": "noon midnight midday Noon Midnight Midday noontime lunchtime",
    "k": "dawn dusk sunrise sunset nightfall daybreak sundown",
    "Y": "yesterday today tomorrow Yesterday Today Tomorrow",
    "J": "tonight Tonight overnight Overnight",
    "A": "a.m. p.m. a.m p.m am pm A.M. P.M. AM PM",
    "Z": """GMT UTC EST EDT ET PST PDT CST CDT BST CET CEST EET MSK IST JST AEST SAST WAT EAT
        HKT""",
    "O": "o'clock o’clock",
    "u": """day days week weeks month months year years decade decades fortnight weekend weekends
        fortnights season semester""",
    "U": "century centuries quarter quarters millennium",
    "v": "hour hours hrs minute minutes second seconds moments",
    "l": "last next this past coming previous following Last Next This Past these recent current",
    "2": "that That",
    "8": "same other",
    "7": "ended ending starting",
    "6": "fiscal financial Fiscal Financial",
    "1": "more less fewer More Less Fewer",
    "g": "ago earlier later Earlier Later",
    "b": "before after",
    "e": """early late mid end beginning start middle Early Late Mid End Mid- later earlier
        mid-""",
    "t": "the The",
    "f": "of",
    "i": """by since until till from between at Since By Until From At Between""",
    "I": """in during for In During For on On through throughout within than as with""",
    "r": """about around nearly almost roughly approximately some just over under shortly soon
        About Around Nearly Almost Roughly Some Just Over Under Shortly Soon well exactly""",
    "&": "to or",
    "+": "and",
    "w": """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
        several few couple dozen many zero One Two Three Four Five Six Seven Eight Nine Ten Eleven
        Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty Thirty Forty
        Fifty Sixty Seventy Eighty Ninety Several Zero""",
    "z": "half Half",
    "a": "a an A An",
    "o": """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
        thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        thirtieth final First Second Third Fourth""",
    "9": "twenties thirties forties fifties sixties seventies eighties nineties",
    "x": "st nd rd th",
    "s": "s",
    "H": "hundreds thousands millions billions trillions tens dozens Hundreds Thousands Millions",
    "m": """hundred thousand million billion trillion mn bn tn m b k K M B lakh crore crores lakhs
        mln bln trn trln quadrillion""",
    "$": "$ € £ ¥ ₹ ₦ ₽ ₩ ₪ ₺ ₴ ฿ ₫ ₱ ₲ ₵ ₡ ₸ ₼ ₾ ¢",
    "F": """Rs Rs. USD EUR GBP JPY CHF CNY RMB AUD CAD NZD SGD HKD INR PKR KSh Ksh KES Sh Shs TSh
        USh UGX NGN GHS ZAR EGP AED QAR SAR ILS NIS SEK NOK DKK PLN CZK HUF RUB UAH BRL MXN ARS
        PHP Php MYR RM IDR Rp THB VND BDT Tk Dh Dhs""",
    "c": """dollar dollars euro euros rupee rupees rouble roubles ruble rubles yen yuan renminbi
        franc francs krona kronor krone kroner peso pesos shekel shekels dirham dirhams riyal riyals
        rial rials lira liras dinar dinars shilling shillings baht ringgit rupiah naira cedi cedis
        zloty zlotys forint forints hryvnia hryvnias real reais taka dong kwacha birr lev leva
        leu lei koruna kroons bolivars bolívares guaraní bitcoin sterling""",
    "C": "cents cent pence penny",
    "p": "pound pounds won rand pula crowns",
    "%": "% percent pct pc bps bp",
    "P": "per Per",
    "j": "cent",
    "E": """US U.S. American Canadian Australian Swiss Hong Kong New Zealand Singapore Mexican
        Kenyan Nigerian Egyptian Turkish Danish Swedish Norwegian Israeli Saudi Russian Argentine
        Chilean Colombian Philippine Jamaican Tunisian Kuwaiti Emirati Iraqi Iranian Indian
        Pakistani Ugandan Tanzanian Brazilian Taiwanese Chinese Japanese South North Korean African
        British Czech Polish Hungarian Romanian Bulgarian Serbian Ukrainian Georgian Icelandic Thai
        Vietnamese Malaysian Indonesian Sri Lankan Bangladeshi Nepalese Ghanaian Zambian Ethiopian
        Zimbabwean Namibian Moroccan Algerian Libyan Syrian Lebanese Jordanian Qatari Omani Bahraini
        Peruvian Bolivian Uruguayan Venezuelan Cuban Dominican""",
    "-": "- – — ‑",
    "/": "/",
    ",": ",",
    "(": "(",
    "_": ".",
    "q": "' ’ ‘",
    "V": "½ ¼ ¾ ⅓ ⅔",
}

_CODES = {word: code for code, words in _CLASSES.items() for word in words.split()}
# Where a word stands in two classes above, the first named here counts.
_CODES |= dict.fromkeys(("March", "May", "MARCH", "MAY"), "N")
_CODES |= dict.fromkeys(("Monday", "Friday", "Sunday"), "D")
_CODES |= dict.fromkeys(("later", "earlier"), "g") | {"cent": "j", "second": "o", "m": "m"}
# Letters that stand before a currency sign: US$, A$, HK$, R$.
SIGN_PREFIXES = word_set("US A C HK NZ S R AU CA NT Z T J MX AR Can GH")

# Phrases that are one thing, by their class; "'" stands for every apostrophe.
_PHRASES = {
    "X": """New Year 's Day|New Year 's Eve|New Year|Lunar New Year|Chinese New Year|
        Valentine 's Day|Boxing Day|May Day|Labor Day|Labour Day|Memorial Day|Independence Day|
        Bastille Day|Republic Day|Victory Day|Armistice Day|Remembrance Day|Remembrance Sunday|
        Veterans Day|Presidents Day|Presidents ' Day|Columbus Day|Canada Day|Australia Day|
        Anzac Day|Election Day|Mother 's Day|Father 's Day|Women 's Day|St Patrick 's Day|
        St. Patrick 's Day|All Saints Day|All Saints ' Day|Good Friday|Easter Sunday|
        Easter Monday|Palm Sunday|Ash Wednesday|Shrove Tuesday|Maundy Thursday|Holy Week|
        Holy Thursday|Holy Saturday|Whit Sunday|Whit Monday|Yom Kippur|Rosh Hashanah|
        Eid al - Fitr|Eid al - Adha|Bonfire Night|Burns Night|Twelfth Night""",
    "Z": """local time|Local Time|Eastern time|Eastern Time|Eastern Standard Time|
        Eastern Daylight Time|Central time|Central Time|Central European Time|Mountain time|
        Mountain Time|Pacific time|Pacific Time|Pacific Standard Time|Pacific Daylight Time|
        Greenwich Mean Time|British Summer Time|Moscow time|Beijing time|Tokyo time|London time""",
    "T": "early hours|small hours|wee hours",
    "%": """percentage point|percentage points|percentage - point|basis point|basis points|
        basis - point""",
}
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _code, _phrases in _PHRASES.items():
    for _phrase in sorted(_phrases.split("|"), key=len, reverse=True):
        for _words in {tuple(_phrase.split()), tuple(_phrase.upper().split())}:
            _BY_FIRST.setdefault(_words[0], []).append((_words, _code))

_JOINED = re.compile(
    r"(?P<G>(?:Rs|RM|Rp|Sh|Shs|KSh|Ksh|TSh|USh|Tk|Dhs?|NIS|Php|USD|EUR|GBP|JPY|CHF|CNY|AUD|CAD|INR)"
    r"\d+(?:k|m|mn|bn|tn|trn)?|[NRPK]\d+(?:m|mn|bn|tn|trn))|(?P<B>[NRPK]\d+)"
)
_QUARTER = re.compile(r"[QH][1-4]")
_FISCAL = re.compile(r"FY(?:\d\d|20\d\d)")
_STOPPED_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:[12]\d)?\d\d")


opens_phrase = _BY_FIRST.__contains__


def phrase_at(texts: Sequence[str], place: int) -> tuple[int, str]:
    """Return how many tokens the phrase has that begins somewhere, and its class.

    Args:
        texts: Tokens of the document.
        place: Where the phrase would begin, at a word that opens one.

    Returns:
        0 and an empty string where none begins.
    """
    for words, code in _BY_FIRST[texts[place]]:
        found = texts[place : place + len(words)]
        if len(found) == len(words) and all(
            one.replace("’", "'") == word for one, word in zip(found, words, strict=True)
        ):
            return len(words), code
    return 0, ""


_CALENDAR = "DMNRSX"


def is_of_calendar(word: str) -> bool:
    """Tell whether a word that stands apart names a day, a month, a season or a feast."""
    return code_of(word, glued=False) in _CALENDAR


def code_of(word: str, *, glued: bool) -> str:
    """Return the class of a token.

    Args:
        word: The token.
        glued: Whether it follows the token before it without a space.
    """
    head = word[0]
    if head.isdigit():
        return _figures(word)
    code = _CODES.get(word) or (_code_of_capital(word) if head.isupper() else ".")
    if code in "xs" and not glued:
        return "."
    if len(word) == 1:
        if word in "pc" and glued:
            return "C"
        if code == "m" and not glued:
            return "."
    return code


def _code_of_capital(word: str) -> str:
    """Class of a word with a capital that stands in no list as it is written."""
    if not word.isalpha():
        if joined := _JOINED.fullmatch(word):
            return joined.lastgroup or "."
        if _QUARTER.fullmatch(word):
            return "4"
        if _FISCAL.fullmatch(word):
            return "5"
    if len(word) > 1 and word.isupper():
        # Headlines in capitals.
        return _CODES.get(word.lower()) or _CODES.get(word.title()) or "."
    return "."


def _figures(word: str) -> str:
    if word.isdecimal():
        size = len(word)
        if size <= 2 and 0 < int(word) <= 31:
            return "d"
        if size == 4 and "1000" <= word < "2200":
            return "y"
        return "n"
    if word.count(".") == 2 and _STOPPED_DATE.fullmatch(word):
        return "L"
    hours, _, minutes = word.partition(":")
    if len(minutes) == 2 and len(hours) <= 2 and (hours + minutes).isdecimal():
        return "h" if int(hours) <= 24 and int(minutes) < 60 else "n"
    return "n"
