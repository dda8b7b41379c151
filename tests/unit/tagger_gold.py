"""Short reports with every name marked, written for this project; the people are made up."""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.unit.entity_documents import article
from tui.analysis.entities import find_entities
from tui.analysis.model import Label

# {P person}, {O organisation}, {L place}; a blank line between articles.
REPORTS = """
{L GENEVA} ({O Reuters}) - Talks on the future of {L Veldania} broke off on Tuesday, diplomats said.
{P Marit Solheim}, who leads the {O United Nations} mission, blamed both sides.
"They would not sit in one room," {P Solheim} told {O BBC} radio.
{L Veldania}'s foreign minister, {P Ilir Dragusha}, flew home to {L Port Amal} the same night.
The {O European Union} and the {O African Union} called for calm.

Shares in {O Brightwater Foods} fell 12 percent after it lost a contract with {O Tesco}.
{O Brightwater}, based in {L Leeds}, employs 4,000 people in {L Britain} and {L Ireland}.
Its chief executive, {P Helen Okafor}, said she was disappointed.
{O Goldman Sachs} analyst {P Tom Lindqvist} cut his forecast.
{P Lindqvist} said rivals such as {O Unilever} and {O Nestle} would gain.

{O Rovers} beat {O Northport United} 2-1 at {L Harbour Lane} on Saturday.
{P Kwame Asante} scored both goals for {O Rovers}.
{O Northport} manager {P Stuart Pyle} said the referee, {P Gavin Mold}, had lost control.
{P Asante} joined from {O Ajax} in January.

The {O Ministry of Health} in {L Nairobi} said on Monday that 14 people had died.
Doctors from the {O Red Cross} reached {L Lake Turkana} by boat.
{P Grace Wanjiru}, a nurse at {O Kenyatta Hospital}, said the wards were full.
"We have no beds," said {P Wanjiru}.
{L Uganda} and {L Tanzania} closed their borders with {L Kenya}.

{L WASHINGTON} - {L U.S.} Secretary of State {P Daniel Harrow} will go to {L Japan}.
He will also visit {L South Korea}.
The {O State Department} said {P Harrow} would meet Prime Minister {P Kenji Morita} in {L Tokyo}.
{L North Korea} fired two missiles into the {L Sea of Japan} last week.
A {O Pentagon} spokeswoman, {P Lucy Barrett}, declined to comment.
Sen. {P Bob Kessler} of {L Ohio} and Rep. {P Ana Duarte} criticised the trip.

Police in {L Marseille} arrested {P Farid Benali}, 31, and {P Luc Moreau}, 28.
They are accused of robbing a branch of {O Credit Lyonnais} in {L Lyon}.
{P Benali}'s lawyer, {P Sophie Girard}, said he was in {L Spain} that day.
Judge {P Marc Aubry} of the {O Court of Appeal} will hear the case in May.

{O Apple Inc.} and {O Samsung Electronics} settled their dispute, {O Bloomberg News} reported.
The deal was signed in {L Seoul}, where {O Samsung} is based.
{O Apple} declined to comment; the {O Federal Trade Commission} welcomed it.
{P Park Ji-hoon}, a professor at {O Seoul National University}, called it overdue.

{P Mohammed al-Rashid} met {P Ursula von Hagen} in {L Vienna} on Thursday.
{P Von Hagen}, a former chancellor of {L Austria}, now works for {O OPEC}.
The {L Saudi Arabia}-based {O Islamic Development Bank} paid for the trip.
Oil from the {L Gulf of Oman} reaches {L Rotterdam} in three weeks.

The {O Liberal Party} won 41 seats, the {O Green Alliance} nine.
{O Labour} leader {P Joan Whitcombe} conceded in {L Cardiff} before midnight.
{P Whitcombe} thanked her husband, {P Owen}, and her staff.
Turnout in {L Swansea}, {L Newport} and {L Wrexham} was low.
The {O Electoral Commission} will publish the figures on Friday.

The {O Taliban} attacked a post near {L Kandahar}.
Two soldiers of the {O Afghan National Army} died.
{O NATO} said its jets had struck back.
{P Zabiullah Karimi}, the governor of {L Helmand}, was not hurt.
The {O International Committee of the Red Cross} ({O ICRC}) took away the wounded.
An {O ICRC} doctor said supplies from {L Pakistan} had run out.

Hurricane-battered towns on the coast of {L Louisiana} were still dark on Sunday.
{O Entergy} said power would be back in {L New Orleans} by Tuesday.
Mayor {P Denise Fontenot} asked the {O National Guard} for boats.
{P Fontenot} grew up in {L Baton Rouge} and studied at {O Tulane University}.
She worked for {O IBM}.

{P Ingrid Halvorsen} of {L Norway} beat {P Carla Pinto} of {L Brazil} 6-4 6-3.
{P Halvorsen} will play {P Yuki Tanabe} in the final in {L Melbourne}.
{L Australia} drew with {L New Zealand} in {L Wellington}.
Standings: {O Lakers} 12 3; {O Celtics} 11 4; {O Bulls} 9 6.

The {O Walla!} website and the newspaper {O Haaretz} reported the visit first.
{P Yael Ben-David}, a spokeswoman for the {O Israel Defence Forces}, confirmed it.
Troops of the {O IDF} and fighters of {O Hezbollah} face each other across {L Mount Dov}.
Prime Minister {P Avner Golan} flew to {L Cyprus}; Mr. {P Golan} will be back on Monday.

{O Deutsche Bahn} trains between {L Berlin} and {L Hamburg} ran late.
A spokesman for the {O German Railway Union}, {P Jens Krüger}, blamed {O Siemens}.
{P Krüger} spoke to {O ARD} television.
{P Beate Vogt} visited {L Frankfurt Airport}'s new hall with {P José Muñoz} of {O Lufthansa}.

The painter {P Amrita Sen} died in {L Kolkata} on Wednesday. She was 91.
{P Sen} studied in {L Paris} and taught at the {O Royal College of Art} in {L London}.
The {O Tate} and the {O Museum of Modern Art} own her work.
"She taught us to look," said {P Nikhil Bose} of the {O National Gallery}.

{O General Motors} will shut its plant in {L Flint}, {L Michigan}, the {O Detroit Free Press} said.
The {O United Auto Workers} called it a betrayal.
{P Ray Kowalski}, 52, has built cars there since he was 19.
"What do I tell my kids?" {P Kowalski} asked.
{O GM} shares rose; those of {O Ford} and {O Toyota} did not move.

{P Luiz Carvalho} and {P Ana Paula Reis} voted in {L São Paulo}.
The {O Workers' Party} held a rally in {L Brasília}.
{P Carvalho} said {L Brazil} needed jobs; {P Reis} agreed.
The {O Supreme Court} will rule on the appeal of former President {P Jorge Amaral}.
"""
_LABELS = {"P": Label.PERSON, "O": Label.ORG, "L": Label.LOC}


class Score(NamedTuple):
    """Exact matches of edges and label, in per cent."""

    precision: float
    recall: float
    f1: float


def _read(marked: str) -> tuple[str, set[tuple[int, int, Label]]]:
    text = ""
    names = set()
    for part in re.split(r"(\{.*?\})", marked):
        if part.startswith("{"):
            name = part[3:-1]
            names.add((len(text), len(text) + len(name), _LABELS[part[1]]))
            text += name
        else:
            text += part
    return text, names


def score() -> Score:
    """Compare what is found in the reports with what is marked in them."""
    right = found = marked = 0
    for report in REPORTS.strip().split("\n\n"):
        text, names = _read(report)
        given = {
            (mention.start, mention.end, mention.label)
            for entity in find_entities(article(text))
            for mention in entity.mentions
            if mention.label in _LABELS.values()
        }
        right += len(given & names)
        found += len(given)
        marked += len(names)
    precision, recall = right / found, right / marked
    return Score(
        round(100 * precision, 1),
        round(100 * recall, 1),
        round(200 * precision * recall / (precision + recall), 1),
    )
