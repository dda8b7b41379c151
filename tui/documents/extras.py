"""What is only there where the extra `web` was installed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from tui.documents.errors import UnreadableDocument

FAILURES = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What may go wrong inside a reader of many rules on a broken page or feed."""


def web_module(name: str) -> Any:
    """Import a module that comes with the extra `web`.

    Args:
        name: Name of the module.

    Raises:
        UnreadableDocument: The extra was not installed; the message says how to.
    """
    try:
        return import_module(name)
    except ImportError:
        raise UnreadableDocument(
            "Web pages and feeds need more than is installed: pip install 'newsreader[web]'."
        ) from None
