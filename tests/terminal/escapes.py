"""Reading what a program writes to a terminal, sequence by sequence."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

_TOKEN = re.compile(
    r"\x1b\[(?P<lead>[<=>?]?)(?P<numbers>[0-9;:]*)(?P<middle>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?P<command>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b(?P<string>[PX^_])[^\x1b]*\x1b\\"
    r"|\x1b(?P<short>[ -/]*[0-~])"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
    r"|(?P<control>[\x00-\x1f\x7f-\x9f])"
)
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Written(NamedTuple):
    """What was written.

    Attributes:
        sequences: Control sequences (CSI), each as its private mark, what stands between, and its
            final letter; modes that are set or reset with their number.
        commands: Operating system commands (OSC), whole.
        others: Other escape sequences, and control characters.
        text: All the rest, joined.
    """

    sequences: Counter[str]
    commands: Counter[str]
    others: Counter[str]
    text: str

    @property
    def bidi(self) -> set[str]:
        """Characters that turn the direction of the text."""
        return set(_BIDI.findall(self.text))


def read_stream(raw: bytes) -> Written:
    """Part a stream into its sequences.

    Args:
        raw: All that a program wrote, from the first byte.

    Raises:
        UnicodeDecodeError: It is not UTF-8.
    """
    found = Written(Counter(), Counter(), Counter(), "")
    text: list[str] = []
    for match in _TOKEN.finditer(raw.decode()):
        if match["text"] is not None:
            text.append(match["text"])
        elif match["final"] is not None:
            mode = match["numbers"] if match["final"] in "hl" else ""
            found.sequences[match["lead"] + mode + match["middle"] + match["final"]] += 1
        elif match["command"] is not None:
            found.commands[match["command"]] += 1
        else:
            found.others[match[0]] += 1
    return found._replace(text="".join(text))
