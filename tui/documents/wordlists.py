"""Words the rules on sentences, datelines and bylines look at, in the English of news.

Compiled from the style of British and American papers.
"""

from __future__ import annotations


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _lines_of(names: str) -> frozenset[str]:
    return frozenset(name.strip() for line in names.splitlines() for name in line.split(","))


TITLES = _set_of(
    """
    Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Profs Hon Rev Revs Fr Msgr Mgr
    Gen Gens Lt Col Maj Capt Cmdr Cdr Comdr Adm Brig Sgt Cpl Pvt Pfc Spc Pte Cpt Ens
    Sen Sens Rep Reps Gov Govs Pres Amb Atty Cllr Ald Asst Assoc Supt Insp Det Sec Mt Ft
    vs v cf viz
    """
)
"""Followed by a name or a word they belong to: never the end of a sentence."""

ENDINGS = _set_of(
    """
    Inc Corp Co Cos Ltd Bros Plc Pty Assn Dept Univ Intl Mfg Jr Sr Esq St Ste Ave Blvd Rd Hwy
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Tue Tues Wed Weds Thu Thur Thurs Fri
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb
    Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Ont Que
    al ed eds
    """
)
"""May end a sentence: they do where a word follows that opens sentences."""

BEFORE_NUMBERS = _set_of(
    """
    No Nos no nos p pp P Pp Vol vol Vols Fig fig Figs Art art Ch ch para Para c ca circa Rs
    Sec Sect sec approx est ext Ext tel Tel Ave St Hwy Apt Jan Feb Mar Apr Jun Jul Aug Sep Sept
    Oct Nov Dec Op op
    """
)
"""Belong to the number after them."""

OPENERS = _set_of(
    """
    The A An This That These Those He She It We They I You His Her Its Our Their My Your
    But And Or So Yet Nor In On At By For From With Without After Before Since Until While When
    Where Why How What Who Which Whether If Although Though Because As Of To However Meanwhile
    Moreover Nevertheless Instead Also Still Then There Here Now Some Many Most Few All Both Each
    Every Another Other Others Several Such No Not Only Just Even More Less About Over Between
    Among Against During Despite Within Through Throughout Across According Asked Speaking Is Was
    Were Are Did Do Does Has Have Had Would Can Could Should Might Must Let Once One Nobody Nothing
    Everyone Someone Anyone Neither Either Unlike Like Following Perhaps Maybe Nearly Almost
    Earlier Later Last Today Yesterday Tomorrow
    """
)
"""Capitalised only because they open a sentence."""

AFTER_TIMES = _set_of(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
    July August September October November December Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET CEST IST JST AEST AEDT Eastern
    Central Pacific Mountain Greenwich Easter Christmas New Moscow Beijing London Tokyo
    """
)
"""Capitalised words that go on after `a.m.` and `p.m.`."""

SHOUTED_NAMES = _set_of(
    """
    Yahoo Walla Jeopardy Yum Joomla Wham Oliver Oklahoma Airplane Rouge Mia Ahoy Kahoot Taboola
    """
)
"""Last words of names that are written with an exclamation mark."""

NAME_ENDINGS = _set_of(
    """
    News Inc Corp Co Ltd Brands Group Magazine Network Networks TV Television Radio Media Sports
    Finance Japan Mail Messenger Entertainment Online Weekly Website Holdings Records Studios
    Productions Foods Games Theatre Theater Festival Party
    """
)
"""Words that go on with a name after its exclamation or question mark."""

REPORTING_VERBS = _set_of(
    """
    said says say asked asks wondered wonders shouted shouts cried cries exclaimed exclaims yelled
    yells screamed screams called replied replies answered answers demanded demands added adds
    wrote writes tweeted tweets posted joked jokes quipped quips told tells chanted chants sang
    laughed recalled recalls remarked retorted snapped declared inquired enquired queried pleaded
    whispered muttered growled roared thundered bellowed insisted warned urged continued concluded
    """
)
"""Verbs that follow a quote and its speaker."""

AGENCIES = _lines_of(
    """Reuters, Thomson Reuters, AP, Associated Press, The Associated Press, AFP
    Agence France-Presse, UPI, DPA, dpa, EFE, ANSA, TASS, Tass, Interfax, Xinhua, Kyodo, Kyodo News
    Yonhap, Jiji Press, Bernama, Antara, APP, PTI, Press Trust of India, ANI, IANS, UNI, PA
    PA Media, AAP, NAN, CP, Canadian Press, The Canadian Press, Anadolu, Anadolu Agency, WAM, MENA
    SANA, IRNA, KCNA, Ukrinform, Belga, CNN, BBC, BBC News, NPR, VOA, RFE/RL, DW, Deutsche Welle
    Al Jazeera, Bloomberg, Dow Jones, PRNewswire, Business Wire, Agencies"""
)
"""News agencies and broadcasters that stand in datelines and bylines without more words."""

PLAIN_LABELS = _set_of(
    """
    alert analysis answer breaking comment correction editor editorial exclusive explainer explained
    fact factbox feature interview live must note opinion photo photos q question quote read review
    reader report scoop spoiler summary tip update updated verdict video warning watch
    """
)
"""First words, in lower case, of labels that stand before a story like a dateline."""

ROLES = _set_of(
    """
    editor editors correspondent correspondents reporter reporters writer writers columnist staff
    analyst critic contributor producer photographer bureau desk
    """
)
"""Words in lower case that make what follows a name in a byline an office, not a publisher."""

RANKS = _set_of(
    """
    affairs business chief crime crimes culture defence defense deputy diplomatic economics
    education energy environment environmental europe european executive features finance foreign
    global health home industry international investigations legal local media medical middle east
    national news our political politics religion royal science security senior social special
    sport sports technology transport travel us washington white house world the and of for
    """
)
"""Words in lower case that stand before such an office."""

PARTICLES = _set_of("al bin da de del der di du el ibn la le of ten ter the van von")
"""Small words inside names."""
