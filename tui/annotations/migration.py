"""Files of earlier versions of the format: brought to the present one step by step.

Version 0 is what has no `newsreader:version`: a page that another program wrote, or a codebook
typed by hand. It says nothing of what this program keeps beside the standard, and all of it can be
left out, so that the step to version 1 only names the version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.annotations.codec import VERSION, VERSION_MEMBER
from tui.annotations.lines import Item, to_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.annotations.lines import Lines


def _name_the_version(_: str, content: Lines) -> None:
    content.header[VERSION_MEMBER] = 1


STEPS: list[Callable[[str, Lines], None]] = [_name_the_version]
"""The step at place n takes the content of a file of version n to version n + 1.

A step is given the name of the file's list (`items`, `tags`, `documents`) and its content, which
may be any JSON; it changes the header and the values of the items in place, and must not fail.
"""


def version_of(header: dict[str, object]) -> int:
    """The version of a file, told from the members beside its list.

    Raises:
        ValueError: When it is no number from 0.
    """
    version = header.get(VERSION_MEMBER, 0)
    if type(version) is not int or version < 0:
        raise ValueError("its version is no number")
    return version


def migrate(kind: str, content: Lines) -> int | None:
    """Bring a file's content to the present version.

    Args:
        kind: The name of the file's list.
        content: What it holds.

    Returns:
        The version it had, where that is an earlier one.

    Raises:
        ValueError: When its version is no number from 0.
    """
    version = version_of(content.header)
    if version >= VERSION:
        return None
    for step in STEPS[version:VERSION]:
        step(kind, content)
    content.items = [Item(to_line(value), value, line) for _, value, line in content.items]
    return version
