"""Ids: random ones for what one person makes, digests for what two colleagues must meet in without talking.

The libraries behind them load OpenSSL, which costs more than the rest of the domain; a window that only shows an
article needs neither, so they are imported by the first id that is made.
"""

import os

_VARIANTS = "89ab"
"""The digits that may stand in a uuid for the way it was made."""


def new_id() -> str:
    """A random id: 32 hex digits (a uuid4, without what the library needs to make an object of it)."""
    digits = os.urandom(16).hex()
    return f"{digits[:12]}4{digits[13:16]}{_VARIANTS[int(digits[16], 16) % 4]}{digits[17:]}"


def digest(text: str) -> str:
    """The first 32 hex digits of SHA-256 of the text's UTF-8."""
    import hashlib

    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]
