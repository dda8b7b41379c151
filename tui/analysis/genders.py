"""Given names that are mostly a woman's or mostly a man's.

A short list from general knowledge, of many countries; it decides which of two people a pronoun
means, so a name that is missing does no harm.
"""

from __future__ import annotations

from tui.analysis import wordclasses as wc

FEMALE = wc.word_set(
    "aisha alice alicia alison amanda amina amy ana andrea angela anita ann anna anne annette "
    "annie antonia ayesha barbara beatrice beatriz bella beth betty bianca bridget camilla "
    "carla carmen carol carolina caroline catherine cecilia charlotte chiara chloe christina "
    "christine claire clara claudia constance cynthia daniela deborah denise diana diane "
    "donna dora doris dorothy edith elaine elena eleanor elif elisa elizabeth ella ellen "
    "emily emma erika esther eva evelyn fatima fatou fiona florence frances francesca "
    "gabriela gemma georgina gina giulia gloria grace greta hannah harriet heather heidi "
    "helen helena hilary ilse indira ines ingrid irene iris isabel isabella ivy jacqueline "
    "jane janet janice jasmine jean jennifer jenny jessica jill joan joanna josephine joy "
    "joyce judith judy julia juliana julie juliet karen karin kate katherine kathleen kathryn "
    "katie kelly khadija kim kirsten kristin laila lara laura layla leila lena lilian linda "
    "lisa lorraine louise lucia lucy luisa lydia madeleine magdalena maggie margaret "
    "margarita maria marie marina marion martha mary maya megan melanie melissa mei michelle "
    "miranda miriam molly monica nadia nancy naomi natalia natalie natasha nicola nicole nina "
    "nora olga olivia pamela patricia paula penelope petra philippa phyllis pilar priya "
    "rachel rebecca renata rita rosa rose rosemary ruth sabrina sally samantha sandra sara "
    "sarah sasha shirley silvia simone sofia sonia sophia sophie stella stephanie sue susan "
    "suzanne sylvia tamara tania tanya tara teresa theresa tina ursula valentina valerie "
    "vanessa vera veronica victoria violet virginia wangari wendy yasmin yoko yuki yvonne "
    "zainab zoe ngozi amara fatma ayse leyla achieng"
)
MALE = wc.word_set(
    "aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alejandro alex "
    "alexander alfred ali allan andre andreas andrew andy anthony antonio arnold arthur barry "
    "benjamin bernard bill bob boris brian bruce carl carlos charles chris christian "
    "christopher colin craig dale daniel danny dave david dean dennis derek diego dmitry "
    "dominic donald douglas duncan dwight eddie edward emeka emmanuel enrique eric erik "
    "ernest eugene felix fernando francis francisco francois frank fred frederick gabriel "
    "gareth gary gavin geoffrey george gerald gerard giovanni giuseppe glenn gordon graham "
    "greg gregory gustavo guy hans harold harry hasan hassan hector henri henry howard hugh "
    "hugo hussein ian ibrahim igor ismail ivan jack jacob jacques jaime jake james jamie jan "
    "jason javier jeff jeffrey jeremy jerome jim joe joel johan johannes john jon jonathan "
    "jorge jose joseph joshua juan julian karl keith ken kenneth kevin khaled khalid klaus "
    "kofi kurt kwame larry lars laurence lawrence lee leo leon leonard liam lorenzo louis "
    "luca luis luke malcolm manuel marc marcel marco marcus mario mark martin matteo matthew "
    "maurice max michael michel miguel mike mikhail milan mohamed mohammad mohammed muhammad "
    "mustafa nathan neil nicholas nick nicolas nigel nikolai norman oleg oliver omar oscar "
    "otto owen pablo paolo pascal patrick paul pavel pedro peter philip philippe phillip "
    "pierre rafael raj ralph raymond ricardo richard rob robert roberto robin rodrigo roger "
    "roland ronald ross roy rupert russell ryan salim salvador sam samuel santiago scott sean "
    "sebastian sergei sergey sidney simon stanley stefan stephen steve steven stuart sven ted "
    "terence terry theodore thomas tim timothy toby tom tomas tommy tony trevor tyler vadim "
    "victor viktor vincent vladimir walter warren wayne wilhelm will william wolfgang xavier "
    "yair yusuf yuri saif orhan raghunath daudi"
)


def gender_of(name: str) -> str:
    """`f`, `m`, or an empty string where a name tells nothing."""
    for word in name.lower().split():
        if word in FEMALE:
            return "f"
        if word in MALE:
            return "m"
    return ""
