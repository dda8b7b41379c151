"""Contents of hostile files: each kind a function of a source of chance."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from random import Random

ESCAPES = (
    "\x1b[31m", "\x1b]0;title\x07", "\x1b]52;c;aGk=\x07", "\x1b]8;;http://a.example\x1b\\",
    "\x1bc", "\x1b[2J", "\x1b[?1049h", "\x1bP+q544e\x1b\\", "\x9b31m", "\x9d0;x\x9c", "\x07",
    "\x08\x08", "\x7f", "\x0e", "\x1b[6n", "\x1b[c", "\x1b_Gf=100;AAAA\x1b\\",
)  # fmt: skip
MARKUP = (
    "[/]", "[bold]", "[@click=app.quit]x[/]", "[red on blue]", "$text", "{{ 7 * 7 }}", "<b>",
    "%s%n", "${HOME}", "`id`", "$(id)", "\\[", "[link=file:///etc/passwd]x[/link]",
    "<script>x</script>", "{0.__class__}", "&#27;[31m", "[Brussels] said",
)  # fmt: skip
INVISIBLE = (
    "\u202e", "\u202a", "\u2066", "\u2069", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff",
    "\u00ad", "\u061c", "\u200e", "\U000e0041", "\u0301" * 300, "\u2028", "\u2029", "\x85",
    "\ufffe", "\uffff",
)  # fmt: skip
WORDS = (
    *(
        "The",
        "minister",
        "said",
        "on",
        "Monday",
        "“It",
        "is",
        "over,”",
        "RIGA (AP) -",
        "By Ada Moss",
    ),
    *(
        "Łódź",
        "👩\u200d🚀",
        "العربية",
        "日本語",
        ".",
        "?",
        "\n",
        "\n\n",
        "3 March 2025",
        "Advertisement",
    ),
)
ROW_NAMES = ("text", "body", "title", "date", "source", "author", "id", "url", "x")


def prose(chance: Random, *strange: str, length: int = 200) -> str:
    """Words with strange ones between them."""
    words = chance.choices(WORDS, k=chance.randrange(1, length))
    for piece in chance.choices(strange, k=min(len(words), 40)) if strange else ():
        words.insert(chance.randrange(len(words)), piece)
    return " ".join(words)


def escapes(chance: Random) -> bytes:
    return prose(chance, *ESCAPES).encode()


def markup(chance: Random) -> bytes:
    return prose(chance, *MARKUP).encode()


def invisible(chance: Random) -> bytes:
    return prose(chance, *INVISIBLE).encode()


def nuls(chance: Random) -> bytes:
    return prose(chance, "\0").encode() + b"\0" * chance.choice((0, 3, 4, 500))


def surrogates(chance: Random) -> bytes:
    return prose(chance, "\ud800", "\udfff").encode("utf-8", "surrogatepass")


def invalid(chance: Random) -> bytes:
    data = bytearray(prose(chance, "é", "“").encode())
    for _ in range(chance.randrange(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(128, 256)
    return bytes(data)


def other_encodings(chance: Random) -> bytes:
    encoding = chance.choice(
        ("utf-16", "utf-16-le", "utf-32", "cp1252", "utf-7", "shift_jis", "koi8-r")
    )
    data = prose(chance, *ESCAPES).encode(encoding, "replace")
    return data[: len(data) - chance.randrange(3)]


def binary(chance: Random) -> bytes:
    head = chance.choice(
        (b"", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7\n", b"PK\x03\x04", b"\x7fELF", b"\x1f\x8b")
    )
    return head + chance.randbytes(chance.randrange(5_000))


def empty(chance: Random) -> bytes:
    return chance.choice((b"", b"\n", b" ", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\x1b", b"\0"))


def long_line(chance: Random) -> bytes:
    piece = chance.choice(
        (b"a", b"a ", b"A. ", b"[", b"*a ", b'"', b"<p>", b"{", b",", b"\x1b", b"\xc3")
    )
    return piece * (200_000 // len(piece))


def blank_lines(chance: Random) -> bytes:
    return chance.choice((b"\n", b"\r\n", b" \n", b"\r", b"\t\n")) * 100_000 + b"End."


def nested(chance: Random) -> bytes:
    deep = chance.choice((10, 100, 3_000))
    opening = chance.choice(
        ("> ", "- ", "1. ", "[", "{", "*", "_", "![", "<div>", "<b>", '{"a":', "<item>")
    )
    return (opening * deep + "a\n\n" + prose(chance)).encode()


def tables(chance: Random) -> bytes:
    columns, rows = chance.choice(((3, 5_000), (2_000, 3), (60, 60)))
    mark = chance.choice(("|", ",", "\t", "<td>"))
    line = mark.join("a" for _ in range(columns))
    return f"{line}\n{mark.join('-' for _ in range(columns))}\n{(line + chr(10)) * rows}".encode()


def front_matter(chance: Random) -> bytes:
    fields = (
        "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]", "{" * 5_000, "a: " + "[" * 9_000,
        "!!python/object/apply:os.system [id]", "title: \x1b]0;x\x07\ndate: " + "9" * 9_999,
        "a: b\n" * 3_900, "title: " + "x" * 20_000, "<<: *a", 'title: "\\e[31m"', "- a\n- b",
        "title: [a, [b, {c: d}]]\nauthor: {name: x}", "? " * 6_000,
    )  # fmt: skip
    return f"---\n{chance.choice(fields)}\n---\n{prose(chance)}".encode("utf-8", "replace")


def json_lines(chance: Random) -> bytes:
    rows: list[bytes] = []
    for _ in range(chance.randrange(1, 30)):
        row = {
            name: chance.choice(
                (prose(chance, *ESCAPES, length=20), 7, None, [1, "a"], {"name": "\x1b"}, True)
            )
            for name in chance.sample(ROW_NAMES, 5)
        }
        line = json.dumps(row, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
        rows.append(line[: chance.choice((None, None, None, len(line) // 2))])
    rows += [b"[" * 50_000, b'{"text": "\\ud800"}', b"9" * 6_000, b"NaN", b'{"text": 1e999}']
    chance.shuffle(rows)
    return chance.choice((b"\n", b"\r\n", b"\n\n")).join(rows)


def rows_of_cells(chance: Random) -> bytes:
    mark = chance.choice((",", ";", "\t"))
    names = mark.join(chance.sample(ROW_NAMES, 5))
    cells = (prose(chance, '"', "'", *ESCAPES, length=9) for _ in range(100))
    rows = (
        mark.join(f'"{cell}"' if chance.random() < 0.6 else cell for _ in range(5))
        for cell in cells
    )
    return "\n".join((names, *rows)).encode("utf-8", "replace")


def page(chance: Random) -> bytes:
    tags = (
        "<p>",
        "</p>",
        "<table><tr><td>",
        "<!--",
        "-->",
        "<h1>",
        "<script>",
        "</script>",
        "<li>",
        "&#27;",
    )
    meta = (
        '<meta charset="punycode">', '<meta charset="utf-16">', "<title>\x1b[31m</title>",
        "<base href=//x>", '<meta name="author" content="\x1b]0;x\x07">',
        '<meta property="og:title" content="[/]\u202e">',
        '<script type="application/ld+json">{"@type":"NewsArticle","author":[[[[{}]]]]}</script>',
    )  # fmt: skip
    body = prose(chance, *tags, *ESCAPES, *MARKUP)
    return f"<html><head>{''.join(chance.sample(meta, 3))}</head><body>{body}".encode()


def feed(chance: Random) -> bytes:
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    outside = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    head = chance.choice(
        ("", bomb, outside, '<?xml version="1.0" encoding="koi8-r"?>', "<!-- x -->")
    )
    items = "".join(
        f"<item><title>{chance.choice(('&x;', '&#27;[31m', 'A storm', '<b>x'))}</title>"
        f"<guid>{chance.randrange(20)}</guid><description>&lt;p&gt;A [/].</description></item>"
        for _ in range(chance.randrange(20))
    )
    data = f"{head}<rss><channel><title>P\u202e</title>{items}</channel></rss>".encode()
    return data[: chance.choice((None, None, len(data) // 2))]


def bomb(chance: Random) -> bytes:
    """Gzip that unpacks to a thousand times its size."""
    return gzip.compress(
        chance.choice((b"\0", b"a", b"\n", b'{"text":"a"}\n')) * 1_000_000, mtime=0
    )


KINDS: tuple[Callable[[Random], bytes], ...] = (
    *(escapes, markup, invisible, nuls, surrogates, invalid, other_encodings, binary, empty),
    *(
        long_line,
        blank_lines,
        nested,
        tables,
        front_matter,
        json_lines,
        rows_of_cells,
        page,
        feed,
        bomb,
    ),
)
"""Every kind of content."""

ENDINGS: dict[Callable[[Random], bytes], tuple[str, ...]] = {
    json_lines: (".jsonl", ".ndjson"),
    rows_of_cells: (".csv", ".tsv"),
    page: (".html", ".htm"),
    feed: (".rss", ".atom", ".xml"),
}
"""Suffixes of files that hold such contents; of all others text and Markdown."""
