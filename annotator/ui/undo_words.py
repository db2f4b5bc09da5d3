"""The message of undo and redo about work that they left alone: which, and whose newer work is the reason."""

from collections.abc import Iterable, Sequence

from annotator.domain.change import Kept, Reason
from annotator.ui.i18n import tr, tr_n

NAMED = 3
"""As many things are named in a sentence; more are counted."""

_SELDOM_NAMED = frozenset(("annotators", "annotation_sets", "refusals", "origins", "actor_aliases"))
"""Rows that go along with others; named only where nothing else is."""


def words(kept: Sequence[Kept]) -> str:
    """A sentence for each kind of reason, in the window's language."""
    shown = [one for one in kept if one.table not in _SELDOM_NAMED] or kept
    newer = _listed(shown, "changed", "deleted")
    used, missing = _listed(shown, "used"), _listed(shown, "missing")
    sentences = (
        newer and tr("Newer work stays as it is: {what}.", what=newer),
        used and tr("This stays, because newer work rests on it: {what}.", what=used),
        missing and tr("This does not come back, because its place has gone or is taken: {what}.", what=missing),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _listed(kept: Iterable[Kept], *reasons: Reason) -> list[str]:
    """The first of them by name, each with whose work is newer, and how many more there are."""
    names = list(dict.fromkeys(_named(one) for one in kept if one.reason in reasons))
    more = len(names) - NAMED
    return [*names[:NAMED], tr_n("and {n} others", more)] if more > 0 else names


def _named(one: Kept) -> str:
    name = tr("the scheme") if one.table == "settings" else one.name
    if not one.annotator:
        return name
    return tr("{name} ({annotator})", name=name, annotator=one.annotator)
