"""Coding fast: tags by their keys, the last tag again, sweeps, words as tags; and copying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.documents.document import Span
from tui.documents.text import clean_line
from tui.ui.screens.annotating import Annotating
from tui.ui.widgets.modes import KeyMode

if TYPE_CHECKING:
    from tui.annotations.model import Tag
    from tui.documents.document import Document
    from tui.ui.messages import PassageChosen

_LONGEST_NAME = 60  # code points of a passage that may become the name of a tag


class Coding(Annotating):
    """A screen on which passages are tagged with as few keys as can be."""

    _sweep: str | None = None
    """Id of the tag that every passage gets as it is selected."""

    def action_tag_key(self) -> None:
        """Ask for the key of a tag, and apply the tag."""
        keys = self.store.codebook.keys
        if not keys:
            self.say("The codebook has no tags yet; t makes one.")
            return
        passage = self._passage()
        if passage is None:
            return

        def take(character: str) -> None:
            tag = keys.get(character)
            if tag is None:
                self.say(f"No tag has the key {character}; C shows and changes the keys.")
                return
            with self.saving():
                self._toggle(*passage, tag)

        some = "  ".join(f"{key} {tag.name}" for key, tag in keys.items())
        self.article.enter(KeyMode(some, take))

    def _last_tag(self) -> Tag | None:
        tag = next((tag for tag in self.store.recent_tags() if not tag.retired), None)
        if tag is None:
            self.say("No tag has been used yet; t chooses one.")
        return tag

    def action_tag_again(self) -> None:
        """Apply the tag used last."""
        tag, passage = self._last_tag(), self._passage()
        if tag is not None and passage is not None:
            with self.saving():
                self._toggle(*passage, tag)

    def action_sweep(self) -> None:
        """Give every passage that is selected from now on the tag used last, or end that."""
        if self._sweep is not None:
            self._sweep = None
            self.say("Passages are only selected again.")
            return
        tag = self._last_tag()
        if tag is not None:
            self._sweep = tag.id
            self.say(f"Every passage you select now gets the tag “{tag.name}”; = ends that.")

    def on_passage_chosen(self, message: PassageChosen) -> None:
        """Give the passage the tag of the sweep, if there is one."""
        document = self.article.document
        tag = self.store.codebook.by_id(self._sweep) if self._sweep else None
        if document is None or tag is None:
            return
        span = Span(message.start, message.end)
        same = self._same(document, span)
        if same is None or tag.id not in same.tags:
            with self.saving():
                self.store.annotate(document, span, tags=[tag.id])
                self.done(f"Tagged “{tag.name}”; = ends the sweep.")

    def action_tag_in_vivo(self) -> None:
        """Make the selected words a tag, and apply it."""
        passage = self._passage()
        if passage is None:
            return
        document, span = passage
        name = clean_line(document.text[span.start : span.end]).replace("/", " ").strip()
        if self.article.selection is None:
            self.say("Select the words that are to be the tag.")
        elif len(name) > _LONGEST_NAME:
            self.say(f"A tag has at most {_LONGEST_NAME} characters; select fewer words.")
        else:
            with self.saving():
                tag = self.store.new_tag(name)
                self.store.annotate(document, span, tags=[tag.id])
                self.done(f"Tagged “{tag.name}”. u undoes.")

    # copying

    def action_copy(self) -> None:
        """Copy the passage with where it is from: to the clipboard, and to a file."""
        passage = self._passage()
        if passage is None:
            return
        words = citation(*passage)
        self.app.copy_to_clipboard(words)
        path = self.session.places.folder / "copied.txt"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words + "\n", "utf-8")
        except OSError:
            self.say("Copied, as far as the terminal takes it.")
        else:
            self.say(f"Copied; also in {clean_line(str(path))}.")


def citation(document: Document, span: Span) -> str:
    """A passage in quotation marks, and what it is from."""
    words = " ".join(document.text[span.start : span.end].split())
    title = f"“{document.title}”"
    about = (document.author, title, document.source, document.date, document.name)
    place = f"characters {span.start}–{span.end}"
    return f"“{words}”\n— {', '.join(part for part in (*about, place) if part)}"
