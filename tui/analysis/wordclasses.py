"""Closed word classes of English and short lists of open ones, for reading phrases in news.

Written from general knowledge of English grammar; the open classes (verbs, nouns for people,
bodies and documents) hold what is frequent in reporting and make no claim to be complete.
"""

from __future__ import annotations

from functools import lru_cache


def word_set(words: str) -> frozenset[str]:
    """The words that stand between blanks in a string."""
    return frozenset(words.split())


DETERMINERS = word_set(
    "the a an this these those some any no every each another several many few both all most more "
    "fewer less other such half one two three four five six seven eight nine ten eleven twelve "
    "dozens hundreds thousands scores neither either enough much"
)
NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
    "sixty seventy eighty ninety half a dozen dozens hundreds thousands"
)
ALONE = word_set(
    "this these those some any each another several many few all both most one two three four "
    "five six seven eight nine ten dozens hundreds thousands neither either more others none"
)
POSSESSIVES = word_set("his her its their our my your whose")
OBJECTS = {"him": "he", "her": "she", "them": "they"}
"""Pronouns as objects, to the same as subjects."""
PRONOUNS = OBJECTS | {"his": "he", "their": "they", "its": "it"}
"""Pronouns as objects and possessors, to the same as subjects."""
SUBJECTS = word_set("he she they it i we you there everyone everybody nobody someone nothing")
RELATIVES = word_set("who which whom")
CONJUNCTIONS = word_set("and or but nor")
SUBORDINATORS = word_set(
    "because although though while whereas whilst when if since until unless whether where how "
    "why what once as that lest so than"
)
QUESTIONS = word_set("whether why how what who when where if which")
PREPOSITIONS = word_set(
    "of in on at by for from to with without about after before during under over into onto "
    "between among amid amidst against through throughout across near outside inside within "
    "beyond behind beside besides despite following regarding concerning including since until "
    "towards toward upon via per like off above below around along except than alongside as given "
    "unlike"
)
BE = word_set("is are was were be been being am 's 're 'm isn't aren't wasn't weren't")
HAVE = word_set("has have had having 've hasn't haven't hadn't")
DO = word_set("do does did doesn't don't didn't")
MODALS = word_set(
    "will would can could may might shall should must ought cannot can't couldn't won't wouldn't "
    "shouldn't mustn't 'll 'd"
)
AUXILIARIES = BE | HAVE | DO | MODALS
ADVERBS = word_set(
    "also again later earlier then now already once just still even often sometimes always soon "
    "today yesterday tomorrow tonight instead though however therefore meanwhile since ever only "
    "too further thus perhaps almost nearly about quickly first previously long simply rather "
    "quite very both all together merely nonetheless nevertheless likewise elsewhere afterwards "
    "afterward thereafter ago back out up down on twice never yet famously online aloud please"
)
DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = word_set(
    "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sept sep oct nov dec"
)
TIME_WORDS = DAYS | MONTHS | word_set("today yesterday tomorrow tonight overnight")
TIME_NOUNS = word_set(
    "week weeks month months year years day days night morning afternoon evening weekend hour "
    "hours minutes spring summer autumn fall winter noon midnight"
)
TIME_OPENERS = word_set("last this next late early earlier that the same one two three")
ORDINARY_ED = word_set(
    "united limited red bed shed hundred kindred sacred naked wicked rugged need feed speed seed "
    "breed deed indeed embed bloodshed infrared unprecedented so-called armed alleged aged "
    "proposed fixed mixed aforementioned experienced supposed skilled talented married unnamed "
    "unmanned registered retired hatred"
)

IRREGULAR_PASTS = word_set(
    "went came took made got gave found saw knew became began left brought kept held wrote stood "
    "ran set met paid led grew lost fell sent built spent won rose spoke drew chose broke wore "
    "threw drove bought sold caught taught fought felt meant dealt hit cut put shut let hurt cost "
    "beat bet spread shot struck flew hid rode shook sank sang swam swore tore woke wound bore "
    "bound bred burnt crept dug fed fled hung lay lent lit slid slept slipped sought spun stole "
    "stuck stung swept swung thought understood undertook withdrew withstood overcame overtook "
    "foresaw forgot forgave froze blew ate drank did had was were sat bent laid shrank sprang"
)

POSTPOSED = word_set(
    "seen given taken written known shown drawn chosen spoken driven held sent found seized sworn "
    "brought bought caught built born hurt hit left made run thrown torn worn stolen hidden "
    "familiar close aware present responsible"
)
"""Words after a noun that belong to it: irregular participles and a few adjectives."""

PAST_PARTICIPLES = word_set(
    "made got found left brought kept held set met paid led lost sent built spent won bought sold "
    "caught taught fought felt meant dealt hit cut put shut let hurt cost beat bet shot struck "
    "bound fed hung laid lit spun stuck swept understood thought"
)
"""Irregular pasts that are participles too."""

_COMMON_VERBS = word_set(
    "accept achieve act affect agree aim allow appear apply approve arrive attack attend avoid "
    "become begin belong benefit block bring build buy call carry cause change close collapse "
    "come comply concern consist contain continue contribute control cost create cut damage deal "
    "decide decline deliver demand depend deserve destroy develop die differ disappear drop earn "
    "eat emerge enable end enjoy ensure enter erupt exceed exist expand expect expire face fail "
    "fall fear feel fight fill find finish fly focus follow force function gain get give go grow "
    "handle happen hate have head hear help hide hire hit hold hope hurt ignore improve include "
    "increase intend intervene invest involve join keep kill know lack last launch lead learn "
    "leave lie like listen live lose love make manage matter mean meet miss move need occur offer "
    "open operate oppose oversee owe own participate pass pay perform pick plan play pose possess "
    "prefer prepare prevent produce proceed progress protect prove provide pull push put raise "
    "reach receive recognise recognize reduce reflect refuse reject rely remain remember replace "
    "represent require resign respect result resume return rise risk run save seek seem sell send "
    "serve set shoot shrink sit spend spread stand start stay stem stop strike struggle succeed "
    "suffer support survive take tend threaten travel try turn understand undermine use vary "
    "violate visit vote wait want win wish work worry hinge sound deter trust speak believe "
    "absorb abuse access account accompany acquire adapt add address adjust admire adopt advance "
    "alter amount answer anticipate appeal appoint argue arise arrange arrest assess assign "
    "assist assume attach attempt attract back ban base battle bear behave bind blame blow boost "
    "borrow bother break breathe burn calculate campaign cast celebrate challenge chase check "
    "choose claim clash clear climb coincide collect combine commit compare compete complete "
    "compose concentrate conduct confront connect consider constitute consult consume contradict "
    "convert convince cook cooperate cope count cover cross cry cure dance date debate declare "
    "defeat define demonstrate derive describe design detail detect determine devote discover "
    "discuss dismiss display distinguish distribute divide dominate donate double doubt draw "
    "dream drink drive ease elect eliminate embrace emphasise employ encounter encourage engage "
    "enhance equal escape establish evolve examine exclude exercise experience explain explode "
    "explore export express extend facilitate feature feed flee float flow forbid forget form "
    "found free fuel fulfil gather generate grant greet guide halt hang harm heat highlight "
    "honour hunt identify illustrate imagine impose impress induce influence inform inherit "
    "insist inspire introduce invade investigate invite isolate judge jump justify kick kiss "
    "knock label lay lean lift limit link load locate look lower maintain march mark match "
    "measure melt merge mind mix monitor mount multiply name negotiate obey obtain overcome pack "
    "paint permit persist persuade phone plant please point pour praise press presume prevail "
    "print process promote prompt prosecute publish pump punish purchase pursue qualify question "
    "race read realise realize rebuild recover recruit regard regret regulate reinforce relate "
    "release relieve remove render renew rent repair restore restrict retain retire retreat "
    "reveal reverse review revive rival roll rule rush sail satisfy scare score seal search "
    "secure see seize select settle shape share shed shift shine shout show shut sign sleep smell "
    "smoke solve sort spark split spoil spot stage steal steer stick strengthen stretch stress "
    "study submit suit supply surge surprise surround suspect suspend sustain swim switch tackle "
    "target teach tell test thank think throw tie touch tour trace track trade train transfer "
    "transform treat trigger trouble undergo unite update upset urge value view walk warn wash "
    "waste watch weaken wear weigh welcome widen wipe withdraw witness wonder write yield"
)


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return {"have": "has", "be": "is"}.get(verb, verb + "s")


PRESENT_THIRD = frozenset(_third(verb) for verb in _COMMON_VERBS)
PRESENT_BASE = _COMMON_VERBS


@lru_cache(maxsize=8192)
def verbal(low: str) -> bool:
    """Whether a lower-case word is likely to be a finite verb where a subject stands before it."""
    if low in AUXILIARIES or low in IRREGULAR_PASTS:
        return True
    if low in PRESENT_THIRD or low in PRESENT_BASE:
        return True
    return len(low) > 3 and low.endswith("ed") and low not in ORDINARY_ED


def adverbial(low: str) -> bool:
    """Whether a lower-case word is an adverb that may stand within a verb group."""
    return low in ADVERBS or (len(low) > 4 and low.endswith("ly") and low not in _NOT_ADVERBS)


_NOT_ADVERBS = word_set(
    "family only supply reply apply italy july daily weekly monthly rally ally assembly bully "
    "anomaly monopoly elderly friendly lovely likely early deadly costly orderly butterfly jelly "
    "belly fly sicily homily doily multiply imply rely comply"
)
