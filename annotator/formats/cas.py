"""UIMA CAS files as INCEpTION has them, XMI or JSON: one a reading, in a folder a reader, with the type system.

Each label is a layer, each relation a relation layer; where the scheme came from such files, the types are theirs.
The parts of a discontinuous span are annotations that `webanno.custom.Continuation` links. Offsets count UTF-16 units.
Beside them lies `metadata.jsonl` with what a CAS has no place for.
"""

from annotator.formats import metadata
from annotator.formats.canonical import ordered
from annotator.formats.cas_schema import schema_of
from annotator.formats.cas_structures import SOFA_ID, Structures
from annotator.formats.cas_types import types_xml
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.file_names import FileNames, reading_path
from annotator.formats.json_cas import json_cas
from annotator.formats.losses import EVERYTHING
from annotator.formats.metadata import MetadataLine
from annotator.formats.options import Options, named
from annotator.formats.registry import writer
from annotator.formats.xmi_writing import inlined, xmi, xmi_text

TYPE_SYSTEM = "TypeSystem.xml"


@writer(
    id="cas-xmi",
    title="UIMA CAS XMI",
    use="tools",
    about=named("For INCEpTION and UIMA, with the layers and their types"),
    suffix=".xmi",
    holds=EVERYTHING,
    shape="folder",
    count=metadata.count_lost,
)
def write_cas_xmi(dataset: Dataset, out: Sink, _: Options) -> None:
    """Write a file a reading, the type system, and what a CAS has no place for."""
    schema = schema_of(dataset.scheme)
    files, folders = FileNames(), FileNames(dataset.splits)
    items: list[MetadataLine] = []
    for record in dataset.records:
        order, place = ordered(record), reading_path(record, files, folders)
        structures = Structures(schema, record, order).all(files.of_document(record.document))
        text, lost = xmi_text(record.document.text)
        with out.file(f"{place}.xmi") as stream:
            stream.write("".join(f"{line}\n" for line in xmi(inlined(structures), text, SOFA_ID)).encode())
        items.append(metadata.item_of(record, place, order, lost))
    with out.file(TYPE_SYSTEM) as stream:
        stream.write(types_xml(schema.types).encode())
    with out.file(metadata.NAME) as stream:
        metadata.write_items(items, stream)


@writer(
    id="cas-json",
    title="UIMA CAS JSON",
    use="tools",
    about=named("The same as CAS XMI, in JSON"),
    suffix=".json",
    holds=EVERYTHING,
    shape="folder",
    count=metadata.count_lost,
)
def write_cas_json(dataset: Dataset, out: Sink, _: Options) -> None:
    """Write a file a reading, with the types in each, and what a CAS has no place for."""
    schema = schema_of(dataset.scheme)
    files, folders = FileNames(), FileNames(dataset.splits)
    items: list[MetadataLine] = []
    for record in dataset.records:
        order, place = ordered(record), reading_path(record, files, folders)
        structures = Structures(schema, record, order).all(files.of_document(record.document))
        with out.file(f"{place}.json") as stream:
            stream.write(json_cas(structures, record.document.text, SOFA_ID, schema.types))
        items.append(metadata.item_of(record, place, order))
    with out.file(metadata.NAME) as stream:
        metadata.write_items(items, stream)
