"""Reading XML from elsewhere: no entity of its own, nothing from the network, bounded in size and depth."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from annotator.errors import InputError
from annotator.formats.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_BYTES = 256 * 1024 * 1024


def elements(data: bytes, source: Source, depth: int) -> Iterator["_Element"]:
    """Yield each element at this depth (the root's is 0) when it has ended, and forget it then.

    `source.line` says where. Raises InputError for what is no XML, and for a document type declaration.
    """
    from lxml import etree

    events: Any = etree.iterparse(
        io.BytesIO(data),
        events=("start", "end"),
        load_dtd=False,
        no_network=True,
        resolve_entities=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    if b"<!DOCTYPE" in data[:65536] or b"<!ENTITY" in data[:65536]:
        raise InputError("it declares a document type, which may hide anything; take the declaration out")
    here = -1
    try:
        for event, element in events:
            source.line = element.sourceline or 0
            if event == "start":
                here += 1
                if here == 0 and element.getroottree().docinfo.internalDTD is not None:
                    raise InputError("it declares a document type, which may hide anything; take the declaration out")
                continue
            if here == depth:
                yield element
            if here <= depth:
                _forget(element)
            here -= 1
    except etree.XMLSyntaxError as error:
        source.line = error.lineno or 0
        raise InputError("it is no XML: {reason}", reason=str(error.msg).strip()) from error


def _forget(element: Any) -> None:
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]
