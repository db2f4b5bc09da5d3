"""Words about documents and actors that come from outside: how long they may be, and what no file can hold."""

import re

from annotator.errors import InputError

ID_LENGTH = 256
"""The most code points of an id; ours have 32."""

NAME_LENGTH = 1000
"""The most code points of a title, a name, a kind or an outlet: a window shows them in one line."""

ADDRESS_LENGTH = 8192
"""The most code points of a URL or a path."""

NOTE_LENGTH = 1_000_000
"""The most code points of a note."""

_HALF = re.compile("[\ud800-\udfff]")


def check_words(text: str, most: int) -> None:
    """Raise InputError for a text of more than `most` code points, or one with half a character in it."""
    if len(text) > most:
        raise InputError(
            "{text!r} has {length} characters; it may have {most}.", text=text[:40] + "…", length=len(text), most=most
        )
    if not text.isascii() and _HALF.search(text):
        raise InputError("{text!r} holds half a character (a surrogate), which no file can keep.", text=text)
