"""Reading one file with a format's reader, and what must be true of whatever it holds."""

import io

from annotator.domain.annotator import Annotator
from annotator.domain.document import Document, document_id
from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.errors import MusnadError
from annotator.formats.record import Record
from annotator.formats.registry import find_reader
from annotator.formats.source import Source
from annotator.services.schemes import load_scheme

SCHEME = load_scheme("actors-claims")
TEXT = "قال 😀 الوزيرُ إن «العقد»، بحسب الوزارة، «وُقِّع».\nونفى."
ID = document_id(TEXT)


def _span(id: str, label: str, *parts: tuple[int, int], **attributes: str) -> Span:
    return Span(id=id, document_id=ID, annotator="omar", label=label, parts=parts, attributes=attributes)


RECORD = Record(
    document=Document(id=ID, title="العقد", text=TEXT),
    scheme_name=SCHEME.name,
    scheme_version=SCHEME.version,
    annotator=Annotator(handle="omar", name="عمر"),
    status="doing",
    spans=(
        _span("s1", "actor", (6, 13), kind="person"),
        _span("s2", "claim", (17, 24), (42, 49), polarity="denied"),
        _span("s3", "cue", (0, 3)),
    ),
    relations=(
        Relation(id="r1", document_id=ID, annotator="omar", label="source", from_id="s2", to_id="s1"),
        Relation(id="r2", document_id=ID, annotator="omar", label="cue", from_id="s2", to_id="s3"),
    ),
)
"""A reading with a discontinuous span and links, of which seeds are made."""


def read(format: str, data: bytes, name: str = "") -> list[Record]:
    """Return the records of a file; none where its reader tells what is wrong with it in one line."""
    source = Source(stream=io.BytesIO(data), scheme=None, annotator="layla", name=name)
    try:
        records = list(find_reader(format).read(source))
    except MusnadError as error:
        assert "\n" not in str(error)
        return []
    for record in records:
        check(record)
    return records


def check(record: Record) -> None:
    """Each span lies in its text, and each relation between spans that are there."""
    ids = {span.id for span in record.spans}
    for span in record.spans:
        assert 0 <= span.start < span.end <= len(record.document.text)
    for relation in record.relations:
        assert {relation.from_id, relation.to_id} <= ids
