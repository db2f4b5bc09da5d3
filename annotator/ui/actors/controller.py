"""Keeps the page of the registry true to the project, and does what is asked for on it, each in one undo step."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from annotator.domain.actor import Actor
from annotator.errors import MusnadError
from annotator.text.collation import sorter
from annotator.ui.actor_words import BETWEEN, kinds, other_names
from annotator.ui.actors.kinds import kind_menu
from annotator.ui.actors.page import ActorsPage
from annotator.ui.entries.controller import RegistryPages
from annotator.ui.entries.rows import EntryRow
from annotator.ui.i18n import tr, tr_n
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.ui.session import Session

MOST_FOUND = 200
MOST_MERGED = 40
"""Entries that are offered to be merged into one: of more, nobody could choose the one that stays."""


class ActorPages(RegistryPages):
    """The registry of actors."""

    def __init__(self, shell: Shell, session: "Session") -> None:
        action = shell.registry.action
        self.page = page = ActorsPage(action("file.import_actors"), action("file.export_actors"))
        super().__init__(shell, session, page, (page.entry.mentions, page.merging.mentions))
        page.set_fixed(session.project.read_only)
        page.new_asked.connect(self._make)
        page.entry.editor.changed.connect(self._change)
        page.entry.split.connect(self._split)
        page.entry.deleted.connect(self._delete)
        page.merging.merged.connect(self._merge)

    def of_selected(self) -> str | None:
        selected = self._session.selected
        return None if selected is None else selected.actor_id

    def finish(self) -> None:
        if self._shown:
            self.page.entry.editor.finish()

    # What is shown

    def refresh(self) -> None:
        self._list()
        self._choose()

    def _list(self) -> None:
        held, counts = self._project.actors(), self._project.mention_counts()
        typed = self.page.filter.text().strip()
        if typed:
            listed = [match.actor for match in self._project.find_actors(typed, MOST_FOUND)]
        else:
            place = sorter([actor.name for actor in held])
            listed = sorted(held, key=lambda actor: place(actor.name))
        titles = kinds(self._session.scheme)
        self.page.filter.set_missing(bool(typed) and not listed)
        self.page.show_rows([_row(actor, titles, counts) for actor in listed], len(held), self._shown)

    def show_chosen(self) -> None:
        if len(self._shown) > MOST_MERGED:
            self.page.show_nothing(len(self._shown))
            return
        actors = [self._project.actor(key) for key in self._shown]
        page = self.page
        if not actors:
            page.show_nothing()
        elif len(actors) == 1:
            self._show_entry(actors[0])
        else:
            mentions = [mention for actor in actors for mention in self._project.mentions(actor.id)]
            page.merging.show_actors(actors, self._project.mention_counts(), mentions)
            page.stack.setCurrentWidget(page.merging)

    def _show_entry(self, actor: Actor) -> None:
        fixed = self._project.read_only
        mentions = self._project.mentions(actor.id)
        self.page.entry.show_entry(actor, mentions, self._session.scheme, fixed=fixed)
        self.page.stack.setCurrentWidget(self.page.entry)

    # What is changed

    def _change(self, field: str, value: object) -> None:
        values: dict[str, Any] = {field: value}
        try:
            self._project.update_actor(self._shown[0], **values)
        except MusnadError as error:
            self._shell.tell_error(error)
            self.page.entry.editor.refuse(field)

    def _make(self, name: str) -> None:
        wanted = name or tr("New actor")
        if not kinds(self._session.scheme):
            self._try(lambda: self._add(wanted, ""))
            return
        menu = kind_menu(self._session.scheme, wanted, self.page.new)
        menu.chosen.connect(lambda kind: self._try(lambda: self._add(wanted, kind)))
        menu.open_below(self.page.new)

    def _add(self, name: str, kind: str) -> None:
        made = self._project.add_actor(name, kind)
        self.page.filter.clear()
        self.go_on_with(made.id)
        self.page.entry.editor.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.page.entry.editor.name.selectAll()

    def _merge(self, keep: str, others: list[str]) -> None:
        def merge() -> None:
            made = self._project.merge_actors(keep, *others)
            self.go_on_with(made.id)
            self._shell.messages.tell(
                "success", tr_n("{n} actors are now {name}. Undo takes it back.", len(others) + 1, name=made.name)
            )

        self._try(merge)

    def _split(self, spans: list[str], name: str) -> None:
        key = self._shown[0]

        def split() -> None:
            made = self._project.split_actor(key, spans, name=name)
            self.page.entry.forget()
            self.go_on_with(made.id)

        self._try(split)

    def _delete(self) -> None:
        key = self._shown[0]
        self._try(lambda: self._project.delete_actor(key))
        self.page.list.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _row(actor: Actor, titles: dict[str, str], counts: dict[str, int]) -> EntryRow:
    told = tr_n("{n} mentions", counts.get(actor.id, 0))
    detail = BETWEEN.join((told, *other_names(actor)))
    return EntryRow(actor.id, actor.name, titles.get(actor.kind, actor.kind), detail)
