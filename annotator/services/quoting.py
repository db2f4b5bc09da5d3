"""The attributes that the words of a new mark tell by themselves: whether they are a quotation. Pure."""

from collections.abc import Sequence

from annotator.domain.meanings import saying
from annotator.domain.scheme import Scheme
from annotator.domain.span import Part
from annotator.text.phrases import quote_form


def told_by_words(scheme: Scheme, label: str, text: str, parts: Sequence[Part]) -> dict[str, str]:
    """Return the attributes of a mark by hand, by what the scheme gives a meaning; empty where it says nothing so."""
    return saying(scheme.label(label), "quote_type", quote_form(text, parts))
