"""Letting suggesters read: what they propose becomes their annotation sets (`model:aliases`).

What is taken and refused of it is the business of `services.suggestions`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

import msgspec
from msgspec.structs import replace

from annotator import log
from annotator.domain.annotator import Annotator
from annotator.domain.document import Document
from annotator.domain.ids import digest, new_id
from annotator.domain.link_rules import surplus
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Parts, Span
from annotator.errors import InputError, MusnadError, NotFoundError, NothingLearnedError, UnfitSchemeError
from annotator.services import actor_entries, annotate, articles, learning
from annotator.services.answered import unanswered
from annotator.services.door.file import ProjectFile
from annotator.services.progress import Progress
from annotator.services.suggested_marks import MODEL
from annotator.store import actors, annotations, documents, learned, marked, refusals
from annotator.store.connection import Connection
from annotator.store.edits import Edit, delete
from annotator.suggest.fitting import fit
from annotator.suggest.names import quick_sure_word
from annotator.suggest.proposal import Proposal
from annotator.suggest.registry import Context, MarkedWords, Suggester, find_suggester, suggesters
from annotator.text.folding import fold
from annotator.text.half_spaces import spaced


class SuggestReport(msgspec.Struct):
    """The report of a run: how many marks each suggester proposes now, and errors with suggester, article and reason.

    `idle` are those that have nothing to do, by the scheme or because they have learned nothing, and why. `unread`
    counts the articles that a suggester left alone because it does not know their languages.
    """

    found: dict[str, int]
    failed: list[tuple[str, str, MusnadError]]
    idle: list[tuple[str, MusnadError]] = []
    unread: dict[str, int] = {}


def handle_of(name: str) -> str:
    """The handle under which a suggester's marks are kept."""
    return MODEL + name


def chosen(using: Sequence[str] | None) -> list[Suggester]:
    """The suggesters of these names, or all that can read here. Raises NotFoundError."""
    if using is not None:
        return [find_suggester(name.removeprefix(MODEL)) for name in using]
    return [one for one in suggesters() if one.missing() is None]


def run(
    file: ProjectFile,
    using: Sequence[str] | None = None,
    document_ids: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> SuggestReport:
    """Let suggesters (None: all) read documents (None: all); what they proposed there before is replaced.

    Each document is written as soon as it was read; all of them are one undo step, unless somebody takes that back
    while this runs. One that fails is told in the report, and the rest goes on. `progress` is told (done, all, title)
    before each document and may raise Cancelled: what was proposed until then stays. Where the suggester that learns is
    named and has not learned yet, it learns first.
    """
    report = SuggestReport(found={}, failed=[])
    readers = {}
    by_name = {suggester.name: suggester for suggester in chosen(using)}
    if learning.NAME in by_name and learning.last(file) is None:
        _learn_first(file, by_name, report, asked=using is not None, progress=progress)
    known = _known(file, document_ids) if any(one.asks_for_marks for one in by_name.values()) else ()
    context = Context(
        scheme=file.scheme,
        actors=tuple(actor_entries.listed(file)),
        known=known,
        learned=learning.taggers(file) if learning.NAME in by_name else None,
    )
    for suggester in by_name.values():
        report.found[suggester.name] = 0
        try:
            readers[suggester.name] = suggester.prepare(context)
        except (UnfitSchemeError, NothingLearnedError) as error:
            report.idle.append((suggester.name, error))
            # What it proposed under another scheme, or had learned, goes.
            readers[suggester.name] = _proposes_nothing
        except Exception as error:  # a library that a suggester rests on may raise anything
            report.failed.append((suggester.name, "", _told(error)))
    action = new_id()
    if document_ids is None:
        document_ids = [one.id for one in articles.summaries(file, counted=False)]
    for place, document_id in enumerate(document_ids):
        try:
            document = articles.one(file, document_id)
        except NotFoundError:
            # Taken away since the run began.
            continue
        if progress is not None:
            progress(place, len(document_ids), document.title)
        answers: dict[str, list[Proposal]] = {}
        for name, reader in readers.items():
            if not by_name[name].can_read(document.language):
                # What it proposed while the article had another language goes.
                answers[name] = []
                report.unread[name] = report.unread.get(name, 0) + 1
                continue
            try:
                answers[name] = reader(document)
            except Exception as error:  # the suggester's own, or its library's: the others read on
                report.failed.append((name, document.title, _told(error)))
        action, counts = put(file, document, answers, action)
        for name, count in counts.items():
            report.found[name] += count
    return report


def _learn_first(
    file: ProjectFile,
    by_name: dict[str, Suggester],
    report: SuggestReport,
    *,
    asked: bool,
    progress: Progress | None,
) -> None:
    """Learn where somebody asked for what was learned and nothing was; who asked for nothing gets no long work."""
    if asked:
        try:
            learning.learn(file, progress)
            return
        except (NothingLearnedError, UnfitSchemeError) as error:
            report.found[learning.NAME] = 0
            report.idle.append((learning.NAME, error))
    del by_name[learning.NAME]


def _proposes_nothing(_document: Document) -> list[Proposal]:
    return []


def _told(error: Exception) -> MusnadError:
    if isinstance(error, MusnadError):
        return error
    # The report has one line for it; who looks for the cause wants to know where it came from.
    log.services.debug("a suggester failed", exc_info=error)
    return InputError("It failed: {reason}.", reason=f"{type(error).__name__}: {error}")


def put(
    file: ProjectFile, document: Document, answers: Mapping[str, Sequence[Proposal]], action: str | None = None
) -> tuple[str, dict[str, int]]:
    """Make each suggester's marks on a document these; the action, and how many each has there now.

    `action` is one to go on with, so that many documents are one undo step: a new one, or one that still
    stands. Where it was undone, another is begun.
    """
    if action is None or file.is_undone(action):
        action = new_id()
    counts = {}
    with file.acting(action) as act:
        for name, proposals in answers.items():
            counts[name], edits = edits_for(act.connection, act.scheme, document, name, proposals, act.annotator)
            act.edits += edits
    for name, proposals in answers.items():
        sure = {(one.label, one.parts): one.confidence for one in proposals if one.confidence is not None}
        if sure:
            file.keep(partial(_keep_confidences, document_id=document.id, handle=handle_of(name), sure=sure))
    return action, counts


def _keep_confidences(
    connection: Connection, document_id: str, handle: str, sure: Mapping[tuple[str, Parts], float]
) -> None:
    held = annotations.spans(connection, document_id, handle)
    found = {span.id: sure[span.label, span.parts] for span in held if (span.label, span.parts) in sure}
    learned.keep_confidences(connection, found)


FEW_DOCUMENTS = 20
"""Documents in which it is looked for words before names are made of them: of most that were marked, none stand
there."""


def _known(file: ProjectFile, document_ids: Sequence[str] | None) -> tuple[MarkedWords, ...]:
    """Return the words that I have marked, the latest last: for a few documents, those that may stand in them.

    The file is read through a connection of its own: nobody waits for it.
    """
    few = document_ids if document_ids is not None and len(document_ids) <= FEW_DOCUMENTS else None
    with file.apart() as view:
        wanted = _every_word if few is None else _standing_in(documents.texts(view, few).values())
        return tuple(MarkedWords(**words._asdict()) for words in marked.marked_words(view, file.annotator, wanted))


def _every_word(_words: str) -> bool:
    return True


def _standing_in(texts: Iterable[str]) -> Callable[[str], bool]:
    """Return a function that says of words whether they may be found in one of these texts."""
    forms = "\n".join(fold(way).form for text in texts for way in dict.fromkeys((text, spaced(text))))
    return lambda words: quick_sure_word(words) in forms


def edits_for(
    connection: Connection, scheme: Scheme, document: Document, name: str, proposals: Sequence[Proposal], annotator: str
) -> tuple[int, list[Edit]]:
    """Return how many marks a suggester has on a document that I could answer, and the edits that make its marks these.

    What is proposed again stays the mark that it is, and so does what somebody took. Nothing is written where nothing
    is new. The same proposal has the same id wherever it is made, so that two runs that meet are one. A run takes
    minutes, in which somebody may change the scheme or merge actors: what is written fits both as they are now.
    """
    proposals = _as_of_now(connection, scheme, document, proposals)
    handle = handle_of(name)
    ids = _ids(document.id, handle, proposals, annotations.spans(connection, document.id, handle))
    spans = {one.key: _span(document.id, handle, one, ids[one.key]) for one in proposals}
    links = _links(scheme, proposals, spans, annotations.relations(connection, document.id, handle))
    edits = list(_changes(connection, document.id, handle, list(spans.values()), links))
    if edits and not _is_known(connection, handle):
        edits.insert(0, annotations.annotator_row(Annotator(handle=handle, kind="model")))
    refused = refusals.refused(connection, document.id, annotator)
    open_ones = [span for span in spans.values() if (span.label, span.parts) not in refused]
    return len(unanswered(connection, scheme, annotator, document.id, open_ones, links)), edits


def _ids(document_id: str, handle: str, proposals: Iterable[Proposal], held: Iterable[Span]) -> dict[str, str]:
    """Return the id of each proposal's mark, by the proposal's key.

    Proposals of the same words are one mark, unless they are linked to other words: both links of a chain say the same.
    """
    proposals = list(proposals)
    parts = {one.key: one.parts for one in proposals}
    free: dict[tuple[str, Parts], list[str]] = {}
    for span in held:
        free.setdefault((span.label, span.parts), []).append(span.id)
    ids: dict[str, str] = {}
    made: dict[tuple[str, Parts], dict[str, str]] = {}
    for one in proposals:
        place = one.label, one.parts
        linked = repr(sorted((link.label, parts[link.to]) for link in one.relations if link.to in parts))
        known = made.setdefault(place, {})
        if linked not in known:
            said = f"{handle}\n{document_id}\n{one.label}\n{one.parts}"
            id = digest(f"{said}\n{linked}" if known else said)
            older = free.get(place, [])
            known[linked] = id if id in older or not older else older[0]
            if known[linked] in older:
                older.remove(known[linked])
        ids[one.key] = known[linked]
    return ids


def _as_of_now(
    connection: Connection, scheme: Scheme, document: Document, proposals: Sequence[Proposal]
) -> list[Proposal]:
    gone = actors.missing(connection, {one.actor_id for one in proposals if one.actor_id is not None})
    return [
        replace(one, actor_id=None) if one.actor_id in gone else one for one in fit(proposals, document.text, scheme)
    ]


def _span(document_id: str, handle: str, proposal: Proposal, span_id: str) -> Span:
    return Span(
        id=span_id,
        document_id=document_id,
        annotator=handle,
        label=proposal.label,
        parts=proposal.parts,
        attributes=dict(proposal.attributes),
        actor_id=proposal.actor_id,
    )


def _links(
    scheme: Scheme, proposals: Iterable[Proposal], spans: Mapping[str, Span], held: Iterable[Relation]
) -> list[Relation]:
    """Return the links between proposed marks, as many of each as a mark may have."""
    links = {link.id: link for link in _all_links(proposals, spans, held)}
    over = surplus({kind.key: kind for kind in scheme.relations}, links.values())
    return [link for link in links.values() if link.id not in over]


def _all_links(
    proposals: Iterable[Proposal], spans: Mapping[str, Span], held: Iterable[Relation]
) -> Iterator[Relation]:
    known = {(link.label, link.from_id, link.to_id): link.id for link in held}
    for one in proposals:
        for link in one.relations:
            if one.key in spans and link.to in spans:
                head, to = spans[one.key], spans[link.to]
                yield Relation(
                    id=known.get((link.label, head.id, to.id)) or digest(f"{head.id}\n{link.label}\n{to.id}"),
                    document_id=head.document_id,
                    annotator=head.annotator,
                    label=link.label,
                    from_id=head.id,
                    to_id=to.id,
                    attributes=dict(link.attributes),
                )


def _changes(
    connection: Connection, document_id: str, handle: str, spans: Sequence[Span], links: Sequence[Relation]
) -> Iterator[Edit]:
    """Yield the edits that make an annotation set these marks and links."""
    held = {span.id: span for span in annotations.spans(connection, document_id, handle)}
    held_links = {link.id: link for link in annotations.relations(connection, document_id, handle)}
    kept = {span.id for span in spans} | marked.taken_over(connection, held)
    wanted = {link.id for link in links} | {
        link.id for link in held_links.values() if {link.from_id, link.to_id} <= kept - {span.id for span in spans}
    }
    yield from (delete("relations", one) for one in held_links if one not in wanted)
    yield from (delete("spans", one) for one in held if one not in kept)
    fresh = [annotations.span_row(span, held.get(span.id)) for span in spans if held.get(span.id) != span]
    if fresh:
        yield from annotate.begun(connection, document_id, handle)
    yield from fresh
    yield from (
        annotations.relation_row(link, held_links.get(link.id)) for link in links if held_links.get(link.id) != link
    )


def _is_known(connection: Connection, handle: str) -> bool:
    return handle in {one.handle for one in annotations.annotators(connection)}
