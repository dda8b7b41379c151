"""Words and names of organisations: endings, heads, well-known bodies, nouns beside names."""

from __future__ import annotations

from tui.analysis.lexicon import word_set

# Last word of a company's name.
COMPANY_ENDINGS = word_set(
    """A/S AB AG AS ASA B.V. Berhad Bhd Bros. BV Co Co. Corp Corp. Corporation Enterprises GmbH
    Group Holding Holdings Inc Inc. Incorporated Industries KK L.P. Limited LLC LLP LP Ltd
    Ltd. N.V. NV Oyj Partners PLC Plc plc Pty S.A. S.p.A. SA SpA Ventures"""
)

# Last word of any organisation's name; company endings too.
ORG_HEADS = COMPANY_ENDINGS | word_set(
    """Academy Administration Aerospace AFC Agency Airforce Airlift Airline Airlines Airways
    Albion Alliance Archive Archives Army Arts Assembly Associates Association Athletic
    Authority Ballet Bancorp Bancshares Band Bank Battalion Beverages Biotech Board Boards
    Brands Brewery Brigade Brigades Broadcasting Brotherhood Bulletin Bundesbank Bundestag
    Bureau Cabinet Capital Carbon Cartel Caucus Center Centre CF Chamber Chambers Channel
    Charity Chemical Chemicals Choir Chorus Chronicle Church Club Co-operative Coalition
    College Command Commissariat Commission Committee Communications Community Company
    Confederation Conference Congress Consortium Constabulary Consulate Cooperative Corps
    Council Councils Courier Court Courts Daily Delegation Department Directorate
    Directorate-General Dispatch Division Duma Economist Electric Electronics Embassy Energy
    Entertainment Establishment Examiner Exchange Express F.C. Faculty Farms FC Fed Federation
    Fellowship Fiber Fibre Financial Firm Fleet Foods Force Forces Forum Foundation Front Fund
    Gas Gazette Government Guard Guardian Guards Guild Herald Hospital Hospitals Hotels
    Hotspur Independent Infantry Initiative Inquirer Inspectorate Institute Institutes
    Institutet Institution Instituto Insurance International Investments Jihad Journal Knesset
    Kurier Lab Laboratories Laboratorios Laboratory Labs League Ledger Legion Library Lobby
    Logistics Mafia Magazine Mail Media Militia Mining Ministries Ministry Mirror Mission
    Motor Motors Movement Mujahideen Museum Navy Network Networks News Newspaper Newspapers
    Newsweek Observatory Office Oil Opera Orchestra Organisation Organization Panel Parliament
    Partido Party Patrol Petroleum Pharma Pharmaceuticals Philharmonic Pictures Police Post
    Power Press Productions Properties Publications Publishers Publishing Quartet Radio Rail
    Railroad Railways Rangers Realty Records Regiment Registry Resistance Resources Retail
    Reuters Review Robotics Rovers SC School Schools Scouts Secretariat Securities
    Semiconductors Seminary Senate Sentinel Service Services Society Software Solutions Squad
    Standard Steel Stores Studio Studios Survey Syndicate Synod Systems Team Technologies
    Technology Telecom Telecommunications Telegraph Television Theater Theatre Times Today
    Treasury Tribunal Tribune Troupe Trust TV Union Unions United Universidad University
    Universität Université Utilities Wanderers Warriors Watch Water Weekly Wildlife Works
    Workshop"""
)

# First word of "X of Y" organisations.
ORG_OPENERS = word_set(
    """Academy Administration Agency Alliance Archdiocese Army Assembly Association Authority
    Bank Bishops Board Brotherhood Bureau Center Centre Chamber Chambers Church Coalition
    College Commission Committee Communities Community Company Confederation Conference
    Congress Corporation Council Court Daughters Department Diocese Directorate Doctors
    Faculty Federation Force Forces Foundation Friends Front Fund Guild House Inspectorate
    Institute Journal Knights League Library Ministry Movement Museum Office Order
    Organisation Organization Parliament Party Press Reporters School Scouts Secretariat
    Society Sons Union University"""
)

# Before "for" or "on" in the name of a body ("Institute for ...").
FOR_BODIES = word_set(
    """Center Centre Centers Centres Institute Council Foundation Association Society Committee
    Office Commission Agency Campaign Alliance Network Coalition Fund Forum Panel Academy
    Bureau Department Partnership Organisation Organization Initiative Union Conference Court
    School Secretariat Directorate Observatory Group Programme Trust Ministry Citizens
    Students Physicians Mothers Women Lawyers Scientists"""
)

# Before "of X and Y" in the name of one body.
LISTING_BODIES = word_set("Ministry Department Office Bureau Committee Institute Center Centre")

# Last word of "the X and Y Z" where that is one body.
JOINT_HEADS = word_set(
    """Union Association Commission Board Agency Department Ministry Administration Council
    Institute Federation Society Committee Authority Service Services Party Fund Bank"""
)

# Before 's in the name of a body ("People's Bank", "Women's Institute").
OWNERS = word_set(
    """People Children Women Men Teachers Workers Farmers Writers Lloyd Players Citizens King
    Queen Bishop Lord Veterans"""
)

# Bodies and places called after people and kings: this last word outweighs a title or given name
# before it.
FACILITIES = word_set(
    """Street Hospital Airport Avenue Road School University Bridge Square Stadium Library
    College Foundation Institute Museum Centre Center Boulevard Prison Island River Province
    Station Church Cathedral Academy Society Award Prize Airlines Bank Group Inc. Inc Ltd Corp
    Corp. plc Co. LLC GmbH AG Company Corporation Records Association Union County Trust
    Newspaper Studios Press"""
)

# After the name of a body or person and no part of it.
TRAILING_NOUNS = word_set(
    """KC QC MP MEP MSP OBE MBE CBE MD PhD Ph.D. M.D. Esq App Website Magazine Newspaper Podcast
    Newsletter"""
)

# Bodies of one word that no head tells: agencies, authorities, large companies, movements.
BODIES = word_set(
    """ABC ACLU AFL-CIO AFP Airbus Al-Jazeera Al-Qaeda Al-Qaida Al-Shabab Alibaba Amazon Amnesty
    Anadolu ANC ANI ANSA AP Apple ASEAN Asean AstraZeneca AU Barclays BBC BJP Bloomberg Boeing
    Bundesbank Bundestag Bundeswehr CBS CCP CDC Chevron CIA CNBC CNN Comintern Congress Daesh
    DNC DPA Duma E.U. EasyJet ECB EFE EPA Ericsson ETA EU Eurojust Europol Eurostat ExxonMobil
    FAA Facebook FAO FARC Fatah FBI FCC FDA Fed FIFA Fifa Frontex FSB Gazprom Gestapo Google
    GOP Greenpeace GRU Haaretz Hamas Hezbollah Hizbollah Honda HSBC Huawei IAEA IBM ICC ICJ
    IDF IMF Instagram Intel Interfax Interpol IOC IRA IRGC IRNA IRS ISIL ISIS Isis Itar-Tass
    ITV KGB Kmart Knesset Kremlin Kyodo Labour LAPD Likud LinkedIn Lockheed Lufthansa
    Luftwaffe McDonald's Mercosur MI5 MI6 Microsoft MIT MLB Moderna Mossad MSNBC NAACP NASA
    Nasa NASDAQ Nasdaq NATO Nato NBA NBC Nestle Netflix NFL NHL NHS Nissan Nokia Novartis NPR
    NRA NSA NYPD OECD OPEC Opec OSCE Oxfam Parliament PBS Pentagon Pfizer PKK PLA PLO
    Politburo PPP PTI RAF Raytheon Reddit Reichstag Reuters RIA RNC Rosneft Ryanair Samsung
    Scotland-Yard SEC Senate Shell Shin-Bet Siemens Sinn-Fein Sky Skype Snapchat Sony Spotify
    Starbucks Stasi Taleban Taliban Tasnim TASS Tass Telegram Tencent Tesla TikTok Toyota
    Twitter U.N. Uber UCLA UEFA Uefa UN UNESCO Unesco UNHCR UNICEF Unicef Unilever UNRWA UPI
    Vatican-Bank Vodafone Volkswagen Wal-Mart Walmart Wehrmacht WFP WhatsApp WHO WikiLeaks
    Wikileaks Wikipedia WTO Xinhua Yonhap YouTube"""
)

# After "al-".
ARABIC_BODIES = word_set(
    """Qaida Qaeda Shabab Shabaab Jazeera Arabiya Nusra Ahram Manar Hayat Aqsa Quds"""
)

# Names that end in an exclamation mark.
BRANDS_WITH_MARK = word_set("Bravo Hola Jeopardy Mamma Oklahoma Walla Westward Wham Yahoo")

# Nouns that tell that the name beside them is a body.
ORG_NOUNS = word_set(
    """agency airline app automaker band bank bookseller brand brewer broadcaster carmaker chain
    channel charity club coalition college company conglomerate consultancy daily developer
    distributor faction firm giant group institute insurer journal label lender magazine maker
    manufacturer militia movement museum network newspaper operator organisation organization
    parent party platform portal publisher regulator retailer school service site start-up
    startup station studio subsidiary supplier tabloid tank team think-tank union unit
    university utility watchdog website weekly"""
)

# Nouns that follow the name of a body.
ORG_FOLLOWERS = word_set(
    """agency app boss chief company customers directors employees engineers executives fans
    fighters group gunmen headquarters investors magazine managers members militants news
    newspaper players product products shareholders shares software spokesman spokesperson
    spokeswoman staff stock stocks stores subsidiary supporters users website"""
)

_PHRASES = """
    African Union|Agence France|Air Force|Al Arabiya|Al Jazeera|Al Qaeda|Al Qaida|Al Shabaab|
    Al Shabab|Amnesty International|Arab League|Associated Press|Aston Villa|Bell Labs|
    Black Lives Matter|Boko Haram|Christian Science Monitor|Coast Guard|Coca-Cola|
    Communist Party|Conservative Party|Credit Suisse|Crystal Palace|Defence Ministry|
    Defense Ministry|Democratic Party|Deutsche Bank|Deutsche Telekom|Deutsche Welle|
    Doctors Without Borders|European Commission|European Parliament|European Union|
    Extinction Rebellion|Finance Ministry|Foreign Ministry|Foreign Office|Fox News|
    General Assembly|General Electric|General Motors|Goldman Sachs|Green Party|Home Office|
    Human Rights Watch|Inter Milan|Interior Ministry|Islamic Jihad|Islamic State|
    Jaish-e-Mohammed|Jemaah Islamiyah|Justice Department|Khmer Rouge|Labour Party|
    Lashkar-e-Taiba|Lehman Brothers|Major League Baseball|Major League Soccer|Merrill Lynch|
    Middle East Eye|Morgan Stanley|Muslim Brotherhood|National Guard|Nobel Committee|
    Press Association|Quds Force|Real Madrid|Red Army|Red Crescent|Red Cross|
    Reporters Without Borders|Republican Party|Revolutionary Guard|Revolutionary Guards|
    Rolling Stone|Rolls-Royce|Save the Children|Scotland Yard|Secret Service|Security Council|
    Shining Path|Silicon Graphics|Sinn Fein|Sinn Féin|Sky News|Star Alliance|State Department|
    Supreme Court|United Nations|Viet Cong|Wall Street Journal|Wells Fargo|White House|
    World Bank|World Food Program|World Food Programme"""


def _by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in _PHRASES.replace("\n    ", "").strip().replace("-", " - ").split("|"):
        first, *rest = phrase.split()
        phrases[first] = (*phrases.get(first, ()), tuple(rest))
    return phrases


# Bodies of several words that no head tells: first word to the rests, as tokens.
ORG_PHRASES = _by_first_word()
