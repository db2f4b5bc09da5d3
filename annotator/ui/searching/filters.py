"""Filters of the project's search: marks, actors, annotators, publishers and days."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.scheme import Scheme, title_in
from annotator.domain.search import Query
from annotator.ui.i18n import language, tr
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.searching.boxes import ActorBox, Choice, DayBox, together

if TYPE_CHECKING:
    from annotator.services.actor_finder import Match


class FilterChoices(msgspec.Struct, frozen=True):
    """The values that the project has for the filters."""

    me: str
    scheme: Scheme
    find_actors: "Callable[[str], Sequence[Match]]"
    annotators: Sequence[str]
    publishers: Sequence[str]


class Filters(QWidget):
    """The fields, as many beside one another as fit."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known: FilterChoices | None = None
        self.label, self.attribute = Choice("search_label"), Choice("search_attribute")
        self.actor = ActorBox("search_actor")
        self.actor.setFixedWidth(150)
        self.annotator, self.publisher = Choice("search_annotator"), Choice("search_publisher")
        self.since, self.until = DayBox("search_since", last=False), DayBox("search_until", last=True)
        flow = FlowLayout(self, spacing=6)
        flow.setContentsMargins(0, 0, 0, 0)
        fields = (self.label, self.attribute, self.actor, self.annotator, self.publisher)
        for field in (*fields, together(self.since, self.until)):
            flow.addWidget(field)
        self.label.currentIndexChanged.connect(self._offer_attributes)
        self.changed.connect(self._show_annotator)
        for choice in (self.label, self.attribute, self.annotator, self.publisher):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.actor.changed.connect(self.changed)
        for day in (self.since, self.until):
            day.textChanged.connect(lambda _: self.changed.emit())

    @property
    def count(self) -> int:
        """Return the number of filters that narrow the search now."""
        keys = (self.label.key, self.attribute.key, self.actor.actor_id, self.annotator.key, self.publisher.key)
        return sum(key is not None for key in (*keys, self.since.day, self.until.day))

    def narrow(self, query: Query) -> Query:
        """The query with what is chosen here."""
        key, _, value = (self.attribute.key or "").partition("=")
        return msgspec.structs.replace(
            query,
            label=self.label.key,
            attributes={key: value} if key else {},
            actor=self.actor.actor_id,
            annotator=self.annotator.key,
            publisher=self.publisher.key,
            since=self.since.day,
            until=self.until.day,
        )

    def offer(self, known: FilterChoices) -> None:
        """Offer what the project has; what was chosen stays chosen."""
        self._known = known
        self.actor.look_in(known.find_actors)
        self.retranslate()

    def clear(self) -> None:
        """Narrow nothing."""
        for choice in (self.label, self.annotator, self.publisher):
            choice.setCurrentIndex(0)
        self.actor.choose(None)
        self.since.clear()
        self.until.clear()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.actor.name(tr("Linked to actor"))
        self.since.name(tr("From day"))
        self.until.name(tr("To day"))
        for choice, name in (
            (self.label, tr("Label")),
            (self.attribute, tr("Attribute")),
            (self.annotator, tr("Annotator")),
            (self.publisher, tr("Publisher")),
        ):
            choice.setAccessibleName(name)
        if self._known is None:
            return
        labels = [(one.key, title_in(one.title, language(), one.key)) for one in self._known.scheme.labels]
        self.label.offer(tr("Anywhere in the text"), labels)
        self.annotator.offer(tr("In my marks"), [(one, one) for one in self._known.annotators])
        self.publisher.offer(tr("Any publisher"), [(one, one) for one in self._known.publishers])
        self.publisher.setVisible(len(self._known.publishers) > 1)
        self._offer_attributes()
        self._show_annotator()

    def _show_annotator(self) -> None:
        """Show the choice of the annotator only where the search is in marks."""
        marks = self.label.key is not None or self.actor.actor_id is not None
        self.annotator.setVisible(marks and self._known is not None and bool(self._known.annotators))

    def _offer_attributes(self) -> None:
        """Those of the label that is chosen."""
        key = self.label.key
        attributes = self._known.scheme.label(key).attributes if self._known and key else ()
        choices = [
            (
                f"{one.key}={value.key}",
                f"{title_in(one.title, language(), one.key)}: {title_in(value.title, language(), value.key)}",
            )
            for one in attributes
            for value in one.listed
        ]
        self.attribute.offer(tr("Any attribute"), choices)
        self.attribute.setVisible(bool(choices))
