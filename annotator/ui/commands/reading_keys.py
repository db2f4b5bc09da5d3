"""The hints of reading and marking, which is what goes on where no mode stands above it. Its keys are actions."""

from collections.abc import Sequence

from annotator.domain.scheme import Scheme, title_in
from annotator.ui.actions import ActionRegistry
from annotator.ui.i18n import language, ltr, tr
from annotator.ui.linking.feature import role_keys
from annotator.ui.modes import KeyTable, ModeKey

MOST_KEYS = 7
"""Labels whose keys are named; of a scheme that has more, the bar and the menus tell the others."""


class ReadingKeys(KeyTable):
    """The keys that mark, link, delete or go on, for what is selected."""

    reach = "own"

    def __init__(self, registry: ActionRegistry) -> None:
        self._registry = registry

    def table(self) -> Sequence[ModeKey]:
        now = self._registry.context
        if now.scheme is None or not now.can_mark:
            return []
        labels = _label_keys(now.scheme)
        if now.text:
            return [ModeKey((), says=tr("Mark as: {keys}", keys=labels))]
        next_mark = ModeKey(("N",), says=tr("{N} next mark"))
        if not now.has_mark:
            first = ModeKey((), says=tr("Select words to mark them"))
            return [first, next_mark, ModeKey(("Ctrl+PgDown",), says=tr("{Ctrl+PgDown} next article"))]
        roles = role_keys(now)
        does = tr("Link: {roles}", roles=roles) if roles else tr("Change to: {keys}", keys=labels)
        return [ModeKey((), says=does), ModeKey(("Del",), says=tr("{Del} deletes")), next_mark]


def _label_keys(scheme: Scheme) -> list[str]:
    """Return each label with its key; a list, so that each is isolated by itself."""
    keys = [
        f"{ltr(label.shortcut)} {title_in(label.title, language(), label.key)}"
        for label in scheme.labels
        if label.shortcut
    ]
    return [*keys[:MOST_KEYS], *(["…"] if len(keys) > MOST_KEYS else [])]
