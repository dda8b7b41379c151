"""Nouns for those who speak: people, bodies, documents, and the titles before their names.

Written from general knowledge of news; the lists hold what is frequent there and make no claim to
be complete.
"""

from __future__ import annotations

from functools import lru_cache

from tui.analysis.wordclasses import word_set

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
GROUPS = word_set("family families crew staff couple pair trio duo police jury people")
"""Nouns in the singular for several people."""
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
PLURALS = word_set(
    "men women children people police authorities parents media officials scientists members they"
)

_PERSON_ENDINGS = ("ist", "ists", "year-old", "year-olds", "woman", "women", "person", "sman")


def gender(low: str) -> str:
    """`f`, `m`, or an empty string for what a title or a noun for somebody tells."""
    return "f" if low in FEMALE_TITLES else "m" if low in MALE_TITLES else ""


@lru_cache(maxsize=8192)
def person(low: str) -> bool:
    """Whether a lower-case noun is likely to mean somebody."""
    if low in PEOPLE or low.endswith(_PERSON_ENDINGS):
        return True
    if "-" not in low:
        return False
    parts = low.split("-")
    return parts[0] in PEOPLE or parts[-1] in PEOPLE or parts[0] in ("mum", "mom", "dad")
