"""A project's annotation sets as records, one after the other, the way exporters and counters take them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from annotator.domain.actor import Actor
from annotator.domain.annotator import AnnotationSet, Annotator
from annotator.domain.document import Document
from annotator.domain.frame import frames_of
from annotator.formats.record import Record
from annotator.services.splits import Shares, split_of

if TYPE_CHECKING:
    from annotator.services.project import Project

Progress = Callable[[int, int, str], None]
"""Hears how many steps are done, of how many, and what comes next; raises Cancelled to stop the work."""


class Chosen(msgspec.Struct, frozen=True):
    """Whose readings are wanted: those of all people and the gold one (`people`), and those of the annotators named.

    What a model proposed is nobody's reading until somebody takes it, so a model's are there only by name.
    """

    people: bool = True
    handles: frozenset[str] = frozenset()

    def takes(self, annotator: Annotator) -> bool:
        """Return whether the readings of this annotator are wanted."""
        return annotator.handle in self.handles or (self.people and annotator.kind != "model")


def records_of(
    project: "Project",
    chosen: Chosen,
    shares: Shares | None,
    progress: Progress | None = None,
    part: str | None = None,
) -> Iterator[Record]:
    """Yield the readings that are wanted, documents in order of import, then by handle; `part` only those of a split.

    With `people`, and without `part`, nothing is left out: a document that nobody has opened comes without an
    annotator, and the last record also carries the registry's entries that no span names. Others may write meanwhile.
    """
    registry: dict[str, Actor] = {actor.id: actor for actor in project.actors()}
    found = _readings(project, chosen, shares, registry, progress, part)
    return _with_unnamed(found, registry) if chosen.people and part is None else found


def _readings(
    project: "Project",
    chosen: Chosen,
    shares: Shares | None,
    registry: dict[str, Actor],
    progress: Progress | None,
    part: str | None,
) -> Iterator[Record]:
    splits = {one.id: None if shares is None else split_of(one.id, shares) for one in project.summaries(counted=False)}
    wanted = [id for id, split in splits.items() if part is None or split == part]
    for done, id in enumerate(wanted):
        document = project.document(id)
        if progress is not None:
            progress(done, len(wanted), document.title)
        people = {annotator.handle: annotator for annotator in project.annotators()}
        sets = sorted((one for one in project.sets(id) if chosen.takes(people[one.annotator])), key=_handle)
        for one in sets:
            yield _reading(project, document, one, people[one.annotator], registry, splits[id])
        if chosen.people and not sets:
            yield Record(
                document=document,
                scheme_name=project.scheme.name,
                scheme_version=project.scheme.version,
                split=splits[id],
            )


def _handle(one: AnnotationSet) -> str:
    return one.annotator


def _reading(
    project: "Project",
    document: Document,
    one: AnnotationSet,
    annotator: Annotator,
    registry: dict[str, Actor],
    split: str | None,
) -> Record:
    # Someone may be marking while this runs: relations first, and only those whose ends are still there.
    relations = project.relations(document.id, one.annotator)
    spans = project.spans(document.id, one.annotator)
    here = {span.id for span in spans}
    relations = [relation for relation in relations if {relation.from_id, relation.to_id} <= here]
    named = dict.fromkeys(span.actor_id for span in spans if span.actor_id is not None)
    if not registry.keys() >= named.keys():
        registry.update((actor.id, actor) for actor in project.actors())
        # An entry that is gone, or has not come, is no link; `musnad check` names the mark.
        spans = [span if span.actor_id in registry else replace(span, actor_id=None) for span in spans]
    return Record(
        document=document,
        annotator=annotator,
        status=one.status,
        scheme_name=project.scheme.name,
        scheme_version=project.scheme.version,
        split=split,
        spans=tuple(spans),
        relations=tuple(relations),
        frames=tuple(frames_of(spans, relations, project.scheme)),
        actors=tuple(registry[id] for id in named if id in registry),
    )


def _with_unnamed(records: Iterable[Record], registry: Mapping[str, Actor]) -> Iterator[Record]:
    """The records, the last of them also with the registry's entries that no span names."""
    named: set[str] = set()
    last: Record | None = None
    for record in records:
        if last is not None:
            yield last
        named.update(actor.id for actor in record.actors)
        last = record
    if last is not None:
        rest = (registry[id] for id in sorted(registry.keys() - named))
        yield replace(last, actors=(*last.actors, *rest))
