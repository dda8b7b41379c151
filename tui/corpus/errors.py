"""What keeps the analysis of many documents from beginning, or from going on."""

from __future__ import annotations


class HelperError(Exception):
    """A helper process cannot be started; the message is a sentence for people."""


class ClusterError(Exception):
    """A cluster cannot be used; the message is a sentence for people."""
