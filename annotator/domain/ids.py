"""Ids: random ones for what one person makes, digests for what two colleagues must meet in without talking.

The libraries behind them load OpenSSL, which costs more than the rest of the domain; a window that only shows an
article needs neither, so they are imported by the first id that is made.
"""


def new_id() -> str:
    """A random id: 32 hex digits (uuid4)."""
    import uuid

    return uuid.uuid4().hex


def digest(text: str) -> str:
    """The first 32 hex digits of SHA-256 of the text's UTF-8."""
    import hashlib

    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]
