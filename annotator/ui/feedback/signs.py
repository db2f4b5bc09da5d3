"""The signs beside the lines on which something was decided about my marks."""

from collections.abc import Sequence

from annotator.domain.scheme import Scheme
from annotator.services.feedback import Feedback, Outcome
from annotator.ui.article.signs import Sign
from annotator.ui.feedback.words import ROLES, told
from annotator.ui.panels.row_icons import drawn
from annotator.ui.theme import themes

_ICONS: dict[Outcome, str] = {"kept": "check", "changed": "differs", "rejected": "close", "missed": "plus"}


def signs_of(found: Sequence[Feedback], scheme: Scheme) -> list[Sign]:
    """Return a sign for each outcome, on the line where its mark begins."""
    theme = themes().theme
    pictures = {one: drawn(_ICONS[one], theme.color(ROLES[one]).name()) for one in _ICONS}
    return [
        Sign(one.decision.id, span.start, pictures[one.outcome], told(one, scheme))
        for one in found
        if (span := one.mine or next(iter(one.gold), None)) is not None
    ]
