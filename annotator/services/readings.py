"""A project's annotation sets as records, one after the other, the way exporters and counters take them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

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


def records_of(
    project: "Project",
    handles: frozenset[str] | None,
    shares: Shares | None,
    progress: Progress | None = None,
) -> Iterator[Record]:
    """The readings of these annotators (None: of all), documents in order of import, then by handle.

    With `handles` None nothing is left out: a document that nobody has opened comes without an annotator, and the
    last record also carries the registry's entries that no span names. Others may write while this runs.
    """
    registry: dict[str, Actor] = {actor.id: actor for actor in project.actors()}
    found = _readings(project, handles, shares, registry, progress)
    return found if handles is not None else _with_unnamed(found, registry)


def _readings(
    project: "Project",
    handles: frozenset[str] | None,
    shares: Shares | None,
    registry: dict[str, Actor],
    progress: Progress | None,
) -> Iterator[Record]:
    summaries = project.summaries()
    for done, summary in enumerate(summaries):
        if progress is not None:
            progress(done, len(summaries), summary.title)
        document = project.document(summary.id)
        split = None if shares is None else split_of(document.id, shares)
        people = {annotator.handle: annotator for annotator in project.annotators()}
        sets = sorted(project.sets(document.id), key=lambda one: one.annotator)
        for one in sets:
            if handles is None or one.annotator in handles:
                yield _reading(project, document, one, people[one.annotator], registry, split)
        if handles is None and not sets:
            yield Record(
                document=document,
                scheme_name=project.scheme.name,
                scheme_version=project.scheme.version,
                split=split,
            )


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
        actors=tuple(registry[id] for id in named),
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
        yield msgspec.structs.replace(last, actors=(*last.actors, *rest))
