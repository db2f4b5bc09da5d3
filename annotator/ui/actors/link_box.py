"""The box over a mention's card in which an actor is searched for, and the entries of the registry that match."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.domain.span import Span
from annotator.errors import MusnadError
from annotator.ui.actor_words import BETWEEN, kind_for, kinds, other_names, why
from annotator.ui.actors.kinds import kind_menu
from annotator.ui.entries.ask_box import MOST_ROWS, NEW, NOTHING, AskBox
from annotator.ui.entries.rows import EntryRow
from annotator.ui.i18n import tr
from annotator.ui.shell import Window

if TYPE_CHECKING:
    from annotator.services.actor_finder import Match
    from annotator.ui.session import Session


class ActorLink(AskBox):
    """Links the selected mention to an entry of the registry."""

    def __init__(self, shell: Window) -> None:
        super().__init__(shell, "actor_link")

    def question(self) -> str:
        return tr("Who is it?")

    def registry_name(self) -> str:
        return tr("Actors")

    def hint(self) -> str:
        return tr("{Enter} links the chosen actor   ·   {Ctrl+Enter} makes a new one   ·   {Esc} leaves")

    def search(self, typed: str) -> None:
        session, span = self._shell.session, self._span
        if session is None or span is None:
            return
        name = typed.strip() or self.quote(session, span)
        matches = session.project.find_actors(name, MOST_ROWS - 1)
        new = EntryRow(NEW, tr("New actor “{name}”", name=name), _kind(session, span), foreign=False)
        if typed.strip():
            rows = [*(_row(match, session) for match in matches), new]
        else:
            # Nobody has typed: what is only like the name must not be taken by one key.
            rows = [_row(match, session) for match in matches if match.is_sure]
            rows += [new, *(_row(match, session) for match in matches if not match.is_sure)]
            if span.actor_id is not None:
                rows.append(EntryRow(NOTHING, tr("Nobody in the registry"), foreign=False))
        self.show_rows(rows)

    def take(self, session: "Session", span: Span, row: EntryRow) -> None:
        if row.key == NEW:
            self._make(session, span, self.line.text().strip() or self.quote(session, span))
        elif row.key != span.actor_id:
            session.project.update(span.id, actor_id=None if row.key == NOTHING else row.key)

    def _make(self, session: "Session", span: Span, name: str) -> None:
        kind = kind_for(session.scheme, span)
        if kind is not None:
            session.project.name_actor(span.id, name, kind)
            return
        # Nobody is taken for a person before somebody says so.
        menu = kind_menu(session.scheme, name, self._shell.article)
        menu.chosen.connect(lambda chosen: self._name(session, span, name, chosen))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        menu.popup(self.mapToGlobal(self.rect().topRight() if rtl else self.rect().topLeft()))

    def _name(self, session: "Session", span: Span, name: str, kind: str) -> None:
        try:
            session.project.name_actor(span.id, name, kind)
        except MusnadError as error:
            self._shell.tell_error(error)


def _row(match: "Match", session: "Session") -> EntryRow:
    actor = match.actor
    reason = why(match)
    names = other_names(actor, without=match.name if reason else "")
    kind = kinds(session.scheme).get(actor.kind, actor.kind)
    return EntryRow(actor.id, actor.name, kind, BETWEEN.join(filter(None, (reason, *names))))


def _kind(session: "Session", span: Span) -> str:
    key = kind_for(session.scheme, span)
    return tr("of which kind?") if key is None else kinds(session.scheme).get(key, key)
