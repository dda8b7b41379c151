"""Every action a reader can take: its key, its words, and where it holds.

Keys, footer, help and command palette are all made from this one table.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Where(StrEnum):
    """The part of the screen in which a command's keys count."""

    ANYWHERE = "anywhere"
    ARTICLE = "article"
    DOCUMENTS = "documents"
    INSPECTOR = "inspector"


class Command(NamedTuple):
    """One action.

    Attributes:
        id: Its name in settings, such as `move.word.next`.
        keys: Textual key names, separated by commas; the first is the one shown.
        title: What it does, for the help and the command palette.
        action: What Textual runs; actions of the main screen begin with `screen.`.
        where: The part of the screen in which its keys count.
        group: Heading it stands under in the help.
        hint: Its word in the footer; empty where it is not shown there.
        selecting: Whether the hint is for while a passage is selected (True), is for while none
            is (False), or both (None).
    """

    id: str
    keys: str
    title: str
    action: str
    where: Where
    group: str
    hint: str = ""
    selecting: bool | None = None


def _moves() -> list[Command]:
    rows = [
        ("character.previous", "left,h", "Back a character", "move('character', False)"),
        ("character.next", "right,l", "On a character", "move('character', True)"),
        ("row.previous", "up,k", "Up a row", "move_rows(-1)"),
        ("row.next", "down,j", "Down a row", "move_rows(1)"),
        ("word.previous", "b,ctrl+left", "Previous word", "move('word', False)"),
        ("word.next", "w,ctrl+right", "Next word", "move('word', True)"),
        (
            "sentence.previous",
            "left_parenthesis",
            "Previous sentence",
            "move('sentence', False)",
        ),
        ("sentence.next", "right_parenthesis", "Next sentence", "move('sentence', True)"),
        (
            "paragraph.previous",
            "left_curly_bracket,ctrl+up",
            "Previous paragraph",
            "move('paragraph', False)",
        ),
        (
            "paragraph.next",
            "right_curly_bracket,ctrl+down",
            "Next paragraph",
            "move('paragraph', True)",
        ),
        ("entity.previous", "less_than_sign", "Previous entity", "move('entity', False)"),
        ("entity.next", "greater_than_sign", "Next entity", "move('entity', True)"),
        ("quote.previous", "left_square_bracket", "Previous quote", "move('quote', False)"),
        ("quote.next", "right_square_bracket", "Next quote", "move('quote', True)"),
        ("page.previous", "pageup,ctrl+u", "Up a page", "move_pages(-1)"),
        ("page.next", "pagedown,space,ctrl+d", "Down a page", "move_pages(1)"),
        ("line.start", "home,circumflex_accent", "Start of the row", "move_edge(False)"),
        ("line.end", "end,dollar_sign", "End of the row", "move_edge(True)"),
        ("article.start", "g,ctrl+home", "Start of the article", "move_all(False)"),
        ("article.end", "G,ctrl+end", "End of the article", "move_all(True)"),
        ("annotation.previous", "comma", "Previous annotation", "move_annotation(False)"),
        ("hit.next", "semicolon", "Next place found", "move_hit(True)"),
        ("hit.previous", "colon", "Previous place found", "move_hit(False)"),
        ("jump", "F", "Jump to a word by its label", "jump('place')"),
        ("annotation.next", "full_stop", "Next annotation", "move_annotation(True)"),
    ]
    rows += [
        (
            "same.next",
            "asterisk",
            "Next mention of the entity, or quote of the speaker",
            "move_same(True)",
        ),
        (
            "same.previous",
            "number_sign",
            "Previous mention of the entity, or quote of the speaker",
            "move_same(False)",
        ),
    ]
    return [
        Command(f"move.{name}", keys, title, action, Where.ARTICLE, "Move in the article")
        for name, keys, title, action in rows
    ]


def _selects() -> list[Command]:
    rows = [
        ("word", "W", "Select the word", "select_unit('word')"),
        ("sentence", "S", "Select the sentence", "select_unit('sentence')"),
        ("paragraph", "P", "Select the paragraph", "select_unit('paragraph')"),
        ("entity", "E", "Select the entity", "select_unit('entity')"),
        ("quote", "Q", "Select the quote", "select_unit('quote')"),
        ("left", "shift+left", "Extend back a character", "extend('character', False)"),
        ("right", "shift+right", "Extend on a character", "extend('character', True)"),
        ("up", "shift+up", "Extend up a row", "extend_rows(-1)"),
        ("down", "shift+down", "Extend down a row", "extend_rows(1)"),
        (
            "word.left",
            "ctrl+shift+left",
            "Extend back a word",
            "extend('word', False)",
        ),
        ("word.right", "ctrl+shift+right", "Extend on a word", "extend('word', True)"),
        (
            "jump.passage",
            "f",
            "Select a passage by labels: its first, its last word",
            "jump('passage')",
        ),
        ("jump.sentence", "s", "Select a sentence by its label", "jump('sentence')"),
        ("jump.paragraph", "a", "Select a paragraph by its label", "jump('paragraph')"),
        ("object", "m", "Select a text object: a number, then its letter", "object"),
        ("grow", "plus", "Select the next larger unit", "grow(True)"),
        ("shrink", "minus", "Go back to the smaller one", "grow(False)"),
        (
            "start.previous",
            "alt+left",
            "Start of the selection back a word",
            "nudge('start', 'word', False)",
        ),
        (
            "start.next",
            "alt+right",
            "Start of the selection on a word",
            "nudge('start', 'word', True)",
        ),
        (
            "end.previous",
            "alt+shift+left",
            "End of the selection back a word",
            "nudge('end', 'word', False)",
        ),
        (
            "end.next",
            "alt+shift+right",
            "End of the selection on a word",
            "nudge('end', 'word', True)",
        ),
        ("flip", "percent_sign", "Go to the other end of the selection", "flip"),
    ]
    group = "Select a passage"
    return [
        Command(
            "select.visual",
            "v",
            "Start or end selecting with every move",
            "visual",
            Where.ARTICLE,
            group,
            "Select",
            selecting=False,
        ),
        *(
            Command(f"select.{name}", keys, title, action, Where.ARTICLE, group)
            for name, keys, title, action in rows
        ),
        Command(
            "select.none",
            "escape",
            "Drop the selection",
            "drop",
            Where.ARTICLE,
            group,
            "Drop",
            selecting=True,
        ),
    ]


_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)


def _annotates() -> list[Command]:
    group = "Tag and annotate"
    article = Where.ARTICLE
    return [
        Command(
            "annotate.tag",
            "t",
            "Tag the selection, or the sentence",
            "screen.tag",
            article,
            group,
            "Tag",
        ),
        Command(
            "annotate.note",
            "n",
            "Write a note on the selection, or the sentence",
            "screen.note",
            article,
            group,
            "Note",
        ),
        *(
            Command(
                f"annotate.tag.{ordinal}",
                str((number + 1) % 10),
                f"Apply the {ordinal} tag of the codebook",
                f"screen.tag_number({number})",
                article,
                group,
            )
            for number, ordinal in enumerate(_ORDINALS)
        ),
        Command(
            "annotate.tag.key",
            "apostrophe",
            "Apply the tag whose key follows",
            "screen.tag_key",
            article,
            group,
        ),
        Command(
            "annotate.tag.again",
            "T",
            "Apply the tag used last",
            "screen.tag_again",
            article,
            group,
        ),
        Command(
            "annotate.tag.sweep",
            "equals_sign",
            "Give each passage you select the tag used last, or end that",
            "screen.sweep",
            article,
            group,
        ),
        Command(
            "annotate.tag.words",
            "V",
            "Make the selected words a tag, and apply it",
            "screen.tag_in_vivo",
            article,
            group,
        ),
        Command(
            "annotate.copy",
            "y",
            "Copy the passage and where it is from",
            "screen.copy",
            article,
            group,
        ),
        Command(
            "annotate.edit",
            "enter",
            "Edit the note of the annotation under the cursor",
            "screen.edit_note",
            article,
            group,
        ),
        Command(
            "annotate.retag",
            "r",
            "Give the annotation under the cursor another tag",
            "screen.retag",
            article,
            group,
        ),
        Command(
            "annotate.delete",
            "x,delete",
            "Delete the annotation under the cursor",
            "screen.delete",
            article,
            group,
        ),
        Command(
            "annotate.correct",
            "e",
            "Correct the entity or the quote under the cursor, or add the selection",
            "screen.correct",
            article,
            group,
        ),
        Command(
            "annotate.review",
            "R",
            "Review what was found, one by one",
            "screen.review",
            article,
            group,
        ),
        Command(
            "annotate.place",
            "p",
            "Put an annotation that has lost its place onto the selection",
            "screen.put_back",
            article,
            group,
        ),
        Command("annotate.undo", "u,ctrl+z", "Undo", "screen.undo", Where.ANYWHERE, group, "Undo"),
        Command("annotate.redo", "ctrl+r,U", "Redo", "screen.redo", Where.ANYWHERE, group),
    ]


def _documents() -> list[Command]:
    group = "Documents"
    return [
        Command(
            "documents.next", "J", "Next document", "screen.step(1)", Where.ANYWHERE, group, "Next"
        ),
        Command(
            "documents.previous", "K", "Previous document", "screen.step(-1)", Where.ANYWHERE, group
        ),
        Command(
            "documents.unread",
            "N",
            "Next document that has not been opened",
            "screen.next_unread",
            Where.ANYWHERE,
            group,
        ),
        Command(
            "documents.done",
            "D",
            "Mark the document as done, or as not done",
            "screen.done",
            Where.ANYWHERE,
            group,
        ),
        Command(
            "documents.unread.mark",
            "Y",
            "Mark the document as unread",
            "screen.unread",
            Where.ANYWHERE,
            group,
        ),
        Command(
            "documents.memo",
            "M",
            "Write a memo on the document",
            "screen.memo",
            Where.ANYWHERE,
            group,
        ),
        Command(
            "documents.open",
            "enter",
            "Open the document and read it",
            "choose",
            Where.DOCUMENTS,
            group,
            "Read",
        ),
    ]


def _lists() -> list[Command]:
    commands = []
    for where in (Where.DOCUMENTS, Where.INSPECTOR):
        name = where.value
        rows = [
            ("up", "up,k", "Up", "step(-1)"),
            ("down", "down,j", "Down", "step(1)"),
            ("page.up", "pageup,ctrl+u", "Up a page", "page(-1)"),
            ("page.down", "pagedown,space,ctrl+d", "Down a page", "page(1)"),
            ("top", "home,g", "First", "edge(False)"),
            ("bottom", "end,G", "Last", "edge(True)"),
            ("back", "escape", "Back to the article", "screen.read"),
        ]
        commands += [
            Command(f"{name}.{key}", keys, title, action, where, f"In the {name} pane")
            for key, keys, title, action in rows
        ]
    inspector = Where.INSPECTOR
    group = "In the inspector pane"
    return [
        *commands,
        Command(
            "inspector.go",
            "enter",
            "Go to its place in the article",
            "choose",
            inspector,
            group,
            "Go to it",
        ),
        Command(
            "inspector.next",
            "right,l",
            "Next list: quotes, speakers, entities, notes",
            "turn(1)",
            inspector,
            group,
            "Next list",
        ),
        Command("inspector.previous", "left,h", "Previous list", "turn(-1)", inspector, group),
    ]


def _views() -> list[Command]:
    group = "Panes and program"
    rows = [
        ("view.documents", "o,f2", "Show or hide the documents", "screen.pane('documents')"),
        ("view.inspector", "i", "Show or hide the inspector", "screen.pane('inspector')"),
        ("view.quotes", "f3", "Show the quotes", "screen.inspect('quotes')"),
        ("view.speakers", "f4", "Show who is quoted, and how much", "screen.inspect('speakers')"),
        ("view.entities", "f5", "Show the entities", "screen.inspect('entities')"),
        ("view.notes", "f6", "Show your notes", "screen.inspect('notes')"),
        (
            "view.layers",
            "H",
            "Which kinds of entities and quotes are highlighted",
            "screen.layers",
        ),
        ("view.codebook", "C", "The codebook: edit, merge and retire tags", "screen.codebook"),
        (
            "view.changes",
            "c",
            "What changed in the text since you annotated it",
            "screen.changes",
        ),
        ("library.search", "backslash,ctrl+f", "Search the library", "screen.search"),
        (
            "library.tables",
            "L",
            "Everyone quoted, every entity, tag and note of the library",
            "screen.tables",
        ),
        (
            "library.survey",
            "A",
            "Analyse the whole library in the background, or stop that",
            "screen.survey",
        ),
        ("view.seek", "slash", "Look for words in the article", "screen.seek"),
        (
            "view.guidelines",
            "f7",
            "Show or hide the guidelines for coders",
            "screen.guidelines",
        ),
        ("view.focus", "z", "Hide all panes, or bring them back", "screen.alone"),
        ("view.next", "tab", "Next pane", "app.focus_next"),
        ("view.previous", "shift+tab", "Previous pane", "app.focus_previous"),
        ("view.theme", "ctrl+t", "Light or dark", "screen.theme"),
        ("app.palette", "ctrl+p", "All commands", "app.command_palette"),
        ("app.help", "question_mark,f1", "Help", "screen.help"),
        ("app.quit", "q,ctrl+q", "Quit; everything is saved already", "screen.leave"),
    ]
    hints = {
        "view.documents": "Documents",
        "view.inspector": "Inspector",
        "app.help": "Help",
        "app.quit": "Quit",
    }
    return [
        Command(name, keys, title, action, Where.ANYWHERE, group, hints.get(name, ""))
        for name, keys, title, action in rows
    ]


COMMANDS: tuple[Command, ...] = (
    *_moves(),
    *_selects(),
    *_annotates(),
    *_documents(),
    *_lists(),
    *_views(),
)
