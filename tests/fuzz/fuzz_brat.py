"""brat standoff: the annotations after the text, divided by a line of dashes."""

import io
from typing import BinaryIO

from annotator.errors import InputError, MusnadError
from annotator.formats.brat_reader import read_brat
from annotator.formats.source import Source

DIVIDER = b"\n----\n"
SEEDS = [
    "قال الوزير نعم\n----\nT1\tClaim 11 14\tنعم\nT2\tActor 4 10\tالوزير\nR1\tSource Arg1:T1 Arg2:T2\n".encode(),
    b"a b\r\nc\n----\nT1\tA 0 1;2 3\ta b\nE1\tA:T1 Theme:T1 Theme2:E1\nA1\tN E1\n#1\tAnnotatorNotes E1\tx\n",
    b"on Monday\nnow\n----\nT1\tA 3 13\tMonday\nnow\n*\tEquiv T1 T1\nN1\tReference T1 wd:Q42\tx\nM2\tC T1 high\n",
]


def one(data: bytes) -> None:
    """Read a file beside its text; each span lies in the text."""
    text, _, annotations = data.partition(DIVIDER)

    def open(name: str) -> BinaryIO:
        if name != "a.txt":
            raise InputError("there is no file {name}", name=name)
        return io.BytesIO(text)

    source = Source(stream=io.BytesIO(annotations), scheme=None, annotator="layla", name="a.ann", open=open)
    try:
        records = list(read_brat(source))
    except MusnadError as error:
        assert "\n" not in str(error)
        return
    for record in records:
        ids = {span.id for span in record.spans}
        assert len(ids) == len(record.spans)
        assert all({link.from_id, link.to_id} <= ids for link in record.relations)
        for span in record.spans:
            assert 0 <= span.start < span.end <= len(record.document.text)
