"""The notes of what somebody has looked at, theirs alone: differences put off until readings change, and decisions."""

from collections.abc import Collection

from annotator.domain.decision import VIEWED
from annotator.services.door.file import ProjectFile
from annotator.store import documents, settings


def listed(file: ProjectFile, document_id: str) -> frozenset[str]:
    """Return the ids of the differences and decisions of a document that I have marked as viewed."""
    name = _name(file, document_id)
    with file.reading() as connection:
        held = settings.values(connection, name).get(name)
    return frozenset(map(str, held)) if isinstance(held, list) else frozenset()


def mark(file: ProjectFile, document_id: str, differences: Collection[str], *, is_viewed: bool) -> None:
    """Mark differences or decisions of a document as viewed by me, or not, as one action. Raises NotFoundError."""
    before = listed(file, document_id)
    after = before | set(differences) if is_viewed else before - set(differences)
    with file.acting() as act:
        documents.length_of(act.connection, document_id)
        if after != before:
            act.edits.append(settings.value_row(_name(file, document_id), sorted(after)))


def _name(file: ProjectFile, document_id: str) -> str:
    return f"{VIEWED}{file.annotator}/{document_id}"
