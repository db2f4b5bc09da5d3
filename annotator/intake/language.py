"""The language of an article that comes in."""

import re

from annotator.domain.document import UNDETERMINED
from annotator.text import language

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LONGEST_TAG = 64


def language_of(text: str, declared: str | None) -> str:
    """Return the tag of an article's language: the one that its source declares, unless the text speaks against it.

    Templates of pages and office programs declare English above Arabic: where the script is another, the text decides.
    """
    tag = (declared or "").strip().replace("_", "-")
    if not (len(tag) <= _LONGEST_TAG and _TAG.fullmatch(tag)):
        return language.language_of(text)
    found = language.language_of(text)
    contradicted = found != UNDETERMINED and language.script_of(found) != language.script_of(tag)
    return found if contradicted else tag
