"""Closed classes of words in news: what is never a name, small words inside names, speech verbs.

Short lists written from general knowledge of reporting; larger ones are in `gazetteer`.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text with blanks between them."""
    return frozenset(text.split())


# Never a name by itself, however it is written; in small letters.
FUNCTION_WORDS = word_set(
    """'tis a about above according across added after again against ah all allegedly along
    already also although always am amid amidst among an and another any anybody anyone
    anything apparently are aren't around as asked at back be because been before behind being
    below beneath beside besides between beyond billion both but by came can can't cannot
    certainly clearly click come concerning could couldn't dear despite did didn't do does
    doesn't doing don't done down download dozen dozens due during each earlier early eg eight
    either eleven etc even ever every everybody everyone everything ex except few first five
    follow following for former four from furthermore get given go going got had hadn't has
    hasn't have haven't having he he'd he'll he's hello hence her here herself hi him himself
    his how however hundred hundreds i i'd i'll i'm i've ie if in including indeed inside
    instead into is isn't it it'd it'll it's its itself just last late later least less let
    let's lets like listen made make many maybe me meantime meanwhile might million millions more
    moreover most much must my myself nd near neither never nevertheless next nine no nobody
    none nonetheless nor not nothing now of off often oh ok okay on once one only onto or
    other others ought our ourselves out outside over own past per perhaps please prior
    probably quite rather rd re read recent recently regarding reportedly said same say saying
    says see seven several shall share she she'd she'll she's should shouldn't sign since six
    so some somebody someone something sometimes soon sorry still subscribe such surely take
    tell ten th than thanks that that's the their them themselves then there there's therefore
    these they they'd they'll they're they've third this those though thousand thousands three
    through throughout thus till to today today's told tomorrow tonight too took toward
    towards twelve twice two under unless until up upon usually very via was wasn't watch we
    we'd we'll we're we've well were weren't what what's when where whereas whether which
    while who who's whom whose why with within without won't would wouldn't yes yesterday
    yesterday's yet you you'd you'll you're you've your yourself"""
)

# Capitalised by custom and no people, organisations or places.
NOT_NAMES = word_set(
    """Act AD ADHD Afrikaans AI AIDS ALL Allah AM AND Android API Appellant Appendix Arabic
    Article ASAP ATM B.A. BC Bcc BCE Bible Bitcoin Bluetooth BMI Brexit BST BTW Buddhism BUT
    Category Catholicism CBE Cc CCTV CD CDs CE Celsius CEO CET CFO Chapter Cheers Christ
    Christianity Christmas Christmastime Class Communism COO COVID Covid COVID-19 Covid-19 CPU
    CSS CTO Dari Dear Defendant Depression Diwali DNA Dr DVD DVDs E-mail Easter Ebola Editor
    EDT Eid Email Emmy Emmys Enlightenment Esperanto EST ETF Euro EV EVs Fahrenheit FAQ Farsi
    Fax Fig Figure Flight Floor FM FOR Fwd FYI Gaelic Gate GB Gb GDP GIS GMT God GPA GPS GPU
    Grade Grammy Grammys Group-stage Halloween Hanukkah Hebrew Hello Highway Hindi Hinduism
    HIV Holocaust Homo HR HTML HTTP Hz I ID IDs IMHO IMO Internet Interstate iPad iPhone IPO
    Islam IT Jesus Judaism KC KG Koran KW LAN Latin LCD LED Lent Level LGBT LGBTQ LOL Lord
    M.A. M.D. Madam Mandarin Marxism MB Mb MBA MBE MEP MEPs MP MPs Mr Mrs Ms MSP MW NGO NGOs
    No Nobel Nos NOT OBE OK Olympic Olympics OMG Oscar Oscars Page Paralympic Paralympics Part
    Pashto Passover PC PDF Ph.D. Phase PhD Plaintiff PM PPE PR PST PTSD Pulitzer QC QR Quran
    RAM Ramadan Re Regards Renaissance Reporter Respondent RNA ROM Room Route RSVP SAT Scene
    Section Sincerely Sir SMS SQL Subject SUV SUVs Swahili Table Tagalog TB Tel Thank Thanks
    Thanksgiving THE Torah TV TVs Type UFO UFOs Unit Urdu URL USB UTC VAT VIP Vol Volume Web
    Wi-Fi WWI WWII XML YES Yiddish Zika Zionism"""
)

# A name that ends so is an event, a law, a prize, a work, a product; none of the labels fits.
OTHER_HEADS = word_set(
    """Accord Accords Act Affair Age Agreement Album Alphabet Amendment Average Award Awards
    Battle Bill Bowl Campaign Carnival Century Ceremony Certificate Championship Championships
    Charter Chronicles Classic Code Concerto Conjecture Constitution Crisis Cup Day Deal
    Declaration Degree Derby Diaries Dilemma Diploma Directive Disease Doctrine Dream
    Earthquake Edition Effect Election Elections Era Eve Exhibition Expo Fair Famine Festival
    Final Finals Friday Games Genocide Grant Holocaust Hurricane Index Intifada Language
    Languages Law Marathon Massacre Masters Medal Method Model Monday Monologues Month Motto
    Novel Number Oath Olympics Open Pact Parade Plague Plan Principle Prix Prize Prizes
    Process Program Programme Project Protocol Question Rebellion Referendum Relay Report
    Resolution Revolution Rule Saga Saturday Scale Scandal Scheme Scholarship Season Show
    Siege Solution Sonata Song Spring Storm Strategy Summit Sunday Symphony Syndrome Test
    Theorem Theory Thursday Tour Tournament Treaty Trial Trials Trilogy Trophy Tsunami Tuesday
    Uprising Version Virus War Wars Wednesday Week Year"""
)

# Small words inside the names of people.
PARTICLES = word_set(
    """abu af al av bin bint da de del della den der des di dos du el ibn la le ter ul ur van von
    zu zur"""
)

# Small words joined to a name by a hyphen ("al-", "-sur-").
HYPHEN_PARTICLES = word_set("ad al an ar as ash at au az da de e ed el en es la le sur ul upon ur")

SPEECH_VERBS = word_set(
    """acknowledged added admitted agreed argued asked believes called claimed conceded confirmed
    continued declared denied described disagreed explained hopes insisted joked knew knows
    laughed noted recalled remembered replied responded said says smiled stressed suggested
    testified thinks thought told tweeted urged wanted wants warned wrote"""
)

# After the name of a person.
PERSON_FOLLOWERS = SPEECH_VERBS | word_set("herself himself who whom whose")
