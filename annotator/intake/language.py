"""The language of an article that comes in."""

import re

DEFAULT = "ar"
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def language_of(text: str, declared: str | None) -> str:
    """Return the tag of an article's language: the one that its source declares, if that is a tag, else `DEFAULT`."""
    del text
    tag = (declared or "").strip().replace("_", "-")
    return tag if len(tag) <= 64 and _TAG.fullmatch(tag) else DEFAULT
