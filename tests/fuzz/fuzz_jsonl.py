"""Lines of native JSON Lines, held against the default scheme."""

import io
import json

import msgspec

from annotator.domain.document import document_id
from annotator.errors import MusnadError
from annotator.formats.jsonl import read_jsonl
from annotator.formats.jsonl_layout import line_of
from annotator.formats.record import Record
from annotator.formats.source import Source
from annotator.services.schemes import load_scheme

SCHEME = load_scheme("actors-claims")
TEXT = "قال 😀 الوزيرُ"
_ACTOR = {"id": "a1", "name": "الوزير", "kind": "person", "wikidata": "Q42", "aliases": ["معاليه"], "note": "x"}
_LINE = {
    "id": document_id(TEXT),
    "title": "t",
    "text": TEXT,
    "language": "ar",
    "origins": [{"url": "https://example.org", "publisher": "p", "published": "2024-01-31T08:00:00Z"}],
    "intake": [{"kind": "bom", "detail": "", "count": 1}],
    "annotator": "omar",
    "status": "doing",
    "spans": [
        {"id": "s1", "label": "actor", "start": 6, "end": 13, "parts": [[6, 13]], "text": TEXT[6:13], "actor": _ACTOR},
        {"id": "s2", "label": "claim", "start": 0, "end": 3, "attributes": {"polarity": "denied"}},
    ],
    "relations": [{"id": "r1", "label": "source", "from": "s2", "to": "s1", "attributes": {}}],
    "actors": [_ACTOR],
}
SEEDS = [
    json.dumps(_LINE, ensure_ascii=False).encode(),
    json.dumps({"text": TEXT}).encode() + b"\n\n" + json.dumps({"text": "x\r\ny"}).encode(),
    b'{"text": "a\\ud83d"}',
]


def _records(data: bytes) -> list[Record]:
    source = Source(stream=io.BytesIO(data), scheme=SCHEME, annotator="layla")
    return [msgspec.structs.replace(record, line=0) for record in read_jsonl(source)]


def one(data: bytes) -> None:
    """Read a file; what was read is written and read again as it was."""
    try:
        records = _records(data)
    except MusnadError as error:
        assert "\n" not in str(error)
        return
    written = b"\n".join(msgspec.json.encode(line_of(record)) for record in records)
    assert _records(written) == records
