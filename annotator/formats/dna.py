"""Writing a database of Discourse Network Analyzer: each claim a statement, with its source and its concept."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from typing import Annotated

from annotator.domain.document import Origin
from annotator.domain.meanings import claim_labels
from annotator.domain.scheme import Label, Scheme
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.dna_rows import USUAL, DnaRows, day_of, note_of, shown_name, values_of, variable_name
from annotator.formats.dna_tables import TABLES
from annotator.formats.losses import EVERYTHING, KINDS, Feature
from annotator.formats.options import Options, named, titled
from annotator.formats.record import Record
from annotator.formats.registry import writer
from annotator.store.foreign_database import written_database

COUNTED = Feature.ATTRIBUTES | Feature.COMMENTS
LOST = (
    Feature.DISCONTINUITY
    | Feature.RELATIONS
    | Feature.RELATION_ATTRIBUTES
    | Feature.ACTORS
    | Feature.STATUS
    | Feature.SPLITS
    | Feature.SCHEME
)
OTHER_MARKS = named("marks that are no claims")
EMPTY = named("readings without a mark")
UNCLEAR = named("agreements that are unclear")
NAMES = named("names of annotators")
ORIGINS = named("origins of articles after the first, and files they came in")
DAYS = named("moments of publication that are no whole day or second")
LANGUAGES = named("languages and directions of articles")
INTAKE = named("notes of what intake changed")
TAKEN_FROM = named("what marks were taken from")
DECIDED = named("who decided on marks")
ALIKE = named("actors called as another one")


class DnaOptions(Options, frozen=True, kw_only=True):
    """The password with which DNA lets each coder in."""

    password: Annotated[str, titled("Password of the coders")] = "musnad"


def statement_labels(scheme: Scheme) -> list[Label]:
    """Return the labels that become types of statements: those of claims, and those that came from another program."""
    claims = claim_labels(scheme)
    return [label for label in scheme.labels if label.key in claims or label.foreign is not None]


def count_lost(dataset: Dataset, _: DnaOptions) -> dict[str, int]:
    """Count what statements of DNA have no place for."""
    lost: Counter[str] = Counter()
    labels = {label.key for label in statement_labels(dataset.scheme)}
    names_of_variables = {
        label.key: {*USUAL, *(variable_name(one) for one in label.attributes)}
        for label in statement_labels(dataset.scheme)
    }
    documents: set[str] = set()
    people: set[str] = set()
    names: dict[tuple[bool, str], str] = {}
    for record in dataset.records:
        lost.update(_lost_marks(record, labels))
        if record.document.id not in documents:
            documents.add(record.document.id)
            lost.update(_lost_about(record))
        kept = set(_kept_notes(record, names_of_variables))
        lost[KINDS[Feature.COMMENTS]] += sum(comment.id not in kept for comment in record.comments)
        annotator = record.annotator
        lost[EMPTY] += annotator is not None and not any(span.label in labels for span in record.spans)
        if annotator is not None and annotator.handle not in people:
            people.add(annotator.handle)
            lost[NAMES] += bool(annotator.name) and shown_name(annotator) != annotator.name
        for actor in record.actors:
            lost[ALIKE] += names.setdefault((actor.kind == "person", actor.name), actor.id) != actor.id
    return {kind: count for kind, count in lost.items() if count}


def _lost_marks(record: Record, labels: set[str]) -> Iterator[str]:
    for span in record.spans:
        if span.label not in labels:
            yield OTHER_MARKS
            yield from [KINDS[Feature.ATTRIBUTES]] * len(span.attributes)
            continue
        if span.agreement == "unclear":
            yield UNCLEAR
        if span.derived_from is not None:
            yield TAKEN_FROM
        if span.decided_by is not None:
            yield DECIDED


def _kept_notes(record: Record, variables: Mapping[str, Container[str]]) -> Iterator[str]:
    """The ids of comments that are written as the notes and values that they were read from."""
    if (about := note_of(record)) is not None:
        yield about.id
    for span in record.spans:
        note = note_of(record, span.id)
        if note is not None and all(name in variables.get(span.label, ()) for name in values_of(note)):
            yield note.id


def _lost_about(record: Record) -> Iterator[str]:
    document = record.document
    first = document.origins[0] if document.origins else Origin()
    yield from [ORIGINS] * (max(0, len(document.origins) - 1) + (first.path is not None))
    if first.published and day_of(first.published)[1] != first.published:
        yield DAYS
    if document.language != "ar" or document.direction is not None:
        yield LANGUAGES
    yield from [INTAKE] * len(document.intake)


@writer(
    id="dna",
    title="Discourse Network Analyzer",
    use="reading",
    about=named("Statements in the database of Discourse Network Analyzer"),
    suffix=".dna",
    holds=EVERYTHING & ~LOST & ~COUNTED,
    options=DnaOptions,
    count=count_lost,
    counted=COUNTED,
)
def write_dna(dataset: Dataset, out: Sink, options: DnaOptions) -> None:
    """Write the database whole; positions in UTF-16 units."""
    rows = DnaRows(dataset.scheme, statement_labels(dataset.scheme), options.password)
    for record in dataset.records:
        rows.add(record)
    with out.file(f"{dataset.card.name}.dna") as stream:
        stream.write(written_database(TABLES, rows.tables()))
