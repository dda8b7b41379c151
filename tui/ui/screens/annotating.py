"""Tagging and annotating the open document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.model import Analysis
from tui.documents.document import Span
from tui.reading.motions import Unit
from tui.reading.selection import trimmed
from tui.ui.messages import CursorMoved
from tui.ui.screens.findings import Findings
from tui.ui.themes import tag_colour
from tui.ui.widgets.inspector import NoteItem
from tui.ui.widgets.marks import Mark

if TYPE_CHECKING:
    from tui.annotations.model import Annotation, Tag
    from tui.documents.document import Document
    from tui.ui.screens.tags import Choice


class Annotating(Findings):
    """A screen on which passages are tagged and annotated; each action is saved at once."""

    # showing

    def show_annotations(self) -> None:
        """Draw the annotations of the open document, and list them."""
        from tui.annotations.model import Placement

        document = self.article.document
        if document is None:
            self.inspector.show("", Analysis(), ())
            return
        store = self.store
        annotations = store.annotations(document)
        marks = [
            self._mark(annotation)
            for annotation in annotations
            if annotation.placement is not Placement.ORPHANED
        ]
        self.show_found(marks)
        notes = [self._note_item(annotation) for annotation in annotations]
        self.inspector.show(document.text, self.found(), notes)
        self.documents.refresh()
        self.report_problems()

    def _note_item(self, annotation: Annotation) -> NoteItem:
        from tui.annotations.model import Placement

        placement = annotation.placement
        return NoteItem(
            annotation.start,
            annotation.end,
            annotation.exact,
            self._words(annotation),
            annotation.note,
            "" if placement is Placement.EXACT else placement.value,
        )

    def _tags(self, annotation: Annotation) -> list[Tag]:
        found = (self.store.codebook.by_id(tag) for tag in annotation.tags)
        return [tag for tag in found if tag is not None]

    def _words(self, annotation: Annotation) -> str:
        return ", ".join(tag.name for tag in self._tags(annotation))

    def _mark(self, annotation: Annotation) -> Mark:
        tags = self._tags(annotation)
        return Mark(
            annotation.id,
            annotation.start,
            annotation.end,
            tag_colour(tags[0].colour if tags else ""),
            self._words(annotation),
            bool(annotation.note),
        )

    # what is meant

    def _passage(self) -> tuple[Document, Span] | None:
        """The selection, or else the sentence under the cursor."""
        article = self.article
        if article.document is None or article.motions is None:
            self.say("No document is open.")
            return None
        span = article.selected or article.motions.unit_at(article.cursor, Unit.SENTENCE)
        span = trimmed(article.document.text, span) if span else Span(0, 0)
        if span.start == span.end:
            self.say("There is no text here to annotate.")
            return None
        return article.document, span

    def _same(self, document: Document, span: Span) -> Annotation | None:
        """The annotation of exactly this passage."""
        for annotation in self.store.annotations(document):
            if (annotation.start, annotation.end) == span:
                return annotation
        return None

    def _under_cursor(self) -> tuple[Document, Annotation] | None:
        """The shortest annotation under the cursor."""
        article = self.article
        if article.document is not None and article.page is not None:
            marks = article.page.marks.at(article.cursor)
            for annotation in self.store.annotations(article.document):
                if marks and annotation.id == marks[-1].id:
                    return article.document, annotation
        self.say("There is no annotation under the cursor.")
        return None

    def done(self, words: str, place: Span | None = None) -> None:
        """Show what has been done, and say it until the cursor moves again."""
        with self.article.prevent(CursorMoved):
            self.article.drop()
            if place is not None:
                self.article.go(place.start)
        self.show_annotations()
        self.show_keys()
        self.say(f"{words} Not on disk yet." if self.store.unsaved else words)

    # tags

    def action_tag(self) -> None:
        """Choose a tag for the selection or the sentence; one it has already is taken off."""
        passage = self._passage()
        if passage is None:
            return
        document, span = passage
        same = self._same(document, span)
        self._show_passage(span)

        def chosen(choice: Choice | None) -> None:
            if choice is not None:
                with self.saving():
                    self._toggle(document, span, self._tag_of(choice))

        from tui.ui.screens.tags import TagPicker

        words = document.text[span.start : span.end]
        picker = TagPicker(self.store, "Tag", words, same.tags if same else ())
        self.app.push_screen(picker, chosen)

    def _show_passage(self, span: Span) -> None:
        """Let the reader see what is meant."""
        if self.article.selection is None:
            self.article.select(span)

    def _tag_of(self, choice: Choice) -> Tag:
        return choice.tag or self.store.new_tag(choice.name)

    def _toggle(self, document: Document, span: Span, tag: Tag) -> None:
        same = self._same(document, span)
        if same is None or tag.id not in same.tags:
            self.store.annotate(document, span, tags=[tag.id])
            self.done(f"Tagged “{tag.name}”. u undoes.")
            return
        self.store.change(document, same.id, tags=[other for other in same.tags if other != tag.id])
        self.done(f"Took the tag “{tag.name}” off. u undoes.")

    def action_tag_number(self, number: int) -> None:
        """Apply the tag that a digit gives."""
        from tui.annotations.codebook import DIGITS

        codebook = self.store.codebook
        digit = DIGITS[number]
        tag = codebook.keys.get(digit)
        if tag is None:
            tags = sum(not tag.retired for tag in codebook)
            have = f"The codebook has {tags}" if tags else "The codebook has no tags yet"
            self.say(f"There is no tag {number + 1}. {have}; t makes one.")
            return
        passage = self._passage()
        if passage is not None:
            with self.saving():
                self._toggle(*passage, tag)

    def action_retag(self) -> None:
        """Give the annotation under the cursor another tag; its note stays."""
        found = self._under_cursor()
        if found is None:
            return
        document, annotation = found

        def chosen(choice: Choice | None) -> None:
            if choice is not None:
                with self.saving():
                    tag = self._tag_of(choice)
                    self.store.change(document, annotation.id, tags=[tag.id])
                    self.done(f"Retagged “{tag.name}”. u undoes.")

        from tui.ui.screens.tags import TagPicker

        had = self._words(annotation)
        title = f"Tag instead of “{had}”" if had else "Tag"
        picker = TagPicker(self.store, title, annotation.exact, annotation.tags)
        self.app.push_screen(picker, chosen)

    # notes

    def action_note(self) -> None:
        """Write a note on the selection or the sentence."""
        passage = self._passage()
        if passage is not None:
            self._show_passage(passage[1])
            self._edit(*passage, self._same(*passage))

    def action_edit_note(self) -> None:
        """Edit the note of the annotation under the cursor."""
        found = self._under_cursor()
        if found is not None:
            document, annotation = found
            self._edit(document, Span(annotation.start, annotation.end), annotation)

    def _edit(self, document: Document, span: Span, annotation: Annotation | None) -> None:
        def written(note: str | None) -> None:
            before = annotation.note if annotation else ""
            if note is None or note == before:
                self.say("The note is as it was.")
                return
            with self.saving():
                if annotation is None:
                    self.store.annotate(document, span, note=note)
                else:
                    self.store.change(document, annotation.id, note=note)
                self.done("Note saved. u undoes." if note else "Note deleted. u undoes.")

        from tui.ui.screens.note import NoteEditor

        words = document.text[span.start : span.end]
        self.app.push_screen(NoteEditor(words, annotation.note if annotation else ""), written)

    def action_correct(self) -> None:
        """Ask what is to be corrected: under the cursor, or of the selection."""
        from tui.ui.screens.correcting import Corrector

        Corrector(self).ask()

    def action_review(self) -> None:
        """Go through what the engine found, one by one."""
        from tui.ui.screens.reviewing import Review

        if self.found() is None:
            self.say("This document has not been analysed yet.")
            return
        review = Review(self)
        if review.show():
            self.article.enter(review)
            review.show()

    # annotations that have lost their place

    def action_put_back(self) -> None:
        """Put an orphaned annotation onto the selected passage."""
        from tui.annotations.model import Placement

        document, span = self.article.document, self.article.selected
        orphans = [
            annotation
            for annotation in (self.store.annotations(document) if document else ())
            if annotation.placement is Placement.ORPHANED
        ]
        if document is None or not orphans:
            self.say("No annotation of this document has lost its place.")
            return
        if span is None:
            self.say("Select the passage that the annotation belongs to, then press p again.")
            return
        passage = trimmed(document.text, span)

        def chosen(number: int | None) -> None:
            if number is not None:
                with self.saving():
                    self.store.change(document, orphans[number].id, span=passage)
                    self.done("The annotation has a place again. u undoes.")

        from tui.ui.screens.orphans import OrphanPicker

        items = [self._note_item(annotation) for annotation in orphans]
        words = document.text[passage.start : passage.end]
        self.app.push_screen(OrphanPicker(items, words), chosen)

    def action_changes(self) -> None:
        """Show what changed in the text since the reader annotated it, or hide it again."""
        from tui.annotations.changes import text_changes
        from tui.ui.screens.changes import Changes

        if self.article.changes:
            self.article.show(changes=())
            self.say("What changed is no longer marked; c marks it again.")
            return
        document = self.article.document
        old = self.store.old_text(document) if document else None
        if document is None or old is None:
            self.say("You have not annotated this document yet.")
            return
        changes = text_changes(old, document.text)
        if not changes:
            self.say("The text is what it was when you annotated it.")
            return

        self.article.show(changes=changes)

        def chosen(place: int | None) -> None:
            if place is not None:
                with self.article.prevent(CursorMoved):
                    self.article.drop()
                    self.article.go(place)
                self.article.reveal(top=True)
            self.say("+ marks what was added, − what was removed; c hides the marks.")

        self.app.push_screen(Changes(changes), chosen)

    def action_codebook(self) -> None:
        """Show the codebook; annotations follow what is done there."""
        from tui.ui.screens.codebook import CodebookScreen

        self.app.push_screen(CodebookScreen(self.store), lambda _: self.show_annotations())

    # taking back

    def action_delete(self) -> None:
        """Delete the annotation under the cursor."""
        found = self._under_cursor()
        if found is not None:
            document, annotation = found
            with self.saving():
                self.store.delete(document, annotation.id)
                self.done("Annotation deleted. u undoes.")

    def action_undo(self) -> None:
        """Take back the last action, and show where that was."""
        self._travel(back=True)

    def action_redo(self) -> None:
        """Do again what was taken back, and show where that is."""
        self._travel(back=False)

    def _travel(self, *, back: bool) -> None:
        with self.saving():
            change = self.store.undo() if back else self.store.redo()
            if change is None:
                self.say("There is nothing to undo." if back else "There is nothing to redo.")
                return
            index = self.session.index_of(change.document_id)
            if index is not None and index != self.index:
                self.open_document(index, read=True)
            self.done(change.sentence, change.span)
