"""What can be wrong with a document."""

from __future__ import annotations


class UnreadableDocument(Exception):  # noqa: N818 - it names what is wrong
    """A document cannot be read; the message is a sentence for people."""


class Broken(UnreadableDocument):
    """A row of a corpus or all of it cannot be read; the sentence does not name which."""


class NoFeed(UnreadableDocument):
    """An XML file is no feed."""
