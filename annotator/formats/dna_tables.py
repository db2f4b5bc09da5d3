"""The tables of Discourse Network Analyzer's database, version 3: their columns, and the names of what they hold.

A statement is a stretch of a document with a value for each variable of its type. Values of short texts are entities,
which have attributes; the others stand in tables of their kind. Positions count UTF-16 units.
"""

from collections.abc import Mapping

from annotator.domain.ids import digest

_COLOR = "Red INTEGER, Green INTEGER, Blue INTEGER"
_VALUE = "ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL"
PERMISSIONS = (
    *("AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements", "EditStatements"),
    *("DeleteStatements", "EditAttributes", "EditRegex", "EditStatementTypes", "EditCoders", "EditCoderRelations"),
    *("ViewOthersDocuments", "EditOthersDocuments", "ViewOthersStatements", "EditOthersStatements"),
)

TABLES: Mapping[str, str] = {
    "SETTINGS": "Property TEXT PRIMARY KEY, Value TEXT NOT NULL",
    "CODERS": f"ID INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, {_COLOR}, Refresh INTEGER NOT NULL, "
    "FontSize INTEGER NOT NULL, Password TEXT NOT NULL, PopupWidth INTEGER, ColorByCoder INTEGER NOT NULL, "
    "PopupDecoration INTEGER NOT NULL, PopupAutoComplete INTEGER NOT NULL, "
    + ", ".join(f"Permission{one} INTEGER NOT NULL" for one in PERMISSIONS),
    "CODERRELATIONS": "ID INTEGER NOT NULL PRIMARY KEY, Coder INTEGER NOT NULL, TargetCoder INTEGER NOT NULL, "
    "ViewDocuments INTEGER NOT NULL, EditDocuments INTEGER NOT NULL, ViewStatements INTEGER NOT NULL, "
    "EditStatements INTEGER NOT NULL",
    "DOCUMENTS": "ID INTEGER NOT NULL PRIMARY KEY, Title TEXT NOT NULL, Text TEXT NOT NULL, Coder INTEGER, "
    "Author TEXT NOT NULL, Source TEXT NOT NULL, Section TEXT NOT NULL, Notes TEXT NOT NULL, Type TEXT NOT NULL, "
    "Date INTEGER NOT NULL",
    "REGEXES": f"Label TEXT PRIMARY KEY, {_COLOR}",
    "STATEMENTTYPES": f"ID INTEGER NOT NULL PRIMARY KEY, Label TEXT NOT NULL, {_COLOR}",
    "VARIABLES": "ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT NOT NULL, DataType TEXT NOT NULL, "
    "StatementTypeId INTEGER, UNIQUE (Variable, StatementTypeId)",
    "VARIABLELINKS": "ID INTEGER NOT NULL PRIMARY KEY, SourceVariableId INTEGER, TargetVariableId INTEGER",
    "STATEMENTS": "ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, "
    "Start INTEGER NOT NULL, Stop INTEGER NOT NULL, Coder INTEGER",
    "ENTITIES": f"ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, Value TEXT NOT NULL, {_COLOR}, "
    "ChildOf INTEGER, UNIQUE (VariableId, Value)",
    "DATABOOLEAN": f"{_VALUE}, Value INTEGER NOT NULL, UNIQUE (StatementId, VariableId)",
    "DATAINTEGER": f"{_VALUE}, Value INTEGER NOT NULL, UNIQUE (StatementId, VariableId)",
    "DATASHORTTEXT": f"{_VALUE}, Entity INTEGER NOT NULL, UNIQUE (StatementId, VariableId)",
    "DATALONGTEXT": f"{_VALUE}, Value TEXT, UNIQUE (StatementId, VariableId)",
    "ATTRIBUTEVARIABLES": "ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, "
    "AttributeVariable TEXT NOT NULL, UNIQUE (VariableId, AttributeVariable)",
    "ATTRIBUTEVALUES": "ID INTEGER PRIMARY KEY NOT NULL, EntityId INTEGER NOT NULL, "
    "AttributeVariableId INTEGER NOT NULL, AttributeValue TEXT NOT NULL, UNIQUE (EntityId, AttributeVariableId)",
}
"""Every table with its columns, as DNA 3 has them."""

VERSION = "3.0.7"
"""The version of DNA whose tables these are; 3.1 has the same."""

PERSON, ORGANIZATION, CONCEPT, AGREEMENT = "person", "organization", "concept", "agreement"
ACTORS: Mapping[str, str] = {PERSON: "person", ORGANIZATION: "organization", "organisation": "organization"}
"""The variables whose values are actors, each with the kind of actor."""

ALIAS, NOTES, WIKIDATA, KIND = "Alias", "Notes", "Wikidata", "Kind"
"""Attributes of entities that the registry of actors has fields for."""

YES, NO = "yes", "no"
"""The values of an attribute for a boolean variable."""

SECTION, TYPE, URL = "Section", "Type", "URL"
"""Fields for which an article has no place: a line each, above the notes, in a comment on the document."""


MADE = "1970-01-01T00:00:00Z"
"""The time of comments that a database makes: it does not say when."""


def note_id(place: str, text: str) -> str:
    """Return the id of the comment that a database makes, with this text, on a document or span."""
    return digest(f"dna comment {place} {text}")


def with_header(fields: Mapping[str, str], notes: str) -> str:
    """Return notes below a line for each field that says something."""
    lines = [f"{name}: {value}" for name, value in fields.items() if value]
    return "\n".join([*lines, *([notes] if notes else [])])


def parted_header(text: str) -> tuple[dict[str, str], str]:
    """Return the fields that `with_header` wrote above notes, and the notes."""
    fields: dict[str, str] = {}
    rest = text
    for name in (SECTION, TYPE, URL):
        line, newline, after = rest.partition("\n")
        if line.startswith(f"{name}: "):
            fields[name], rest = line.removeprefix(f"{name}: "), after if newline else ""
    return fields, rest
