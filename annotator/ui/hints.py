"""The line of hints at the foot of the window: what the keys do now."""

from annotator.ui.context import Context
from annotator.ui.features import Features
from annotator.ui.i18n import ltr, tr
from annotator.ui.linking.feature import role_keys
from annotator.ui.session import Session
from annotator.ui.shell import Shell

MOST_KEYS = 7
"""Labels whose keys are named; of a scheme that has more, the bar and the menus tell the others."""


def hint(shell: Shell, features: Features, now: Context) -> str:
    """The keys that make sense with what is shown and selected, in the window's language."""
    leave = tr("{Esc} leaves focus mode") if now.look.focus else ""
    if not now.can_mark or shell.session is None:
        return leave
    return "   ·   ".join(filter(None, (leave, _marking(shell, features, shell.session, now))))


def _marking(shell: Shell, features: Features, session: Session, now: Context) -> str:
    """Return the hint for marking: the keys that mark, link, answer a suggestion, or go on."""
    if features.asks_for_actor:
        return tr("{Enter} links the chosen actor   ·   {Ctrl+Enter} makes a new one   ·   {Esc} leaves")
    if (linking := features.linking.made) is not None and (said := linking.hint()) is not None:
        return said
    if now.text:
        return tr("Mark as: {keys}", keys=_label_keys(shell, session))
    if now.suggestions and now.selected is None and (asked := features.suggesting().walking.hint()) is not None:
        return asked
    if roles := role_keys(now):
        return tr("Link: {roles}   ·   {Del} deletes   ·   {N} next mark", roles=roles)
    if now.has_mark:
        return tr("Change to: {keys}   ·   {Del} deletes   ·   {N} next mark", keys=_label_keys(shell, session))
    return tr("Select words to mark them   ·   {N} next mark   ·   {Ctrl+PgDown} next article")


def _label_keys(shell: Shell, session: Session) -> list[str]:
    """Each label with its key; a list, so that each is isolated by itself."""
    keys = [
        f"{ltr(label.shortcut)} {shell.workspace.label_title(label.key)}"
        for label in session.scheme.labels
        if label.shortcut
    ]
    return [*keys[:MOST_KEYS], *(["…"] if len(keys) > MOST_KEYS else [])]
