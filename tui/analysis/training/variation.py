"""Articles made from articles: other names, capitals, headlines, bylines and datelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicon import word_set
from tui.analysis.tagger.words import shape
from tui.documents.wordlists import AGENCIES

if TYPE_CHECKING:
    import random

    from tui.analysis.training.corpus import Article, Sentence
    from tui.analysis.training.invention import Inventor, Words

_SMALL = word_set("a an and as at but by for from in into of on or the to with vs over")
_MONTHS = sorted(word_set("Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec. October"))


def _tagged(words: Words, label: str) -> Sentence:
    return [(word, ("I-" if k else "B-") + label) for k, word in enumerate(words)]


class Variator:
    """Makes variants of articles.

    Args:
        chance: Source of all choices.
        inventor: Where other names come from.
    """

    def __init__(self, chance: random.Random, inventor: Inventor) -> None:
        self._chance = chance
        self._inventor = inventor
        self._agencies = sorted(AGENCIES)

    def renamed(self, article: Article, share: float) -> Article:
        """Return an article in which a share of the names are others, the same throughout."""
        others: dict[tuple[str, Words], Words] = {}
        persons: dict[str, str] = {}
        result: Article = []
        for sentence in article:
            made: Sentence = []
            place = 0
            while place < len(sentence):
                tag = sentence[place][1]
                if tag == "O":
                    made.append(sentence[place])
                    place += 1
                    continue
                end = place + 1
                while end < len(sentence) and sentence[end][1] == "I-" + tag[2:]:
                    end += 1
                words = tuple(word for word, _ in sentence[place:end])
                key = (tag[2:], words)
                if key not in others:
                    others[key] = self._other(tag[2:], words, persons, share)
                made += _tagged(others[key], tag[2:])
                place = end
            result.append(made)
        return result

    def _other(self, label: str, words: Words, persons: dict[str, str], share: float) -> Words:
        if not words[0][0].isupper():
            return words
        if label != "PER":
            other = self._inventor.like(label, words) if self._chance.random() < share else words
            loud = len(words[0]) > 3 and all(word.isupper() for word in words)
            return tuple(word.upper() for word in other) if loud else other
        made = []
        for number, word in enumerate(words):
            if shape(word) not in ("Xx", "XX") or len(word) < 3:
                made.append(word)
                continue
            if word not in persons:
                first = number == 0 and len(words) > 1
                names = self._inventor.given if first else self._inventor.surnames
                keep = self._chance.random() >= share
                persons[word] = word if keep else self._chance.choice(names)
            new = persons[word]
            made.append(new.upper() if word.isupper() else new)
        return tuple(made)

    def shouted(self, sentence: Sentence) -> Sentence:
        """Return a sentence in capitals."""
        return [(word.upper(), tag) for word, tag in sentence]

    def titled(self, sentence: Sentence) -> Sentence:
        """Return a sentence with a capital to every longer word."""
        return [
            (word if word in _SMALL or not word[0].islower() else word[0].upper() + word[1:], tag)
            for word, tag in sentence
        ]

    def headline(self, article: Article) -> Sentence:
        """Return a headline made of the beginning of one of the first sentences."""
        among = [s for s in article[:6] if any(tag != "O" for _, tag in s)] or article[:1]
        sentence = list(self._chance.choice(among))
        end = min(len(sentence), self._chance.randint(5, 11))
        while end < len(sentence) and sentence[end][1][0] == "I":
            end += 1
        cut = [pair for pair in sentence[:end] if pair[0] not in ("the", "The", "a", "A", ".")]
        form = self._chance.random()
        return self.shouted(cut) if form < 0.6 else self.titled(cut) if form < 0.85 else cut

    def byline(self) -> Sentence:
        """Return a line that says who wrote it, or nothing."""
        draw = self._chance.random()
        person = _tagged(self._inventor.person(), "PER")
        if draw < 0.25:
            return []
        if draw < 0.55:
            return person
        if draw < 0.85:
            return [(self._chance.choice(("By", "by", "From")), "O"), *person]
        return [("By", "O"), *person, ("and", "O"), *_tagged(self._inventor.person(), "PER")]

    def dateline(self) -> Sentence:
        """Return place, date and agency as they open a story."""
        chance = self._chance
        city = self._inventor.city()
        if chance.random() < 0.8:
            city = tuple(word.upper() for word in city)
        line = _tagged(city, "LOC")
        if chance.random() < 0.4:
            line += [(",", "O"), *_tagged(self._inventor.country(), "LOC")]
        agency = _tagged(tuple(chance.choice(self._agencies).split()), "ORG")
        year = str(chance.randint(1988, 2025))
        day = str(chance.randint(1, 28))
        month = chance.choice(_MONTHS)
        draw = chance.random()
        if draw < 0.3:
            return [*line, (f"{year}-{chance.randint(1, 12):02}-{int(day):02}", "O")]
        if draw < 0.5:
            return [*line, ("(", "O"), *agency, (")", "O"), (chance.choice("-—–"), "O")]
        if draw < 0.65:
            return [*line, (",", "O"), (month, "O"), (day, "O"), ("(", "O"), *agency,
                    (")", "O"), (chance.choice(("--", "-", "—")), "O")]  # fmt: skip
        if draw < 0.75:
            return [*line, (",", "O"), (month, "O"), (day, "O"), ("-", "O")]
        return [*line, (chance.choice(("-", "—", "--", ":", "–")), "O")]

    def pieces(self, article: Article) -> list[Article]:
        """Return an article cut into short ones of one to three sentences."""
        found = []
        place = 0
        while place < len(article):
            size = self._chance.choice((1, 1, 2, 3))
            found.append(article[place : place + size])
            place += size
        return found

    def wired(self, article: Article) -> Article:
        """Return an article as agencies send it, with headline, byline and dateline."""
        apart = self._chance.random() < 0.5
        head: Article = [self.headline(article), self.byline(), self.dateline()]
        if apart:
            head = [[("\n", "O"), *line] if k else line for k, line in enumerate(head) if line]
        else:
            head = [line for line in head if line]
        rest = list(article)
        if apart and rest and self._chance.random() < 0.5:
            rest[0] = [*head.pop(), *rest[0]]
        if self._chance.random() < 0.12:
            rest = [self.shouted(one) if self._chance.random() < 0.3 else one for one in rest]
        elif self._chance.random() < 0.12:
            rest = [self.titled(one) if self._chance.random() < 0.4 else one for one in rest]
        return [*head, *rest]
