"""Suggestions: letting suggesters read, taking what they propose, and remembering what was refused.

A suggester is a colleague of the kind `model`: what it proposes is its annotation set (`model:aliases`), and what
is taken is copied into mine with `derived_from`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from annotator.domain.annotator import Annotator
from annotator.domain.document import Document
from annotator.domain.ids import new_id
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Parts, Span
from annotator.errors import InputError, MusnadError, NotFoundError
from annotator.services import annotate
from annotator.store import annotations, refusals
from annotator.store.connection import Connection
from annotator.store.journal import Edit
from annotator.suggest.proposal import Proposal
from annotator.suggest.registry import Context, Known, Suggester, find_suggester, suggesters

if TYPE_CHECKING:
    from annotator.services.project import Project

Progress = Callable[[int, int, str], None]
Place = tuple[str, Parts]
MODEL = "model:"


class SuggestReport(msgspec.Struct):
    """How many marks each suggester proposes now, and what went wrong: suggester, article, reason."""

    found: dict[str, int]
    failed: list[tuple[str, str, MusnadError]]


def handle_of(name: str) -> str:
    """The handle under which a suggester's marks are kept."""
    return MODEL + name


def chosen(using: Sequence[str] | None) -> list[Suggester]:
    """The suggesters of these names, or all. Raises NotFoundError."""
    return suggesters() if using is None else [find_suggester(name.removeprefix(MODEL)) for name in using]


def run(
    project: "Project", using: Sequence[str] | None, document_ids: Sequence[str], progress: Progress | None = None
) -> SuggestReport:
    """Let suggesters read documents; what they proposed there before is replaced, one undo step a document.

    One that fails is told in the report, and the rest goes on. `progress` is told (done, all, title) before each
    document and may raise Cancelled: what was proposed until then stays.
    """
    context = Context(scheme=project.scheme, actors=tuple(project.actors()), known=tuple(_known(project)))
    report = SuggestReport(found={}, failed=[])
    readers = {}
    for suggester in chosen(using):
        report.found[suggester.name] = 0
        try:
            readers[suggester.name] = suggester.prepare(context)
        except MusnadError as error:
            report.failed.append((suggester.name, "", error))
    for place, document_id in enumerate(document_ids):
        document = project.document(document_id)
        if progress is not None:
            progress(place, len(document_ids), document.title)
        answers: dict[str, list[Proposal]] = {}
        for name, reader in readers.items():
            try:
                answers[name] = reader(document)
            except MusnadError as error:
                report.failed.append((name, document.title, error))
        for name, count in project.put_suggestions(document, answers).items():
            report.found[name] += count
    return report


def _known(project: "Project") -> Iterable[Known]:
    """What I have marked, the latest documents last."""
    for summary in project.summaries():
        if summary.spans:
            text = project.document(summary.id).text
            for span in project.spans(summary.id):
                if len(span.parts) == 1:
                    yield Known(
                        text=text[span.start : span.end],
                        label=span.label,
                        attributes=span.attributes,
                        actor_id=span.actor_id,
                    )


def edits_for(
    connection: Connection, document: Document, name: str, proposals: Sequence[Proposal], annotator: str
) -> tuple[int, list[Edit]]:
    """How many marks a suggester has on a document now, and the edits that make them these.

    Left out is what I marked the same, and what I refused. Nothing is written where nothing is new.
    """
    handle = handle_of(name)
    mine = {(span.label, span.parts) for span in annotations.spans(connection, document.id, annotator)}
    left_out = mine | refusals.refused(connection, document.id, annotator)
    wanted = {one.key: one for one in proposals if (one.label, one.parts) not in left_out}
    spans = {key: _span(document.id, handle, one) for key, one in wanted.items()}
    links = [
        Relation(
            id=new_id(),
            document_id=document.id,
            annotator=handle,
            label=link.label,
            from_id=spans[one.key].id,
            to_id=spans[link.to].id,
            attributes=link.attributes,
        )
        for one in wanted.values()
        for link in one.relations
        if link.to in spans
    ]
    held = annotations.spans(connection, document.id, handle)
    if _content(held, annotations.relations(connection, document.id, handle)) == _content(spans.values(), links):
        return len(spans), []
    edits = [] if _is_known(connection, handle) else [annotations.annotator_row(Annotator(handle=handle, kind="model"))]
    if held:
        edits += annotate.removed(connection, [span.id for span in held])
    if spans:
        edits += annotate.begun(connection, document.id, handle)
    edits += [annotations.span_row(span) for span in spans.values()]
    return len(spans), [*edits, *(annotations.relation_row(link) for link in links)]


def _span(document_id: str, handle: str, proposal: Proposal) -> Span:
    return Span(
        id=new_id(),
        document_id=document_id,
        annotator=handle,
        label=proposal.label,
        parts=proposal.parts,
        attributes=dict(proposal.attributes),
        actor_id=proposal.actor_id,
    )


def _is_known(connection: Connection, handle: str) -> bool:
    return handle in {one.handle for one in annotations.annotators(connection)}


def _content(spans: Iterable[Span], relations: Iterable[Relation]) -> tuple[object, object]:
    """What marks and links say, without their ids."""
    places = {span.id: (span.label, span.parts) for span in spans}
    marks = sorted((span.label, span.parts, sorted(span.attributes.items()), span.actor_id or "") for span in spans)
    links = sorted(
        (link.label, places[link.from_id], places[link.to_id], sorted(link.attributes.items())) for link in relations
    )
    return marks, links


def taken(
    connection: Connection, scheme: Scheme, annotator: str, span_ids: Sequence[str]
) -> tuple[list[Span], list[Edit]]:
    """My copies of these suggestions, with the links between them, and the edits that make them mine.

    Where I have marked the same already, that mark takes part in the links. A link the scheme does not allow beside
    mine is left out. What was taken is no suggestion any more.
    """
    chosen = [_suggestion(connection, span_id) for span_id in dict.fromkeys(span_ids)]
    edits: list[Edit] = []
    copies: dict[str, Span] = {}
    for document_id in dict.fromkeys(span.document_id for span in chosen):
        mine: dict[Place, Span] = {
            (span.label, span.parts): span for span in annotations.spans(connection, document_id, annotator)
        }
        edits += annotate.begun(connection, document_id, annotator)
        for span in (span for span in chosen if span.document_id == document_id):
            place = (span.label, span.parts)
            if place not in mine:
                mine[place] = _copied(scheme, annotator, span)
                edits.append(annotations.span_row(mine[place]))
            copies[span.id] = mine[place]
        edits += _links(connection, scheme, annotator, document_id, copies)
    edits += annotate.removed(connection, [span.id for span in chosen])
    return list({span.id: span for span in copies.values()}.values()), edits


def _copied(scheme: Scheme, annotator: str, span: Span) -> Span:
    attributes = {**scheme.label(span.label).defaults, **span.attributes}
    return msgspec.structs.replace(span, id=new_id(), annotator=annotator, attributes=attributes, derived_from=span.id)


def _links(
    connection: Connection, scheme: Scheme, annotator: str, document_id: str, copies: Mapping[str, Span]
) -> list[Edit]:
    held = annotations.relations(connection, document_id, annotator)
    coming = {span.id: span for span in copies.values()}
    edits = []
    for link in annotations.relations_touching(connection, list(copies)):
        if link.from_id not in copies or link.to_id not in copies:
            continue
        mine = msgspec.structs.replace(
            link,
            id=new_id(),
            annotator=annotator,
            from_id=copies[link.from_id].id,
            to_id=copies[link.to_id].id,
            attributes={**scheme.relation(link.label).defaults, **link.attributes},
            derived_from=link.id,
        )
        try:
            annotate.check_relation(connection, scheme, mine, coming, held)
        except InputError:
            continue
        held.append(mine)
        edits.append(annotations.relation_row(mine))
    return edits


def refused(connection: Connection, annotator: str, span_ids: Sequence[str]) -> list[Edit]:
    """The edits that take suggestions away and keep them from coming back."""
    chosen = [_suggestion(connection, span_id) for span_id in dict.fromkeys(span_ids)]
    edits = [refusals.refusal_row(span.document_id, annotator, (span.label, span.parts)) for span in chosen]
    return [*edits, *annotate.removed(connection, [span.id for span in chosen])] if chosen else []


def _suggestion(connection: Connection, span_id: str) -> Span:
    span = annotations.span(connection, span_id)
    if span is None or not span.annotator.startswith(MODEL):
        raise NotFoundError("There is no suggestion {id!r}.", id=span_id)
    return span
