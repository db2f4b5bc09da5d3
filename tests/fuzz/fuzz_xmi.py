"""CAS XMI, with or without a type system after it, divided by a line of dashes."""

import io
from typing import BinaryIO

from annotator.errors import InputError, MusnadError
from annotator.formats.cas_reader import read_cas_xmi
from annotator.formats.source import Source

DIVIDER = b"\n----\n"
_HEAD = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///w/c.ecore">'
    '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="قال 😀 نعم&#10;"/>'
)
SEEDS = [
    f'{_HEAD}<c:A xmi:id="2" sofa="1" begin="0" end="6" value="x" s="3"/></xmi:XMI>'.encode(),
    (
        f'{_HEAD}<c:A xmi:id="2" sofa="1" begin="0" end="3"/><c:A xmi:id="3" sofa="1" begin="4" end="6"><k>a</k></c:A>'
        '<c:R xmi:id="4" sofa="1" begin="0" end="0" Governor="2" Dependent="3"/></xmi:XMI>\n----\n'
        "<typeSystemDescription><types><typeDescription><name>w.c.A</name></typeDescription></types>"
        "</typeSystemDescription>"
    ).encode(),
]


def one(data: bytes) -> None:
    """Read a file beside its type system; each span lies in the text."""
    content, divider, types = data.partition(DIVIDER)

    def open(name: str) -> BinaryIO:
        if name != "TypeSystem.xml" or not divider:
            raise InputError("there is no file {name}", name=name)
        return io.BytesIO(types)

    source = Source(stream=io.BytesIO(content), scheme=None, annotator="layla", name="a.xmi", open=open)
    try:
        records = list(read_cas_xmi(source))
    except MusnadError as error:
        assert "\n" not in str(error)
        return
    for record in records:
        ids = {span.id for span in record.spans}
        assert len(ids) == len(record.spans)
        assert all({link.from_id, link.to_id} <= ids for link in record.relations)
        assert all(0 <= span.start < span.end <= len(record.document.text) for span in record.spans)
