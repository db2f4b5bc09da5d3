"""The codes of a REFI-QDA project as they are read: labels, values of attributes, and entries of the registry."""

from typing import Any

import msgspec

from annotator.domain.statement import AGREEMENTS, Agreement, Statement
from annotator.formats.escapes import unescaped
from annotator.formats.refi_layout import AGREEMENT, STATEMENTS, plain_id
from annotator.formats.refi_package import below

MOST_DEPTH = 200
"""Codes that lie deeper are not read; nobody nests them so."""


class ReadCode(msgspec.Struct, frozen=True, kw_only=True):
    """A code by what it means: a label, the value of an attribute of one, an entry of the registry, or a stand."""

    label: str = ""
    attribute: str = ""
    value: str = ""
    statement: str = ""
    agreement: Agreement | None = None


class ReadCodes:
    """The codes by their ids, and the statements that some of them are."""

    def __init__(self, codebook: Any) -> None:
        self.codes: dict[str, ReadCode] = {}
        self.statements: dict[str, Statement] = {}
        self._names: set[str] = set()
        for codes in below(codebook, "Codes") if codebook is not None else ():
            for code in below(codes, "Code"):
                self._top(code)

    def labels(self) -> dict[str, dict[str, list[str]]]:
        """Return the labels, each with its attributes and their values."""
        found: dict[str, dict[str, list[str]]] = {}
        for code in self.codes.values():
            if code.label:
                attributes = found.setdefault(code.label, {})
                if code.attribute:
                    attributes.setdefault(code.attribute, []).append(code.value)
        return found

    def _top(self, code: Any) -> None:
        name = code.get("name", "").strip()
        if not _codable(code) and name == STATEMENTS:
            for one in below(code, "Code"):
                self._statement(one, None, 1)
        elif not _codable(code) and name == AGREEMENT and all(_name(one) in AGREEMENTS for one in below(code, "Code")):
            for one in below(code, "Code"):
                stand = next(known for known in AGREEMENTS if known == _name(one))
                self._keep(one, ReadCode(agreement=stand))
        else:
            self._label(code, "", 1)

    def _label(self, code: Any, parent: str, depth: int) -> None:
        """A label of its own. A group below it that cannot be coded is an attribute, with its values below that."""
        bare = _name(code) or "code"
        name = bare if bare not in self._names else f"{parent}/{bare}" if parent else bare
        self._names.add(name)
        if _codable(code):
            self._keep(code, ReadCode(label=name))
        if depth > MOST_DEPTH:
            return
        for child in below(code, "Code"):
            if _codable(code) and not _codable(child):
                for value in below(child, "Code"):
                    self._keep(value, ReadCode(label=name, attribute=_name(child), value=_name(value)))
            else:
                self._label(child, name, depth + 1)

    def _statement(self, code: Any, parent: str | None, depth: int) -> None:
        id = plain_id(code.get("guid", ""))
        if id is None or not _name(code) or depth > MOST_DEPTH:
            return
        note = next((one.text or "" for one in below(code, "Description")), "")
        color = code.get("color", "").strip().lower()
        self.statements[id] = Statement(
            id=id,
            text=_name(code),
            parent_id=parent,
            note=unescaped(note),
            color=color if len(color) == len("#000000") else "",
        )
        self._keep(code, ReadCode(statement=id))
        for child in below(code, "Code"):
            self._statement(child, id, depth + 1)

    def _keep(self, code: Any, made: ReadCode) -> None:
        id = plain_id(code.get("guid", ""))
        if id is not None:
            self.codes[id] = made


def _name(code: Any) -> str:
    return unescaped(code.get("name", ""))


def _codable(code: Any) -> bool:
    return code.get("isCodable", "true").strip().lower() in ("true", "1")
