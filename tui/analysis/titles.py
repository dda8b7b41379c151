"""Titles before names and roles beside them, as they stand in news."""

from __future__ import annotations

from tui.analysis.lexicon import word_set

# Before a name with a capital; what may also be written small is in ROLES.
TITLES = word_set(
    """Acting Actor Actress Adm. Admiral Adviser Advisor Agent Alderman Amb. Ambassador Analyst
    Archbishop Assistant Attorney Auditor Aunt Author Ayatollah Baron Baroness Bishop Brig.
    Brigadier Brother Capt Capt. Captain Cardinal Chair Chairman Chairperson Chairwoman
    Chancellor Chief Cmdr. Co-Founder Coach Col Col. Colonel Commander Commissioner Commodore
    Comptroller Comrade Congressman Congressmember Congresswoman Constable Consul Coordinator
    Corporal Correspondent Councillor Councilman Councilwoman Counsel Count Countess Cpl. Dame
    Deacon Deputy Detective Director Doctor Dr Dr. Duchess Duke Earl Economist Editor
    Editor-in-Chief Emir Emperor Empress Envoy Ex-President Excellency Executive Father
    Founder Gen Gen. General Gov Gov. Governor Grandma Grandpa Highness Hon. Honorable
    Honourable Imam Inspector Interim Judge Justice King Lady Leader Lieutenant Lord Lt Lt.
    Magistrate Maj Maj. Majesty Major Manager Marquess Marshal Mayor Minister Miss Monsignor
    Mother Mr Mr. Mrs Mrs. Ms Ms. Msgr. Mufti Mullah Mx Officer Ombudsman Pastor Pfc. Pope
    Premier President Prime Prince Princess Prof Prof. Professor Prosecutor Pvt. Queen Rabbi
    Rear Rep Rep. Reporter Representative Rev Rev. Reverend Secretary Sen Sen. Senator
    Sergeant Sgt Sgt. Shah Sheik Sheikh Sheikha Sheriff Singer Sir Sister Solicitor Speaker
    Spokesman Spokesperson Spokeswoman Sultan Superintendent Supt. Treasurer Trooper Tsar
    Uncle Undersecretary Vice Viscount Whip"""
)

# Joined to titles on either side ("Foreign Minister", "Crown Prince", "Chief of Staff").
PORTFOLIOS = word_set(
    """Affairs Agriculture Air Army Associate Cabinet Central Chief City Climate Commercial
    Communications Constitutional Corporate County Crown Culture Defence Defense Development
    Digital District Economic Economy Editorial Education Emeritus Energy Environment
    Executive External Federal Field Finance Financial Fire First Fleet Foreign Former Grand
    Head Health High Home Honourable House Housing Human Immigration Information Intelligence
    Interior Internal Investment Junior Justice Labor Labour Legal Majority Managing Marketing
    Medical Military Minority National Naval Navy Non-Executive Oil Operating Opposition
    Parliamentary Party Permanent Planning Police Policy Political Press Public Regional
    Relations Resources Right Scientific Second Security Senate Senior Shadow Social Special
    Sports Squadron Staff State Surgeon Technology Then Tourism Trade Transport Transportation
    Treasury Warrant Water Wing"""
)

# Written small before a name ("spokeswoman Maria ...") or after it (", chief executive of ...").
ROLES = word_set(
    """accountant activist actor actress admiral adviser advisor agent aide ambassador analyst
    archbishop architect archivist artist athlete attorney aunt author baker banker baron
    barrister batsman billionaire biologist bishop bowler boxer boyfriend brigadier
    broadcaster broker brother businessman businesswoman campaigner candidate captain cardinal
    celebrity chair chairman chairperson chairwoman champion chancellor chemist chief
    choreographer clerk climatologist co-founder coach colleague collector colonel columnist
    comedian commander commentator commissioner composer conductor congressman congresswoman
    constable corporal correspondent councillor councilman cousin critic curator cyclist
    dancer daughter dealer defendant defender deputies deputy designer detective developer
    director dissident doctor driver drummer duchess duke economist editor emir emperor
    engineer entrepreneur envoy epidemiologist executive expert farmer father filmmaker
    fisherman forward founder friend general geographer geologist geophysicist girlfriend
    goalkeeper golfer governor granddaughter grandfather grandmother grandson guitarist gunman
    head headteacher historian host husband imam inspector interpreter investor jockey
    journalist judge justice keeper king lady lawmaker lawyer leader lecturer legislator
    librarian lieutenant lord magistrate major manager marshal mayor mediator meteorologist
    midfielder midwife militant minister model monk mother musician negotiator neighbor
    neighbour nephew niece nominee novelist nun nurse officer oncologist opponent organiser
    organizer owner painter partner pastor photographer physician physicist pilot player
    playwright poet politician pope predecessor premier presenter president priest prince
    princess principal producer professor programmer prosecutor psychiatrist psychologist
    pupil queen rabbi rapper rebel reporter representative researcher resident runner
    sacristan sailor scholar scientist screenwriter sculptor secretary senator sergeant sheikh
    sheriff shopkeeper singer sister skipper sociologist soldier solicitor son speaker
    specialist spokesman spokesperson spokeswoman star striker student successor sultan
    superintendent surgeon suspect teacher trader translator treasurer trustee uncle veteran
    vicar victim virologist volunteer warlord widow widower wife witness writer"""
)

# What follows these is a name, whatever else it may look like.
STRONG_TITLES = word_set(
    """Mr Mr. Mrs Mrs. Ms Ms. Mx Dr Dr. Sen. Rep. Gov. Gen. Lt. Col. Capt. Sgt. Prof. Maj. Adm.
    Rev. Supt. Cmdr. Cpl. Pvt. Pfc. Brig. Msgr. Hon. Senator President"""
)

# Titles that also begin the names of schools, streets and hospitals.
ROYAL_TITLES = word_set("King Queen Prince Princess Duke Lord Lady General Captain Saint")

# Titles that say nothing about what a person does.
FORMS_OF_ADDRESS = word_set("Mr Mrs Ms Mx Miss Sir Madam Dr St")

# Written small before a role ("former deputy prime minister").
QUALIFIERS = word_set(
    """former deputy prime chief vice defence defense foreign finance interior justice health
    education trade energy acting interim managing executive senior assistant general press
    team race research opposition party union police army navy home state shadow junior
    associate"""
)

# After a name and part of it.
TRAILERS = word_set("II III IV IX Jr Jr. Sr Sr. VI VII VIII XI XII XIII XIV XVI")
