"""Modes of the article: each takes the keys until it has what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.reading.jump import Jump
    from tui.reading.motions import Motions
    from tui.ui.widgets.article import ArticleView


class Label(NamedTuple):
    """Letters drawn over the text.

    Attributes:
        place: Offset of the code point they are drawn from.
        letters: What has to be typed.
    """

    place: int
    letters: str


class Mode:
    """Takes keys.

    Attributes:
        hint: What the reader is asked for, and how to leave.
        keys: Keys it takes and a word on each, for the last line of the screen.
        labels: What is drawn over the text meanwhile.
        stays: Whether it goes on when the reader comes back from elsewhere.
    """

    hint = ""
    keys: Sequence[tuple[str, str]] = ()
    stays = False
    labels: Sequence[Label] = ()

    def take(self, key: str, character: str) -> Mode | None:
        """Take a key.

        Args:
            key: Its Textual name.
            character: What it types, or an empty string.

        Returns:
            The mode that takes the next key, or None where there is nothing more to ask.
        """
        raise NotImplementedError


_LEAVE = (("Esc", "Leave"),)


class KeyMode(Mode):
    """Asks for one character.

    Args:
        hint: What for.
        take: Is told the character.
    """

    keys = _LEAVE

    def __init__(self, hint: str, take: Callable[[str], None]) -> None:
        self.hint = hint
        self._take = take

    def take(self, key: str, character: str) -> Mode | None:
        """Tell the character; any other key is a change of mind."""
        if character.isprintable() and character:
            self._take(character)
        return None


class _Jumping(Mode):
    """Asks for a label.

    Args:
        jump: The labels.
        hint: What they lead to.
    """

    keys: Sequence[tuple[str, str]] = _LEAVE

    def __init__(self, jump: Jump, hint: str) -> None:
        self._jump = jump
        self.hint = hint
        self._label()

    def _label(self) -> None:
        jump = self._jump
        self.labels = [Label(target.place, jump.rest(target)) for target in jump.targets]

    def take(self, key: str, character: str) -> Mode | None:
        """Narrow the labels down; a letter that no label goes on with is passed over."""
        if key == "escape":
            return None
        jump = self._jump.typing(character) if character else self._jump
        if not jump.targets:
            return self
        if jump.chosen is not None:
            return self.arrive(jump.chosen.span)
        self._jump = jump
        self._label()
        return self

    def arrive(self, span: Span) -> Mode | None:
        """The label of this was typed."""
        raise NotImplementedError


class JumpMode(_Jumping):
    """Asks where to go, or which sentence or paragraph to select.

    Args:
        jump: The labels.
        hint: What they lead to.
        arrive: Is told what was chosen.
    """

    def __init__(self, jump: Jump, hint: str, arrive: Callable[[Span], None]) -> None:
        super().__init__(jump, hint)
        self._arrive = arrive

    def arrive(self, span: Span) -> Mode | None:
        """Tell what was chosen."""
        self._arrive(span)
        return None


class PassageStart(_Jumping):
    """Asks for the word a passage starts with, then for the one it ends with.

    Args:
        view: Where the text is.
        motions: Knows its words.
        seen: What part of it is in sight.
    """

    def __init__(self, view: ArticleView, motions: Motions, seen: Span) -> None:
        from tui.reading.jump import jump

        self._view, self._seen = view, seen
        self._words = motions.units.words_between(*seen)
        super().__init__(jump(self._words, view.cursor, seen), "Type the label where it begins")

    def arrive(self, span: Span) -> Mode | None:
        """Ask where it ends."""
        return _PassageEnd(self._view, self._words, span, self._seen)


class _PassageEnd(_Jumping):
    keys = (("Enter", "The one word"), *_LEAVE)

    def __init__(self, view: ArticleView, words: Sequence[Span], first: Span, seen: Span) -> None:
        from tui.reading.jump import jump_ends

        hint = "Type the label where it ends"
        super().__init__(jump_ends(words, first.start, seen), hint)
        self._view, self._first = view, first

    def take(self, key: str, character: str) -> Mode | None:
        """Enter takes the one word."""
        if key == "enter":
            return self.arrive(self._first)
        return super().take(key, character)

    def arrive(self, span: Span) -> Mode | None:
        """Select from the first word to this one."""
        self._view.choose(Span(self._first.start, span.end))
        return None


_IN_HINT = 7  # text objects that are named in a line of 80 columns
_OBJECT_KEYS = (("2-9", "Several"), ("Capital", "What is around, too"))


class ObjectMode(Mode):
    """Asks for a text object by its letter, with a number before it.

    Args:
        objects: Letters and what they stand for.
        select: Is told the object, how many, and whether what is around it is meant.
    """

    def __init__(self, objects: dict[str, str], select: Callable[[str, int, bool], None]) -> None:
        named = list(objects.items())
        self._words = "  ".join(f"{letter} {name}" for letter, name in named[:_IN_HINT])
        self.hint = self._words
        self.keys = (*named[_IN_HINT:], *_OBJECT_KEYS, *_LEAVE)
        self._objects = objects
        self._select = select
        self._count = 0

    def take(self, key: str, character: str) -> Mode | None:
        """A digit makes the number, a letter names the object."""
        if character.isdigit() and character.isascii():
            self._count = min(10 * self._count + int(character), 1_000)
            self.hint = f"{self._count} ×   {self._words}"
            return self
        name = self._objects.get(character.lower())
        if name is not None:
            self._select(name, max(self._count, 1), character.isupper())
        return None
