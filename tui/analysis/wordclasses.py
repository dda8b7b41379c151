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

PEOPLE = word_set(
    "official officials spokesman spokeswoman spokesperson spokespeople spokesmen minister "
    "ministers president chairman chairwoman chair chairperson chief director directors manager "
    "managers executive executives officer officers analyst analysts economist economists expert "
    "experts lawyer lawyers attorney attorneys prosecutor prosecutors judge judges professor "
    "researcher researchers scientist scientists author authors doctor doctors witness witnesses "
    "resident residents source sources leader leaders critic critics opponent opponents supporter "
    "supporters activist activists campaigner campaigners protester protesters student students "
    "teacher teachers worker workers diplomat diplomats senator senators lawmaker lawmakers "
    "governor mayor secretary general commander commissioner ambassador envoy adviser advisers "
    "advisor advisors aide aides coach captain player players striker defender midfielder "
    "goalkeeper trader traders investor investors investigator investigators detective detectives "
    "inspector superintendent sergeant constable coroner neighbour neighbours neighbor neighbors "
    "mother father son daughter brother sister wife husband parents family families relative "
    "relatives friend friends colleague colleagues victim victims survivor survivors owner owners "
    "founder co-founder head boss coordinator organiser organisers organizer organizers "
    "representative representatives negotiator negotiators delegate delegates member members "
    "soldier soldiers farmer farmers driver drivers passenger passengers pilot man woman men "
    "women boy girl teenager people person poster blogger journalist reporter editor columnist "
    "writer novelist artist actor actress singer producer curator historian archbishop bishop "
    "pope priest pastor imam king queen prince princess premier chancellor councillor councillors "
    "mp mps lord bosses candidate candidates voter voters rebel rebels nurse nurses surgeon "
    "psychologist scholar lecturer principal headteacher trustee treasurer partner partners "
    "colonel major lieutenant admiral geologist meteorologist forecaster forecasters engineer "
    "engineers architect designer developer broker strategist strategists consultant consultants "
    "deputy firefighter firefighters paramedic paramedics plaintiff defendant applicant "
    "conservationist biologist ecologist astronomer physicist epidemiologist veteran widow "
    "landlord tenant shopkeeper fisherman fishermen trainer jockey barrister barristers solicitor "
    "solicitors sacristan schoolteacher dealer dealers collector rider riders keeper clerk niece "
    "nephew aunt uncle shopper shoppers villager villagers commuter commuters tourist tourists "
    "guide runner runners referee umpire champion skipper sailor sailors traveller travellers "
    "refugee refugees migrant migrants prisoner prisoners patient patients customer customers "
    "consumer consumers agent agents staff crew brokers banker bankers roasters grower growers "
    "counsel complainant complainants petitioner petitioners respondent respondents claimant "
    "appellant accountant assistant assistants insider insiders mum mom dad grandmother "
    "grandfather bride groom fan fans footballer pensioner pensioners caretaker butcher baker "
    "waiter chef barman plumber electrician carpenter builder gardener retiree entrepreneur "
    "entrepreneurs businessman tycoon billionaire broadcaster presenter pundit pundits gaffer "
    "chemist pharmacist midwife carer carers inmate inmates detainee detainees holder holders "
    "shareholder shareholders creditor creditors employer employers employee employees staffer "
    "staffers bureaucrat bureaucrats mediator monitor monitors spokespersons juror jurors accused "
    "hostage captor gunman suspect suspects"
)
GROUPS = word_set("family families crew staff couple pair trio duo police jury people")
"""Nouns in the singular for several people."""

PERSONAL = word_set(
    "man woman boy girl teenager senator governor mayor politician lawmaker congressman "
    "congresswoman singer actor actress author novelist painter sculptor comedian composer "
    "director pianist footballer striker midfielder defender goalkeeper captain champion skipper "
    "jockey boxer sprinter cyclist golfer star veteran billionaire businessman businesswoman "
    "tycoon entrepreneur researcher scientist historian economist professor academic diplomat "
    "pontiff monarch king queen prince princess bishop archbishop cardinal rapper model mp "
    "republican democrat"
)
"""Nouns that with "the" stand for a person just named, seldom for somebody new."""
BODIES = word_set(
    "company firm group agency ministry department government administration council court "
    "committee commission police army military force forces navy union party bank charity "
    "organisation organization association institute university school hospital airline carmaker "
    "manufacturer retailer supermarket regulator watchdog authority authorities board panel team "
    "club league federation foundation network broadcaster newspaper paper magazine publisher "
    "station website site corporation business start-up startup bureau office secretariat "
    "parliament congress senate house cabinet opposition coalition alliance campaign society "
    "church diocese trust developer operator supplier service body think-tank thinktank tribunal "
    "jury inquest inquiry prosecution defence defense crown media press embassy consulate country "
    "state city town nation museum gallery theatre festival brewer insurer lender utility chain "
    "chipmaker drugmaker automaker steelmaker producer exporter airport railway port fund"
)
DOCUMENTS = word_set(
    "report reports statement statements letter letters study studies survey surveys poll polls "
    "email emails e-mail e-mails memo memos post posts tweet tweets message messages article "
    "articles editorial document documents filing filings lawsuit complaint indictment affidavit "
    "ruling judgment judgement notice release communique press website site blog book paper "
    "analysis review audit transcript transcripts testimony note notes estimates estimate figures "
    "data results research bulletin newsletter magazine newspaper petition draft law bill "
    "guidelines rules policy agreement contract pamphlet leaflet poster sign placard banner "
    "warrant summary findings dossier white-paper column text texts forecast forecasts"
)
TITLES = word_set(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady prof prof. professor gen gen. sen sen. "
    "rep rep. gov gov. sgt sgt. capt capt. col col. lt lt. rev rev. judge justice president "
    "minister prime chief secretary general ambassador senator governor mayor king queen prince "
    "princess pope cardinal bishop archbishop captain colonel major sergeant inspector detective "
    "superintendent constable commissioner chancellor premier doctor coach brigadier vice rear "
    "admiral marshal commander corporal private deputy father mother sister brother"
)
FEMALE_TITLES = word_set(
    "mrs mrs. ms ms. miss dame lady madam queen princess spokeswoman chairwoman actress mother "
    "sister wife daughter woman girl widow congresswoman councilwoman policewoman businesswoman "
    "duchess baroness countess grandmother aunt niece mum mom waitress headmistress abbess nun"
)
MALE_TITLES = word_set(
    "mr mr. sir lord king prince spokesman chairman actor father brother husband son man boy pope "
    "congressman councilman policeman businessman duke baron cardinal bishop archbishop "
    "grandfather uncle nephew dad fisherman imam priest headmaster"
)
PLURALS = word_set("people police authorities parents media officials scientists members they")


@lru_cache(maxsize=8192)
def verbal(low: str) -> bool:
    """Whether a lower-case word is likely to be a finite verb where a subject stands before it."""
    if low in AUXILIARIES or low in IRREGULAR_PASTS:
        return True
    if low in PRESENT_THIRD or low in PRESENT_BASE:
        return True
    return len(low) > 3 and low.endswith("ed") and low not in ORDINARY_ED


_PERSON_ENDINGS = ("ist", "ists", "year-old", "year-olds", "woman", "women", "person", "sman")


@lru_cache(maxsize=8192)
def person(low: str) -> bool:
    """Whether a lower-case noun is likely to mean somebody."""
    if low in PEOPLE or low.endswith(_PERSON_ENDINGS):
        return True
    if "-" not in low:
        return False
    parts = low.split("-")
    return parts[0] in PEOPLE or parts[-1] in PEOPLE or parts[0] in ("mum", "mom", "dad")


def adverbial(low: str) -> bool:
    """Whether a lower-case word is an adverb that may stand within a verb group."""
    return low in ADVERBS or (len(low) > 4 and low.endswith("ly") and low not in _NOT_ADVERBS)


_NOT_ADVERBS = word_set(
    "family only supply reply apply italy july daily weekly monthly rally ally assembly bully "
    "anomaly monopoly elderly friendly lovely likely early deadly costly orderly butterfly jelly "
    "belly fly sicily homily doily multiply imply rely comply"
)
