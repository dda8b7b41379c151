"""The lexicon of reporting: verbs and nouns that introduce somebody's words.

Written from general knowledge of how news reports speech. A verb belongs to one or more frames,
that is the forms in which its content may stand.
"""

from __future__ import annotations

from enum import Flag, auto
from typing import NamedTuple

from tui.analysis import wordclasses as wc


class Frame(Flag):
    """What may stand as the content of a reporting verb."""

    QUOTE = auto()
    """Words in marks, before or after."""
    THAT = auto()
    """A clause with "that"."""
    CLAUSE = auto()
    """A clause without "that"."""
    BEFORE = auto()
    """A clause before: "Prices fell, it said"."""
    HEARER = auto()
    """A person addressed stands before the content: "told her"."""
    QUESTION = auto()
    """A clause with whether, why, how ..."""
    ORDER = auto()
    """An infinitive after a person addressed: "urged them to leave"."""
    OFFER = auto()
    """An infinitive of the speaker's own doing: "promised to leave"."""
    GERUND = auto()
    """A gerund: "denied taking it"."""
    ACCUSE = auto()
    """A person and "of" with a gerund: "accused him of lying"."""
    JUDGE = auto()
    """A thing and what it is called, in marks: "described it as "a farce""."""
    PLAIN = auto()
    """Hardly ever followed by a plain object, so what follows is a clause."""
    CAREFUL = auto()
    """Often followed by a plain object, so a clause without "that" must be plain to see."""


class Form(Flag):
    """Inflected form of a verb."""

    BASE = auto()
    THIRD = auto()
    PAST = auto()
    PARTICIPLE = auto()
    GERUND = auto()


class Verb(NamedTuple):
    """One inflected form in the lexicon."""

    lemma: str
    form: Form
    frames: Frame


_F = Frame
_SAY = _F.QUOTE | _F.THAT | _F.CLAUSE | _F.BEFORE
_SOME = _F.QUOTE | _F.THAT | _F.CLAUSE | _F.BEFORE | _F.CAREFUL
_TELL = _F.QUOTE | _F.THAT | _F.CLAUSE | _F.BEFORE | _F.HEARER
_MANNER = _F.QUOTE

_BY_FRAMES: tuple[tuple[Frame, str], ...] = (
    (_SAY | _F.QUESTION, "say explain"),
    (_SAY, "argue insist assert allege contend reckon conclude caution"),
    (
        _SOME,
        (
            "claim maintain add note state announce declare report reveal confirm acknowledge "
            "admit concede "
            "suggest stress emphasise emphasize remark observe comment disclose reiterate "
            "repeat affirm aver testify rule estimate predict forecast complain joke quip "
            "boast recall recount lament write tweet post blog respond reply answer counter "
            "retort rejoin opine speculate hypothesise theorise theorize surmise clarify "
            "underscore underline proclaim profess pronounce protest warrant imply intimate "
            "hint posit confess swear vow pledge promise guarantee charge signal submit"
        ),
    ),
    (_F.PLAIN, "say"),
    (_TELL | _F.ORDER | _F.QUESTION, "tell"),
    (_TELL, "assure inform remind notify"),
    (_SAY | _F.HEARER | _F.ORDER | _F.CAREFUL, "warn advise"),
    (_F.QUOTE | _F.QUESTION | _F.ORDER | _F.HEARER, "ask"),
    (_F.QUOTE | _F.QUESTION, "wonder inquire enquire"),
    (_F.QUOTE | _F.ORDER, "urge beg implore exhort order"),
    (_F.QUOTE | _F.THAT, "demand propose recommend"),
    (_F.QUOTE | _F.THAT | _F.CLAUSE | _F.CAREFUL | _F.GERUND, "deny"),
    (_F.OFFER, "promise vow pledge threaten"),
    (_F.ACCUSE, "accuse"),
    (_F.QUOTE, "appeal"),
    (
        _F.JUDGE,
        (
            "describe call characterise characterize brand label denounce condemn dismiss "
            "hail praise slam blast criticise criticize portray depict decry deride ridicule "
            "term slate lambast "
            "reject welcome cite defend refer laud tout"
        ),
    ),
    (
        _MANNER,
        (
            "continue conclude begin agree shout cry exclaim scream yell whisper mutter "
            "murmur mumble groan sigh gasp chant sing read quote intone laugh smile grin "
            "recite thunder bellow roar snap bark fume rage chuckle interject interrupt "
            "remember worry believe feel hope fear pose chide scold plead vent rant rave "
            "rasp croak holler hiss growl grunt wail weep "
            "coo gloat crow brag confide concur disagree lecture remonstrate taunt tease "
            "venture volunteer fret mourn narrate reminisce summarise summarize blurt beam shrug "
            "nod wink counsel reflect muse enthuse gush sob moan grumble sneer scoff advise "
            "caution apologise apologize urge think marvel elaborate"
        ),
    ),
    (_F.THAT, "agree mention pray decree stipulate specify find show"),
    (_F.THAT | _F.BEFORE, "learn hear"),
    (_F.QUOTE | _F.THAT, "indicate reason"),
)

_IRREGULAR = {
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "begin": ("begins", "began", "begun", "beginning"),
    "sing": ("sings", "sang", "sung", "singing"),
    "read": ("reads", "read", "read", "reading"),
    "admit": ("admits", "admitted", "admitted", "admitting"),
    "quip": ("quips", "quipped", "quipped", "quipping"),
    "blog": ("blogs", "blogged", "blogged", "blogging"),
    "beg": ("begs", "begged", "begged", "begging"),
    "snap": ("snaps", "snapped", "snapped", "snapping"),
    "sob": ("sobs", "sobbed", "sobbed", "sobbing"),
    "slam": ("slams", "slammed", "slammed", "slamming"),
    "grin": ("grins", "grinned", "grinned", "grinning"),
    "feel": ("feels", "felt", "felt", "feeling"),
    "weep": ("weeps", "wept", "wept", "weeping"),
    "brag": ("brags", "bragged", "bragged", "bragging"),
    "nod": ("nods", "nodded", "nodded", "nodding"),
    "shrug": ("shrugs", "shrugged", "shrugged", "shrugging"),
    "rebut": ("rebuts", "rebutted", "rebutted", "rebutting"),
    "find": ("finds", "found", "found", "finding"),
    "show": ("shows", "showed", "shown", "showing"),
    "learn": ("learns", "learned", "learned", "learning"),
    "hear": ("hears", "heard", "heard", "hearing"),
    "refer": ("refers", "referred", "referred", "referring"),
    "submit": ("submits", "submitted", "submitted", "submitting"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "forecast": ("forecasts", "forecast", "forecast", "forecasting"),
    "recall": ("recalls", "recalled", "recalled", "recalling"),
    "label": ("labels", "labelled", "labelled", "labelling"),
    "signal": ("signals", "signalled", "signalled", "signalling"),
}
_SPELLINGS = {
    "labeled": ("label", Form.PAST | Form.PARTICIPLE),
    "signaled": ("signal", Form.PAST | Form.PARTICIPLE),
    "learnt": ("learn", Form.PAST | Form.PARTICIPLE),
    "forecasted": ("forecast", Form.PAST | Form.PARTICIPLE),
}


def _inflect(lemma: str) -> list[tuple[str, Form]]:
    if lemma in _IRREGULAR:
        third, past, participle, gerund = _IRREGULAR[lemma]
    else:
        vowel_y = lemma.endswith("y") and lemma[-2] not in "aeiou"
        stem = lemma.removesuffix("e")
        if vowel_y:
            third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
        elif lemma.endswith(("s", "sh", "ch", "x")):
            third, past = lemma + "es", lemma + "ed"
        else:
            third, past = lemma + "s", stem + "ed"
        participle, gerund = past, stem + "ing"
    return [
        (lemma, Form.BASE),
        (third, Form.THIRD),
        (past, Form.PAST),
        (participle, Form.PARTICIPLE),
        (gerund, Form.GERUND),
    ]


def _compile() -> dict[str, Verb]:
    frames: dict[str, Frame] = {}
    for kinds, lemmas in _BY_FRAMES:
        for lemma in lemmas.split():
            frames[lemma] = frames.get(lemma, Frame(0)) | kinds
    verbs: dict[str, Verb] = {}
    for lemma, kinds in frames.items():
        for word, form in _inflect(lemma):
            known = verbs.get(word)
            same = known is not None and known.lemma == lemma
            verbs[word] = Verb(lemma, form | known.form if known and same else form, kinds)
    for word, (lemma, form) in _SPELLINGS.items():
        verbs[word] = Verb(lemma, form, frames[lemma])
    return verbs


_PHRASAL = {
    "went": ("on", Form.PAST, Frame.QUOTE),
    "goes": ("on", Form.THIRD, Frame.QUOTE),
    "put": ("it", Form.PAST, Frame.QUOTE),
    "puts": ("it", Form.THIRD, Frame.QUOTE),
    "hit": ("back", Form.PAST, Frame.QUOTE),
    "hits": ("back", Form.THIRD, Frame.QUOTE),
    "fired": ("back", Form.PAST, Frame.QUOTE),
    "shot": ("back", Form.PAST, Frame.QUOTE),
    "chimed": ("in", Form.PAST, Frame.QUOTE),
    "chipped": ("in", Form.PAST, Frame.QUOTE),
    "cut": ("in", Form.PAST, Frame.QUOTE),
    "summed": ("up", Form.PAST, Frame.QUOTE),
    "sums": ("up", Form.THIRD, Frame.QUOTE),
    "point": ("out", Form.BASE, _SOME),
    "points": ("out", Form.THIRD, _SOME),
    "pointed": ("out", Form.PAST, _SOME),
    "pointing": ("out", Form.GERUND, _SOME),
    "make": ("clear", Form.BASE, _SOME),
    "makes": ("clear", Form.THIRD, _SOME),
    "made": ("clear", Form.PAST | Form.PARTICIPLE, _SOME),
    "making": ("clear", Form.GERUND, _SOME),
}

PARTICLES = {word: particle for word, (particle, _, _) in _PHRASAL.items()}
"""Words that report speech only with the particle given."""

VERBS: dict[str, Verb] = _compile() | {
    word: Verb(word, form, frames) for word, (_, form, frames) in _PHRASAL.items()
}
"""Inflected forms of the reporting verbs."""

NOUN_LIKE = wc.word_set(
    "report reports claim claims note notes state states comment comments answer answers "
    "reply request requests order orders demand demands promise promises estimate estimates "
    "rule rules forecast forecasts charge charges post posts tweet tweets blog blogs joke "
    "jokes protest protests complaint sign signal signals warrant warrants guarantee "
    "guarantees call calls label labels command commands brand brands counter counters "
    "testimony point points laugh cry cries smile sigh roar praise address caution read offer "
    "offers refuse pledge pledges vow vows hint hints response responses remark remarks "
    "appeal appeals pose poses lecture counsel repeat reason reasons quote quotes blast laughs "
    "smiles"
)
"""Reporting verb forms that are as often nouns or adjectives."""
