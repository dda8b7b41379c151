"""What a document is called in annotations: the same on every machine."""

from __future__ import annotations

NAMESPACE = "89b83d77-a5ae-4db1-99e7-5de036d07e90"
"""Namespace UUID of the documents of this program (RFC 9562, section 5.5)."""


def document_id(name: str) -> str:
    """Name a document by its place in a library.

    Args:
        name: Path of the file relative to its library folder, with `/`, exactly as the file
            system has it; bytes that are no UTF-8 stand as lone surrogates (`os.fsdecode`).

    Returns:
        A `urn:uuid:` URI: the UUID of version 5 of that name.
    """
    import hashlib
    import uuid

    try:
        raw = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # Windows allows surrogates of its own in names
        raw = name.encode("utf-8", "surrogatepass")
    # `uuid.uuid5` takes no bytes before Python 3.12
    digest = hashlib.sha1(uuid.UUID(NAMESPACE).bytes + raw, usedforsecurity=False).digest()
    return uuid.UUID(bytes=digest[:16], version=5).urn
