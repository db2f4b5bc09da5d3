"""What the foot of the window says that the keys do now."""

from typing import TYPE_CHECKING

from annotator.ui import commands
from annotator.ui.context import Context
from annotator.ui.i18n import ltr, tr
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

MOST_KEYS = 7
"""Labels whose keys are named; of a scheme that has more, the bar and the menus tell the others."""


def hint(window: "MainWindow", now: Context) -> str:
    """The keys that make sense with what is shown and selected, in the window's language."""
    leave = tr("{Esc} leaves focus mode") if now.look.focus else ""
    if not now.can_mark or window.session is None:
        return leave
    return "   ·   ".join(filter(None, (leave, _marking(window, window.session, now))))


def _marking(window: "MainWindow", session: Session, now: Context) -> str:
    """Which keys mark, link, answer a suggestion, or go on."""
    if window.asks_for_actor:
        return tr("{Enter} links the chosen actor   ·   {Ctrl+Enter} makes a new one   ·   {Esc} leaves")
    if (said := window.linking_hint()) is not None:
        return said
    if now.text:
        return tr("Mark as: {keys}", keys=_label_keys(window, session))
    if now.suggestions and now.selected is None and (asked := window.suggesting.walking.hint()) is not None:
        return asked
    if roles := commands.role_keys(now):
        return tr("Link: {roles}   ·   {Del} deletes   ·   {N} next mark", roles=roles)
    if now.has_mark:
        return tr("Change to: {keys}   ·   {Del} deletes   ·   {N} next mark", keys=_label_keys(window, session))
    return tr("Select words to mark them   ·   {N} next mark   ·   {Ctrl+PgDown} next article")


def _label_keys(window: "MainWindow", session: Session) -> list[str]:
    """Each label with its key; a list, so that each is isolated by itself."""
    keys = [
        f"{ltr(label.shortcut)} {window.workspace.label_title(label.key)}"
        for label in session.scheme.labels
        if label.shortcut
    ]
    return [*keys[:MOST_KEYS], *(["…"] if len(keys) > MOST_KEYS else [])]
