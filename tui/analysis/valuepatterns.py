"""Patterns of dates, times, sums and shares over the word classes of `valuewords`.

All are of bounded length, so that looking for them takes a time linear in the length of the text.
"""

from __future__ import annotations

from tui.analysis.model import Label

# "a few", "twenty-five", "10", "a", "hundreds of", "two and a half"; "more than", "nearly".
_COUNT = r"(?:w\+az|aw[fm]?|w-?w|[ndw]m?|af?|Hf?)"
_ABOUT = r"(?:1I|r){0,2}"
_SUM = (
    r"(?:w\+az(?=-?m)|[wa]m\+w(?:-?w)?|zam|za(?=[%P])|awf?|w(?:-?w)?|[ndy]V?|a(?=m)|z(?=-?[m%P]))"
    r"(?:-?m){0,2}"
)
_MONTH = "[MNR]"
_DAY = r"(?:dx?(?:[-&+]dx?)?(?![-]?[m%cCpAuv]))"
_DATE = (
    rf"(?:[DW],?t?)?(?:{_MONTH}{_DAY}(?:,?y)?|(?:tdxf|dxf|dx|d(?:[-&+]d)?){_MONTH}(?:,?y)?)"
    rf"|(?:t?e-?f?)?{_MONTH},?y(?![%m])"
)
_WHEN = rf"(?:{_DATE}|{_MONTH}|t?(?:e-?)?(?:l|t)[uS]|y)"
CLOCK_WORDS = r"(?:a?[Uz]-?[l&]|[wd]l|(?<=i)w&)[wd](?:ItT)?"
YEARS = r"y[-/](?:y|d|n)|(?:e-?)?y"
DAYS_AGO, HOURS_AGO = r"r?ug", r"r?vg"
SEASON = r"(?<=[iIfr])t[Su]"
THAT_DAY, THAT_NIGHT = r"(?:2|t8)u", r"(?:2|t8)T"
MILITARY = r"(?<=i)[hny]v(?!g)"
YEAR_END = r"(?<=[iI])u-e"
DECADES = r"t?(?:e-?)?(?:y|q?[nd])s"
_MONEY_WORD = r"E{0,2}(?:[cC]|pc)|E{1,2}p"
_PERCENT = r"(?:-?%=*|Pj|-P-j)"
# Nowhere here does a value begin; most tokens are passed over by this alone.
HOPELESS = r"(?![.fiIb&+xsAZOTjcCpPQ%,(/_=-]|[tagreolwznd1286HuUvF$^qVBW]\.)"
# The first alternative that fits counts; what begins with a figure is tried as a sum first.
PATTERNS = (
    (Label.MONEY, rf"(?:\^?\$|F){_SUM}(?:[-&](?:\^?\$)?{_SUM}(?!-?[%u]))?c?"),
    (Label.MONEY, r"G(?:[,_][nd])?(?:-?m){0,2}|B(?:,n|(?:_[nd])?-?m)"),
    (
        Label.PERCENT,
        rf"(?:{_SUM}{_PERCENT}?[-&]|{_SUM}\+)?{_SUM}{_PERCENT}|[nd]fa%=",
    ),
    (Label.PERCENT, rf"(?:[wda]-?)?Uf[aw]{_PERCENT}|a?U{_PERCENT}|a?zf?w?{_PERCENT}"),
    (Label.MONEY, r"(?:[wda]-?)UfamE{0,2}[cCp]"),
    (
        Label.MONEY,
        rf"(?:{_SUM}[-&])?{_SUM}(?:{_MONEY_WORD}|j|[F$](?![ndyw]))(?!-)|{_SUM}-[cCj]|(?<!-)m-[cp]",
    ),
    (Label.MONEY, r"(?:w\+azm|wam|[ndyw]-?m{1,2}|zam|am|zm)-?E{0,2}p"),
    (Label.MONEY, r"[Hm]f(?:Hf)?E{0,2}[cCp]"),
    (Label.MONEY, r"ac(?=[aP,_]|$)"),
    (Label.DATE, r"y-[dn]-[dn]|y/[dn]/[dn]|[dn]/[dn]/[ydn]|d-[MRN]-[ydn]|L"),
    (Label.TIME, r"(?:rb?)?(?:[dhnw][-&])?[dhnw]A(?:-[dhnw]A)?(?:,?Z=*)?"),
    (Label.TIME, r"[hny]Z=*"),
    (Label.TIME, MILITARY),
    (Label.TIME, r"[dw]O(?:ftT|ItT|2T)?"),
    (Label.TIME, r"rbh|h"),
    (Label.TIME, CLOCK_WORDS),
    (Label.TIME, r"(?<=[ir])[wd]ItT"),
    (Label.TIME, r"(?:rb?)?d?K|rb?k|(?<=[ib])k"),
    (Label.TIME, rf"tT=?f(?:{_DATE}|D)|(?<=[iI])tT="),
    (Label.TIME, r"(?:e-?|g)?(?:D|Y|t?l)T"),
    (Label.TIME, r"J"),
    (Label.TIME, rf"{_ABOUT}(?:za|{_COUNT})-?vg"),
    (Label.DATE, rf"tu(?:7|&|e|f){_DATE}|t(?:{_COUNT}-?[uU]|[uU])(?:7|&)(?:{_DATE}|{_MONTH})"),
    (Label.DATE, rf"t?(?:o|l)uf(?:{_DATE}|{_MONTH}|tl?u)"),
    (Label.DATE, rf"t?o-?zf(?:{_WHEN}|t?6u?y?)"),
    (Label.DATE, r"e-&-e-?[MN]"),
    (Label.DATE, _DATE),
    (Label.DATE, r"tM-[MN]U"),
    (Label.DATE, r"(?:t|l)?6u(?:y(?:[-/][ydn])?)?|(?:e-?)?6y(?:[-/][ydn])?"),
    (Label.DATE, r"4(?:f?y|flu)?|5(?:[-/][ydn])?"),
    (Label.DATE, r"t?(?:e-?|gI?)?t?l(?:" + _COUNT + r")?(?:[uSU]|D)"),
    (Label.DATE, r"[ge]Itu|g(?:2|t8)u"),
    (Label.DATE, r"t?ef(?:t|l|tl)[uU]"),
    (Label.DATE, rf"{_ABOUT}(?:(?:za|aUfa|{_COUNT})-?[uU]|au\+az)g"),
    (Label.DATE, rf"{_COUNT}[uU](?=b)"),
    (Label.DATE, r"tub(?:Y|l|(?=[,_]|$))"),
    (Label.DATE, YEAR_END),
    (Label.DATE, DECADES),
    (Label.DATE, r"t(?:e-?)?9"),
    (Label.DATE, r"t?(?:e-?)?(?:o|dx(?:[+&]dx)?)-?U(?!-[^_])(?:f(?:tl?u|lu|y|6y))?"),
    (Label.DATE, r"(?:l|e-?)?X=*(?:s?Q|D)?"),
    (Label.DATE, r"(?:e-?)?D"),
    (Label.DATE, r"(?:t?e-?f?|l)[MN]|M|(?<=[iIf&])N|(?<=[MRN][+,&-])N"),
    (Label.DATE, r"t?Sf?y(?:[-/][dny])?"),
    (Label.DATE, r"t?Sftlu|t?Sflu"),
    (Label.DATE, r"t?ef[yt]s?(?<=[ys])"),
    (Label.DATE, YEARS),
    (Label.DATE, r"Y"),
    (Label.DATE, DAYS_AGO),
    (Label.TIME, HOURS_AGO),
    (Label.DATE, THAT_DAY),
    (Label.TIME, THAT_NIGHT),
    (Label.DATE, SEASON),
)
