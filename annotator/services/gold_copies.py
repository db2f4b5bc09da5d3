"""Copies of readers' marks in the gold reading, under ids that follow from theirs; a frame comes with its roles."""

from collections.abc import Collection, Mapping

import msgspec

from annotator.agreement.differences import Comparison
from annotator.domain.annotator import GOLD, Annotator
from annotator.domain.ids import digest
from annotator.domain.relation import Relation
from annotator.domain.span import Parts, Span
from annotator.errors import InputError
from annotator.services import annotate
from annotator.services.comparing import marks_of
from annotator.services.door.acting import Acting
from annotator.store import annotations
from annotator.store.edits import Edit


class CopiesWanted(msgspec.Struct, frozen=True):
    """A mark that the gold reading is to have, and the marks of other readers whose links of a kind it gets instead.

    `roles` gives other parts for marks that play a role in it, by the parts that they have. `stays`: it is the gold
    reading's own.
    """

    span: Span
    links: Mapping[str, Span] = {}
    roles: Mapping[Parts, Parts] = {}

    @property
    def stays(self) -> bool:
        """Return whether it is there already."""
        return self.span.annotator == GOLD


class Copying:
    """Copies marks into the gold reading, a frame with its roles, as far as the scheme allows it."""

    def __init__(self, act: Acting, document_id: str, comparison: Comparison, gone: set[str]) -> None:
        self._act = act
        self._document = document_id
        self._held = {
            span.id: span for span in annotations.spans(act.connection, document_id, GOLD) if span.id not in gone
        }
        links = annotations.relations(act.connection, document_id, GOLD)
        self._links = [link for link in links if link.id not in gone]
        self._of = {span.id: cluster for cluster in comparison.clusters for span in cluster.values()}
        self._sources = {
            who: marks_of(act.connection, document_id, who)
            for who in {span.annotator for cluster in comparison.clusters for span in cluster.values()}
        }
        self._by_id = {who: {span.id: span for span in one.spans} for who, one in self._sources.items()}
        self._labels = [one.key for one in act.scheme.relations]
        self._spans: dict[str, Span] = {}
        self._relations: dict[str, Relation] = {}

    def taken(self, wanted: CopiesWanted) -> str:
        """Copy a mark and the roles that it gives; the id of the mark in the gold reading, where it may be already."""
        span = wanted.span
        copy = span if wanted.stays else self._copy(span)
        leading = {label: wanted.links.get(label, span) for label in self._labels}
        for mark in {one.id: one for one in leading.values()}.values():
            labels = [label for label, one in leading.items() if one.id == mark.id]
            self._link_roles(mark, copy, labels, wanted.roles)
        by_id = self._by_id[span.annotator]
        for link in self._sources[span.annotator].relations:
            # Where it was merged, a mark has other parts than the one that its links lead from.
            if link.to_id == span.id and link.from_id in by_id:
                head = self._existing(by_id[link.from_id])
                if head is not None:
                    self._link(link, head, copy)
        return copy.id

    def _link_roles(self, mark: Span, copy: Span, labels: Collection[str], roles: Mapping[Parts, Parts]) -> None:
        """Copy the links with these labels that lead from a reader's mark."""
        by_id = self._by_id[mark.annotator]
        for link in self._sources[mark.annotator].relations:
            if link.from_id == mark.id and link.label in labels and link.to_id in by_id:
                filler = by_id[link.to_id]
                filler = msgspec.structs.replace(filler, parts=roles.get(filler.parts, filler.parts))
                self._link(link, copy, self._filler(filler))

    def edits(self) -> list[Edit]:
        """Return the edits that write what was copied."""
        if not self._spans and not self._relations:
            return []
        gold = Annotator(handle=GOLD, kind="gold")
        return [
            annotations.annotator_row(gold),
            *annotate.begun(self._act.connection, self._document, GOLD),
            *map(annotations.span_row, self._spans.values()),
            *map(annotations.relation_row, self._relations.values()),
        ]

    def _existing(self, span: Span) -> Span | None:
        """Return the gold mark that stands for this one or for another reader's of it."""
        if span.annotator == GOLD:
            return next((one for one in self._held.values() if one.id == span.id), None)
        cluster = self._of.get(span.id, {span.annotator: span})
        ids = {one.id for one in cluster.values()}
        here = [*self._held.values(), *self._spans.values()]
        return next((one for one in here if ids & {one.id, one.derived_from}), None) or next(
            (one for one in here if (one.label, one.parts) == (span.label, span.parts)), None
        )

    def _filler(self, span: Span) -> Span:
        """Return the gold mark that plays a role in place of a reader's, copied where there is none."""
        return self._existing(span) or self._copy(span)

    def _copy(self, span: Span) -> Span:
        here = {(one.label, one.parts): one for one in [*self._held.values(), *self._spans.values()]}
        held = here.get((span.label, span.parts))
        if held is not None:
            return held
        copy = msgspec.structs.replace(
            span,
            id=digest(f"{GOLD}\n{span.id}"),
            annotator=GOLD,
            derived_from=span.id,
            decided_by=self._act.annotator,
        )
        self._spans[copy.id] = copy
        return copy

    def _link(self, link: Relation, head: Span, to: Span) -> None:
        new = msgspec.structs.replace(
            link,
            id=digest(f"{GOLD}\n{link.id}"),
            annotator=GOLD,
            from_id=head.id,
            to_id=to.id,
            derived_from=link.id,
            decided_by=self._act.annotator,
        )
        coming = {**self._held, **self._spans}
        try:
            annotate.check_relation(
                self._act.connection, self._act.scheme, new, coming, [*self._links, *self._relations.values()]
            )
        except InputError:
            # It is there already, or the scheme has no room for one more beside those that were taken before.
            return
        self._relations[new.id] = new
