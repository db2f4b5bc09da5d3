"""CoNLL-2003, ours and others'."""

import io

from annotator.errors import MusnadError
from annotator.formats.conll2003_reader import read_conll2003
from annotator.formats.source import Source

SEEDS = [
    "قال O\nوزير B-PER\nالنقل I-PER\n\nونفى O\n".encode(),
    "-DOCSTART- -X- -X- O\r\n\r\nقال\tX\tX\tS-A\r\n".encode(),
    "-DOCSTART-\t3f2a@layla\t=\tO\nقال\t\\u{a}\t_\tB-cue\n".encode(),
]


def one(data: bytes) -> None:
    """Read a file; each span lies in its text."""
    try:
        records = list(read_conll2003(Source(stream=io.BytesIO(data), scheme=None, annotator="layla")))
    except MusnadError as error:
        assert "\n" not in str(error)
        return
    for record in records:
        for span in record.spans:
            assert 0 <= span.start < span.end <= len(record.document.text)
            assert span.quote(record.document.text).strip()
