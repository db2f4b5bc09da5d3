"""Reading a REFI-QDA codebook (`.qdc`): codes without texts, of which a scheme is made."""

from collections.abc import Iterator

from annotator.domain.annotator import Annotator
from annotator.domain.document import Document, document_id
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.formats.record import Record
from annotator.formats.refi_codes import ReadCodes
from annotator.formats.refi_package import MOST_XML_BYTES, local, parsed_xml
from annotator.formats.registry import SURE, reader
from annotator.formats.source import Source

_TEXT = "codes"
_OFTEN = 2
"""Values that a codebook lists are a list to choose from, however many there are; seldom ones would be a text."""


def looks_codebook(name: str, head: bytes) -> float:
    """Return how sure it is that a file is a codebook: XML that is called so."""
    return SURE if name.lower().endswith(".qdc") and b"CodeBook" in head else 0.0


def codebook_marks(source: Source) -> Iterator[Record]:
    """Yield a record with a mark for each label and each value of its attributes. Raises InputError."""
    data = source.stream.read(MOST_XML_BYTES + 1)
    if len(data) > MOST_XML_BYTES:
        raise InputError("it is larger than {most} MiB", most=MOST_XML_BYTES >> 20)
    root = parsed_xml(data, source.name)
    if local(root) != "CodeBook":
        raise InputError("{name} holds no codebook but {found!r}", name=source.name, found=local(root))
    document = Document(id=document_id(_TEXT), title=_TEXT, text=_TEXT)
    uses = [
        (label, {name: value})
        for label, attributes in ReadCodes(root).labels().items()
        for name, values in {**attributes, "": [""]}.items()
        for value in values * _OFTEN
    ]
    spans = tuple(
        Span(
            id=f"{place}",
            document_id=document.id,
            annotator=source.annotator,
            label=label,
            parts=((0, 1),),
            attributes={name: value for name, value in said.items() if name},
        )
        for place, (label, said) in enumerate(uses)
    )
    annotator = Annotator(handle=source.annotator)
    yield Record(document=document, scheme_name="", scheme_version=1, annotator=annotator, spans=spans)


@reader(id="refi-codebook", title="REFI-QDA codebook", suffix=".qdc", sniff=looks_codebook, of_scheme=codebook_marks)
def read_codebook(source: Source) -> Iterator[Record]:
    """Raise InputError: there is nothing in a codebook that a project could hold beside its scheme."""
    for _ in codebook_marks(source):
        raise InputError(
            "it holds codes and no texts; make a project of it with: musnad new PROJECT --scheme-from FILE"
        )
    yield from ()
