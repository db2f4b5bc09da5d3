"""Use cases of comparing readings: where two differ, and how far readers agree."""

from collections.abc import Iterator, Sequence

import msgspec

from annotator.agreement.differences import Comparison, Difference, compare
from annotator.agreement.figures import Counting, Figures
from annotator.agreement.gamma import GammaFigure, gamma
from annotator.agreement.tally import UnitTally, Universe, Way
from annotator.agreement.units import ReadArticle, ReaderMarks, Tokenizer, Unit, UnitCut, coded, runs
from annotator.errors import InputError
from annotator.services import articles
from annotator.services.assigning import check_open
from annotator.services.door.file import ProjectFile
from annotator.services.progress import Progress
from annotator.store import annotations, decisions, documents
from annotator.store.connection import Connection


def comparison(file: ProjectFile, document_id: str, readers: Sequence[str]) -> Comparison:
    """Lay the readings of annotators of a document over each other; one that is not there has no marks.

    Raises NotFoundError for a document that is not here, InputError for an annotator that nobody is, and for one whose
    marks are hidden from me.
    """
    _check_known(file, readers)
    check_open(file, document_id, readers)
    with file.reading() as connection:
        documents.document(connection, document_id)
        return compare([marks_of(connection, document_id, one) for one in dict.fromkeys(readers)], file.scheme)


def agreement(
    file: ProjectFile,
    between: Sequence[str] | None = None,
    unit: Unit = "token",
    universe: Universe = "all",
    tokenizer: Tokenizer = "words",
    labels: Sequence[str] | None = None,
    document_ids: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> Figures:
    """Return how far readers agree on the documents that at least two of them have begun.

    `between` None: all people; gold and models only by name. `labels` None: all of the scheme. `universe` and the
    rest: `tally.Way`. Raises InputError for fewer than two readers, and for names of readers and labels that nobody
    and nothing has; NotFoundError for a document that is not here.
    """
    readers = _readers(file, between)
    counting = Counting(readers, Way(labels=_labels(file, labels), unit=unit, tokenizer=tokenizer, universe=universe))
    for article in _articles(file, readers, document_ids, progress):
        counting.add(article)
    return counting.told()


def gamma_figure(
    file: ProjectFile,
    between: Sequence[str] | None = None,
    unit: Unit = "token",
    tokenizer: Tokenizer = "words",
    labels: Sequence[str] | None = None,
    document_ids: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> GammaFigure:
    """Return γ of the documents that at least two readers have begun, place and label weighed together.

    Raises as `agreement`, and InputError where the library that computes it is not installed.
    """
    readers, counted = _readers(file, between), set(_labels(file, labels))

    def units() -> Iterator[dict[str, list[tuple[int, int, str]]]]:
        for article in _articles(file, readers, document_ids, progress):
            cut = UnitCut(article.text, unit, tokenizer)
            yield {
                one.annotator: [
                    (first, behind, one.spans[place].label)
                    for place, first, behind in cut.covered(one.spans)
                    if first < behind and one.spans[place].label in counted
                ]
                for one in article.readings
            }

    return gamma(units())


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a document that two readers give these labels (None: none), in code points."""

    document_id: str
    title: str
    start: int
    end: int
    a: str | None
    b: str | None


MOST_PLACES = 500
"""Places behind a figure that are listed; nobody walks more."""


def places(
    file: ProjectFile,
    a: str,
    b: str,
    labels: tuple[str | None, str | None] | None = None,
    unit: Unit = "token",
    tokenizer: Tokenizer = "words",
    progress: Progress | None = None,
) -> list[Place]:
    """Return the stretches on which two readers give these labels (None: all on which they differ), the first 500.

    A stretch is a run of units with the same two labels. Raises InputError for a name that nobody has.
    """
    _check_known(file, (a, b))
    way = Way(labels=_labels(file, None), unit=unit, tokenizer=tokenizer)
    found: list[Place] = []
    for article in _articles(file, [a, b], None, progress):
        cut = UnitCut(article.text, unit, tokenizer)
        said = [coded(cut, one.spans, way.codes)[0] for one in article.readings]
        for first, behind, mine, theirs in runs(*said):
            names = tuple(way.labels[code - 1] if code else None for code in (mine, theirs))
            if (names == labels) if labels is not None else (mine != theirs):
                place = {"start": int(cut.starts[first]), "end": int(cut.ends[behind - 1])}
                found.append(Place(document_id=article.id, title=article.title, a=names[0], b=names[1], **place))
                if len(found) == MOST_PLACES:
                    return found
    return found


def behind(
    file: ProjectFile,
    figure: str,
    between: Sequence[str] | None = None,
    document_ids: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> list[Place]:
    """Return the marks about which readers differ in what a figure counts, the first 500.

    `figure` is named as in warnings: `by_label.claim`, `by_role.source`, `by_attribute.claim.polarity`; anything else
    (`all`) is every difference. Raises as `agreement`.
    """
    found: list[Place] = []
    for article in _articles(file, _readers(file, between), document_ids, progress):
        for one in compare(article.readings, file.scheme).differences:
            if counts_in(figure, one):
                held = [span.label if span is not None else None for span in one.marks.values()]
                place = {"start": one.held[0].start, "end": one.held[0].end}
                found.append(Place(document_id=article.id, title=article.title, a=held[0], b=held[-1], **place))
                if len(found) == MOST_PLACES:
                    return found
    return found


def counts_in(figure: str, one: Difference) -> bool:
    """Return whether a difference lowers a figure."""
    kind, _, key = figure.partition(".")
    if kind == "by_label":
        return one.label == key
    if kind == "by_role":
        return any(detail.key.partition(".")[0] == key for detail in one.details if detail.kind != "attribute")
    if kind == "by_attribute":
        # Of a mark's own attribute a difference tells the name alone, of a link's the link too.
        wanted = {key, key.removeprefix(f"{one.label}.")}
        return any(detail.kind == "attribute" and detail.key in wanted for detail in one.details)
    return True


def _readers(file: ProjectFile, between: Sequence[str] | None) -> list[str]:
    if between is None:
        with file.reading() as connection:
            people = [one.handle for one in annotations.annotators(connection) if one.kind == "person"]
            begun = annotations.readers(connection)
        readers = [one for one in people if one in begun]
    else:
        readers = list(dict.fromkeys(between))
        _check_known(file, readers)
    if len(readers) < 2:
        raise InputError(
            "Agreement is between two readers or more, and there is {count}: name them with --between A,B.",
            count=len(readers),
        )
    return readers


def _check_known(file: ProjectFile, handles: Sequence[str]) -> None:
    with file.reading() as connection:
        annotations.check_annotators(connection, handles)


def _labels(file: ProjectFile, labels: Sequence[str] | None) -> tuple[str, ...]:
    held = [label.key for label in file.scheme.labels]
    if labels is None:
        return tuple(held)
    for label in labels:
        if label not in held:
            names = ", ".join(held)
            raise InputError("The scheme has no label {label!r}; it has: {known}.", label=label, known=names)
    return tuple(label for label in held if label in set(labels))


def _articles(
    file: ProjectFile, readers: Sequence[str], document_ids: Sequence[str] | None, progress: Progress | None
) -> Iterator[ReadArticle]:
    """Yield the documents that at least two of the readers have begun, each read at one moment."""
    summaries = articles.summaries(file, counted=False)
    with file.reading() as connection:
        if document_ids is not None:
            for document_id in document_ids:
                documents.length_of(connection, document_id)
            summaries = [one for one in summaries if one.id in set(document_ids)]
        begun, published = annotations.begun(connection), documents.published(connection)
    shared = [one for one in summaries if len(begun.get(one.id, set()).intersection(readers)) > 1]
    for done, summary in enumerate(shared):
        if progress is not None:
            progress(done, len(shared), summary.title)
        here = [one for one in readers if one in begun[summary.id]]
        with file.reading() as connection:
            text = documents.texts(connection, [summary.id]).get(summary.id)
            if text is None:
                continue
            found = annotations.counted_readings(connection, summary.id, here, len(text))
        readings = tuple(
            ReaderMarks(annotator=one, spans=tuple(spans), relations=tuple(relations))
            for one, (spans, relations) in found.items()
        )
        yield ReadArticle(
            id=summary.id, title=summary.title, text=text, readings=readings, published=published.get(summary.id)
        )


def _article(connection: Connection, document_id: str, readers: Sequence[str]) -> ReadArticle | None:
    """Return a document with the readings of those of these readers who have begun it; None for fewer than two."""
    sets = annotations.annotation_sets(connection, document_id)
    begun = {one.annotator for one in sets if one.status != "todo"}
    here = [one for one in readers if one in begun]
    if len(here) < 2 or not documents.has_document(connection, document_id):
        return None
    text = documents.text_of(connection, document_id)
    readings = tuple(marks_of(connection, document_id, one) for one in here)
    return ReadArticle(id=document_id, title="", text=text, readings=readings, published=None)


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The agreement of the people who read a document: differences in all and undecided, and α over tokens.

    α is None where it is undefined.
    """

    differences: int
    undecided: int
    alpha: float | None


def standing(file: ProjectFile, document_id: str) -> Standing | None:
    """Return how far the people agree whose readings of a document I may see; None for fewer than two."""
    with file.reading() as connection:
        people = [one.handle for one in annotations.annotators(connection) if one.kind == "person"]
        article = _article(connection, document_id, people)
        held = {one.difference for one in decisions.decisions(connection, document_id)}
    if article is None:
        return None
    differences = compare(list(article.readings), file.scheme).differences
    tally = UnitTally(Way(labels=_labels(file, None)))
    tally.add(article, UnitCut(article.text, "token", "words"))
    undecided = sum(one.id not in held for one in differences)
    return Standing(differences=len(differences), undecided=undecided, alpha=tally.alpha())


def marks_of(connection: Connection, document_id: str, annotator: str) -> ReaderMarks:
    """Return the marks and links of one annotator on one document."""
    return ReaderMarks(
        annotator=annotator,
        spans=tuple(annotations.spans(connection, document_id, annotator)),
        relations=tuple(annotations.relations(connection, document_id, annotator)),
    )
