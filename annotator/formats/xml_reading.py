"""Reading XML from elsewhere: no entity of its own, nothing from the network, bounded in size and depth."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from annotator.errors import InputError
from annotator.formats.escapes import NOT_XML
from annotator.formats.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_VERSION_1_1 = re.compile(rb"<\?xml[^>]*version=[\"']1\.1")
_REFERENCE = re.compile(rb"&#(x[0-9a-fA-F]{1,8}|[0-9]{1,8});")

LARGEST_BYTES = 256 * 1024 * 1024


def elements(data: bytes, source: Source, depth: int) -> Iterator["_Element"]:
    """Yield each element at this depth (the root's is 0) when it has ended, and forget it then.

    `source.line` says where. Raises InputError for what is no XML, and for a document type declaration.
    """
    from lxml import etree

    events: Any = etree.iterparse(
        io.BytesIO(_without_controls(data)),
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


def _without_controls(data: bytes) -> bytes:
    """Return XML 1.1, which may name controls, with U+FFFD for them: nobody reads its version, and a text has none."""
    if _VERSION_1_1.search(data[:200]) is None:
        return data
    return _REFERENCE.sub(lambda found: found[0] if _is_fit(found[1]) else b"&#xFFFD;", data)


def _is_fit(code: bytes) -> bool:
    try:
        number = int(code[1:], 16) if code[:1] == b"x" else int(code)
        return NOT_XML.match(chr(number)) is None
    except (ValueError, OverflowError):
        return True


def _forget(element: Any) -> None:
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]
