"""Names that say only where something is, or after whom it is called, and so name nobody: في مصر، شارع سعد زغلول."""

from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.word_forms import spelled
from annotator.text import tokens


def names_no_actor(text: str, start: int, kind: str | None) -> bool:
    """Return whether the name that begins at `start` (code points) is no mention of the actor that bears it.

    `kind` is what the kind of the actor means. A state is none behind nouns of place (مدينة، حدود) and where it opens a
    clause with في; a state or a person is none behind what is called after them (جامعة، شارع).
    """
    if kind not in ("state", "person") or start == 0 or text[start - 1] != " ":
        return False
    word = tokens.word_at(text, start - 2) if start > 1 else None
    if word is None or word[1] != start - 1:
        return False
    form = spelled(text[slice(*word)])
    if _is_of(form, "named_after"):
        return True
    opens = not text[: word[0]].rstrip(" ")[-1:].isalnum()
    return kind == "state" and (_is_of(form, "places") or (opens and _is_of(form, "where")))


def _is_of(form: str, name: str) -> bool:
    return form in word_class(name) or _bare(form) in word_class(name)


def _bare(form: str) -> str:
    """Return a folded word without a conjunction and a preposition of one letter before it: وبجامعة."""
    form = form[1:] if form[:1] in "وف" else form
    return form[1:] if form[:1] in "بل" else form
