"""Word classes for dates, times, sums and shares: one letter for each kind of token.

`D` weekday, `M` month, `N` month that is also a word, `R` short month, `S` season, `X` feast, `Q`
Day or Eve after a feast, `T` part of the day, `K` noon, `k` dawn, `Y` yesterday, `J` tonight, `A`
a.m., `Z` time zone, `O` o'clock, `u` day and longer, `U` century and quarter, `v` hour and shorter,
`l` last, next, this, `g` ago, earlier, later, `b` before, after, `e` early, late, end, `t` the, `f`
of, `i` at, by, since, `I` in, during, for, `r` about, shortly, `&` to, or, `+` and, `w` number
word, `a` a, `o` ordinal word, `x` -th after figures, `s` -s after figures, `H` hundreds, `m`
million, bn, `$` currency sign, `F` currency code, `^` letters before a currency sign, `c` currency
word, `C` cents, `p` pounds (a sum only with a magnitude), `%` percent, `P` per, `j` cent, `E`
nationality before a currency word, `n` figures, `d` figures 1 to 31, `y` figures 1000 to 2199, `h`
clock time, `-` hyphen or dash, `/ , (` themselves, `.` all else.
"""

from __future__ import annotations

from tui.analysis.lexicon import word_set

_CLASSES = {
    "D": """Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays
        Thursdays Fridays Saturdays Sundays Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Sat.
        MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY""",
    "M": """January February April June July August September October November December Jan. Feb.
        Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. JANUARY FEBRUARY APRIL JUNE JULY AUGUST
        SEPTEMBER OCTOBER NOVEMBER DECEMBER""",
    "R": "Jan Feb Apr Jul Aug Sep Sept Oct Nov Dec Mar",
    "N": "March May MARCH MAY",
    "S": "spring summer autumn winter Spring Summer Autumn Winter midsummer midwinter",
    "X": """Christmas Easter Ramadan Thanksgiving Halloween Hanukkah Passover Diwali Pentecost
        Eid Epiphany Hogmanay Whitsun Juneteenth Purim Nowruz Kwanzaa Rosh-Hashanah""",
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
    "v": "hour hours minute minutes second seconds",
    "l": "last next this past coming previous following Last Next This Past these recent current",
    "g": "ago earlier later Earlier Later",
    "b": "before after",
    "e": """early late mid end beginning start middle Early Late Mid End Mid- later earlier
        mid-""",
    "t": "the The",
    "f": "of",
    "i": """by since until till from between at Since By Until From At Between""",
    "I": """in during for In During For on On through throughout within than as with""",
    "r": """about around nearly almost roughly approximately some just over under shortly soon
        About Around Nearly Almost Roughly Some Just Shortly well exactly""",
    "&": "to or",
    "+": "and",
    "w": """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
        several few couple dozen many half One Two Three Four Five Six Seven Eight Nine Ten Eleven
        Twelve Several Twenty Thirty Forty Fifty""",
    "a": "a an A An",
    "o": """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
        thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        thirtieth final First Second Third Fourth""",
    "x": "st nd rd th",
    "s": "s",
    "H": "hundreds thousands millions billions trillions tens dozens Hundreds Thousands Millions",
    "m": """hundred thousand million billion trillion mn bn tn m b k K M B lakh crore crores lakhs
        mln bln quadrillion""",
    "$": "$ € £ ¥ ₹ ₦ ₽ ₩ ₪ ₺ ₴ ฿ ₫ ₱ ₲ ₵ ₡ ₸ ₼ ₾",
    "F": """Rs Rs. USD EUR GBP JPY CHF CNY RMB AUD CAD INR KSh Ksh NGN ZAR SEK NOK DKK PLN""",
    "c": """dollar dollars euro euros rupee rupees rouble roubles ruble rubles yen yuan renminbi
        franc francs krona kronor krone kroner peso pesos shekel shekels dirham dirhams riyal riyals
        rial rials lira liras dinar dinars shilling shillings baht ringgit rupiah naira cedi cedis
        zloty zlotys forint forints hryvnia hryvnias real reais taka dong kwacha birr lev leva
        leu lei koruna kroons bolivars bolívares guaraní bitcoin sterling""",
    "C": "cents cent pence penny",
    "p": "pound pounds won rand pula crowns",
    "%": "% percent pct pc percentage",
    "P": "per Per",
    "j": "cent",
    "E": """US U.S. American Canadian Australian Swiss Hong Kong New Zealand Singapore Mexican
        Kenyan Nigerian Egyptian Turkish Danish Swedish Norwegian Israeli Saudi Russian Argentine
        Chilean Colombian Philippine Jamaican Tunisian Kuwaiti Emirati Iraqi Iranian Indian
        Pakistani Ugandan Tanzanian Brazilian Taiwanese""",
    "-": "- – — ‑",
    "/": "/",
    ",": ",",
    "(": "(",
}

_CODES = {word: code for code, words in _CLASSES.items() for word in words.split()}
# Where a word stands in two classes above, the first named here counts.
_CODES |= dict.fromkeys(("March", "May", "MARCH", "MAY"), "N")
_CODES |= dict.fromkeys(("Monday", "Friday", "Sunday"), "D")
_CODES |= dict.fromkeys(("later", "earlier"), "g") | {"cent": "j", "second": "o", "m": "m"}
# Letters that stand before a currency sign: US$, A$, HK$, R$.
SIGN_PREFIXES = word_set("US A C HK NZ S R AU CA NT Z T J MX AR Can")


def code_of(word: str, *, glued: bool) -> str:
    """Return the class of a token.

    Args:
        word: The token.
        glued: Whether it follows the token before it without a space.
    """
    head = word[0]
    if head.isdigit():
        return _figures(word)
    code = _CODES.get(word, ".")
    if code in "xs" and not glued:
        return "."
    if len(word) == 1:
        if word == "p" and glued:
            return "C"
        if code == "m" and not glued:
            return "."
    return code


def _figures(word: str) -> str:
    if word.isdecimal():
        size = len(word)
        if size <= 2 and 0 < int(word) <= 31:
            return "d"
        if size == 4 and "1000" <= word < "2200":
            return "y"
        return "n"
    hours, _, minutes = word.partition(":")
    if len(minutes) == 2 and len(hours) <= 2 and (hours + minutes).isdecimal():
        return "h" if int(hours) <= 24 and int(minutes) < 60 else "n"
    return "n"
