"""The words for the outcome of a mark: kept, changed (and how), rejected, missed."""

from annotator.domain.scheme import Scheme, title_in
from annotator.services.feedback import Feedback, Outcome
from annotator.ui.i18n import language, tr

SIGNS: dict[Outcome, str] = {"kept": "✓", "changed": "≠", "rejected": "✕", "missed": "+"}
"""Each outcome has a sign, so that nobody needs its colour."""
ROLES: dict[Outcome, str] = {"kept": "success", "changed": "warning", "rejected": "danger", "missed": "accent"}
"""The colour of an outcome in the theme."""


def outcome_words(outcome: Outcome) -> str:
    """Return an outcome in the language of the window, as the name of a group."""
    return {
        "kept": tr("Kept"),
        "changed": tr("Changed"),
        "rejected": tr("Rejected"),
        "missed": tr("Missed"),
    }[outcome]


def error_words(error: str) -> str:
    """Return a kind of error in the language of the window."""
    said = {
        "missed": tr("missed"),
        "spurious": tr("spurious"),
        "boundary": tr("boundary"),
        "label": tr("label"),
        "attribute": tr("attribute"),
        "link": tr("link"),
        "role": tr("role"),
        "actor": tr("actor"),
        "statement": tr("statement"),
        "only": tr("not in every reading"),
        "guideline": tr("guideline unclear"),
    }
    return said.get(error, error)


def told(one: Feedback, scheme: Scheme) -> str:
    """Return what became of a mark, in a line."""
    label = label_words(one, scheme)
    if one.outcome == "changed":
        new = next((span.label for span in one.gold if one.mine is not None and span.label != one.mine.label), None)
        if new is not None:
            return tr("{label}: now {other}", label=label, other=_title(scheme, new))
        if one.mine is not None and all(span.parts != one.mine.parts for span in one.gold):
            return tr("{label}: other boundaries", label=label)
        return tr("{label}: changed", label=label)
    return {
        "kept": tr("{label}: kept", label=label),
        "rejected": tr("{label}: rejected", label=label),
        "missed": tr("{label}: missed", label=label),
    }[one.outcome]


def label_words(one: Feedback, scheme: Scheme) -> str:
    """Return the title of the label that a mark had, or should have had."""
    return _title(scheme, one.mine.label if one.mine is not None else one.label)


def _title(scheme: Scheme, key: str) -> str:
    titles = {one.key: one.title for one in scheme.relations} | {one.key: one.title for one in scheme.labels}
    return title_in(titles[key], language(), key) if key in titles else key
