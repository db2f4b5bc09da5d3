"""Frames: which marks play a role for the selected one, what is proposed, and one key for each attribute."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QThreadPool

from annotator.domain.scheme import Attribute, RelationType, Scheme, title_in
from annotator.ui.actions import Action
from annotator.ui.after_painting import after_painting
from annotator.ui.context import Context
from annotator.ui.feature import OnDemand, WindowFeature
from annotator.ui.i18n import isolate, language, ltr, tr
from annotator.ui.scheme_ids import relation_id, relation_key
from annotator.ui.session import Session
from annotator.ui.shell import Window

if TYPE_CHECKING:
    from annotator.ui.linking.controller import LinkingController

AFTER_PAINTING_MS = 500
"""Milliseconds that leave a window that was just opened time to be painted and completed."""
FEW_VALUES = 3
"""Values that a digit walks through; of more, it opens the list."""
ATTRIBUTE_KEYS = 9
"""Attributes of a label that have a key of their own: 1 to 9, in the order of the card."""


def _read_ahead() -> None:
    """Read what the first claim needs, in another thread, while the person reads the first lines."""
    from annotator.services.framing import read_lexicon

    QThreadPool.globalInstance().start(read_lexicon)


class Linking(WindowFeature):
    """Asks which marks play a role, takes what is proposed, and lists the frames of the article."""

    def __init__(self, shell: Window) -> None:
        super().__init__(shell)
        self.controller: OnDemand[LinkingController] = OnDemand(self._make, lambda one: one.close())

    def _make(self) -> "LinkingController":
        from annotator.ui.linking.controller import LinkingController

        linking = LinkingController(self.session, self.shell.article, self.shell.registry, self.shell.modes)
        linking.failed.connect(self.shell.tell_error)
        return linking

    def attach(self) -> None:
        self.shell.workspace.text_selection_changed.connect(self._meet)
        self.shell.workspace.role_asked.connect(lambda role, link: self.controller().ask(role, link or None))

    def start(self, session: Session) -> None:
        session.selection_changed.connect(self._meet)
        session.scheme_changed.connect(self._leave)
        after_painting(AFTER_PAINTING_MS, session, _read_ahead)

    def _meet(self) -> None:
        """Be there as soon as a mark or text is selected: text may become a claim."""
        if self.shell.session is not None:
            self.controller()

    def _leave(self) -> None:
        if self.controller.made is not None:
            self.controller.made.leave()

    def add_to(self, now: Context) -> Context:
        made = self.controller.made
        return replace(now, proposal=True) if made is not None and made.proposal is not None else now

    def stop(self) -> None:
        self.controller.end()

    def ask(self, kind: RelationType) -> None:
        """Ask in the page which mark plays this role for the selected one."""
        self.controller().ask(kind.key)

    def scheme_actions(self, scheme: Scheme) -> Sequence[Action]:
        """An action for each relation of the scheme: ask which mark the selected one is linked to."""
        return [
            Action(
                id=relation_id(kind),
                title=partial(_link_title, kind),
                tip=partial(_link_tip, kind),
                shortcut=kind.shortcut,
                menu="annotate",
                submenu="links",
                begins_group=place == 0,
                enabled=partial(_can_link, kind),
                run=partial(self.ask, kind),
            )
            for place, kind in enumerate(scheme.relations)
        ]

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="annotate.take_proposal",
                title="Take the proposed source and cue",
                tip="Mark and link what the words propose for the selected claim (in the article: {Enter})",
                menu="annotate",
                submenu="suggestions",
                begins_group=True,
                enabled=lambda now: now.proposal,
                run=lambda: self.controller().take(),
            ),
            Action(
                id="annotate.refuse_proposal",
                title="Refuse the proposed source and cue",
                tip="Hide what the words propose for the selected claim (in the article: {Esc})",
                menu="annotate",
                submenu="suggestions",
                enabled=lambda now: now.proposal,
                run=lambda: self.controller().refuse(),
            ),
            *(_attribute_action(self.shell, place) for place in range(ATTRIBUTE_KEYS)),
            Action(
                id="view.frames",
                title="Attributions of this article",
                tip="List who says what in this article, instead of its marks",
                shortcut="Ctrl+Shift+A",
                menu="view",
                enabled=lambda now: now.scheme is not None and bool(now.scheme.frames),
                checked=lambda now: now.look.frames,
                run=lambda: self.shell.workspace.sides.show_frames(not self.shell.workspace.shows_frames),
            ),
        ]


def role_keys(now: Context) -> list[str]:
    """The keys that link the selected mark, each with what it asks for."""
    scheme = now.scheme
    if scheme is None:
        return []
    return [
        f"{ltr(key)} {title_in(kind.title, language(), kind.key)}"
        for kind in scheme.relations
        if now.can_link(kind) and (key := relation_key(kind, scheme)) is not None
    ]


def relation_for(now: Context, label: str) -> RelationType | None:
    """The relation that a label's key means now: with a claim selected and no text, Q asks for its cue."""
    if now.scheme is None or now.text:
        return None
    named = (kind for kind in now.scheme.relations if kind.key == label and kind.shortcut is None)
    return next((kind for kind in named if now.can_link(kind)), None)


def _can_link(kind: RelationType, now: Context) -> bool:
    return now.can_link(kind)


def _link_title(kind: RelationType) -> str:
    return tr("Link: {role}…", role=title_in(kind.title, language(), kind.key))


def _link_tip(kind: RelationType) -> str:
    return isolate(_link_title(kind).removesuffix("…"))


def _attribute_action(shell: Window, place: int) -> Action:
    return Action(
        id=f"annotate.attribute.{place + 1}",
        title=lambda: tr("Value of attribute {n}", n=place + 1),
        shortcut=str(place + 1),
        enabled=lambda now: _attribute(now, place) is not None,
        run=lambda: choose_value(shell, place),
    )


def _attribute(now: Context, place: int) -> str | None:
    keys = now.label.numbered if now.label is not None else ()
    return keys[place] if place < len(keys) else None


def choose_value(shell: Window, place: int) -> None:
    """Give an attribute of the selected mark its next value; of many the first, and open the list for another."""
    session, key = shell.session, _attribute(shell.registry.context, place)
    if session is None or session.selected is None or key is None:
        return
    label = session.scheme.label(session.selected.label)
    attribute = next(item for item in label.attributes if item.key == key)
    held = session.selected.attributes.get(key)
    few = len(attribute.listed) <= FEW_VALUES
    if few or held is None:
        held = attribute.after(held)
        shell.workspace.attribute_chosen.emit(key, held or "")
    if not few:
        _open_values(shell, attribute, held)


def _open_values(shell: Window, attribute: Attribute, held: str | None) -> None:
    """Open the list of the values of an attribute beside the caret, where the person looks."""
    from annotator.ui.panels.value_menu import ValueMenu, choices_of

    article = shell.article
    title = title_in(attribute.title, language(), attribute.key)
    menu = ValueMenu(title, choices_of(attribute), held, article, clearable=attribute.default is None)
    menu.chosen.connect(lambda value: shell.workspace.attribute_chosen.emit(attribute.key, value))
    menu.popup(article.viewport().mapToGlobal(article.caret_rect().bottomLeft().toPoint()))
