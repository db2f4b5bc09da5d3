"""Names of the REFI-QDA exchange format, version 1.5: its namespaces, files, ids and the codes that we give a meaning.

A package (`.qdpx`) is a ZIP archive with `project.qde`, which is XML, and the texts in `sources/`. A mark is a coded
selection of a text; positions count code points. A codebook (`.qdc`) is the codes alone.
"""

import re
import uuid

PROJECT_NAMESPACE = "urn:QDA-XML:project:1.0"
CODEBOOK_NAMESPACE = "urn:QDA-XML:codebook:1.0"
PROJECT_FILE = "project.qde"
SOURCES = "sources/"
INTERNAL = "internal://"

_NAMESPACE = uuid.UUID("6d75736e-6164-5000-8000-726566696764")
_HEX = re.compile(r"[0-9a-f]{32}")
_GUID = re.compile(r"\{?([0-9a-fA-F]{8})-([0-9a-fA-F]{4})-([0-9a-fA-F]{4})-([0-9a-fA-F]{4})-([0-9a-fA-F]{12})\}?")

STATEMENTS, AGREEMENT = "Statements", "Agreement"
"""Groups of codes that cannot be coded themselves: the registry of statements, and the stand of a claim's source."""
CONTINUES = "continues"
"""The link from a further part of a mark to its first."""
PART_OF = "attributes of the link"
"""The name of a note that holds the attributes of a link, a line each."""

KIND, WIKIDATA, ALIASES = "Kind", "Wikidata", "Aliases"
"""Variables of cases, which are the actors of the registry."""
URL, PUBLISHER, PUBLISHED, AUTHOR, LANGUAGE, DIRECTION = (
    "URL",
    "Publisher",
    "Published",
    "Author",
    "Language",
    "Direction",
)
"""Variables of texts."""
CASE_VARIABLES = (KIND, WIKIDATA, ALIASES)
TEXT_VARIABLES = (URL, PUBLISHER, PUBLISHED, AUTHOR, LANGUAGE, DIRECTION)


def guid(id: str) -> str:
    """Return an id as a GUID: the same digits where it has them, else one made of it."""
    if not _HEX.fullmatch(id):
        return str(uuid.uuid5(_NAMESPACE, id))
    return f"{id[:8]}-{id[8:12]}-{id[12:16]}-{id[16:20]}-{id[20:]}"


def made_guid(*words: str) -> str:
    """Return the GUID of what has no id of its own, such as a code or a coding."""
    return str(uuid.uuid5(_NAMESPACE, "\n".join(("made", *words))))


def plain_id(text: str) -> str | None:
    """Return a GUID, in whatever case and with braces or not, as 32 hex digits; None for what is none."""
    found = _GUID.fullmatch(text.strip())
    return "".join(found.groups()).lower() if found else None
