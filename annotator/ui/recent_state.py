"""The window's memory of a project between two runs: the article and the place in it. Never project data."""

from pathlib import Path

from PySide6.QtCore import QCryptographicHash

from annotator import paths
from annotator.domain.annotator import is_handle
from annotator.ui.settings import RECENT_PROJECTS, text, whole_number

MOST_RECENT = 8


def recent() -> list[Path]:
    """The projects opened last that are still there, newest first."""
    return [path for path in map(Path, RECENT_PROJECTS.get()[:MOST_RECENT]) if paths.exists(path)]


def remember_recent(path: Path, annotator: str) -> None:
    """Put a project at the head of the recent ones, with who worked in it."""
    names = [str(paths.resolved(path)), *(str(other) for other in recent())]
    RECENT_PROJECTS.set(list(dict.fromkeys(names))[:MOST_RECENT])
    text(_key(path, "annotator")).set(annotator)


def annotator_in(project: Path) -> str | None:
    """Return the handle that this person had when they last worked in a project; None if it is no annotator's name."""
    handle = text(_key(project, "annotator")).get()
    return handle if handle is not None and is_handle(handle) else None


def _key(project: Path, name: str) -> str:
    path = str(paths.resolved(project)).encode("utf-8", "surrogateescape")
    digest = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256).toHex().toStdString()
    return f"projects/{digest[:16]}/{name}"


def remember_export(project: Path, told: str) -> None:
    """The last wish on the export page, as it was written there."""
    text(_key(project, "export")).set(told)


def last_export(project: Path) -> str | None:
    """Return what was last asked of the export page."""
    return text(_key(project, "export")).get()


def remember_place(project: Path, document_id: str, offset: int) -> None:
    """The article that was on the page, and the code point at its top."""
    text(_key(project, "document")).set(document_id)
    whole_number(_key(project, f"offset/{document_id}")).set(offset)


def last_document(project: Path) -> str | None:
    """The article that was on the page when the project was closed."""
    return text(_key(project, "document")).get()


def offset_in(project: Path, document_id: str) -> int:
    """The code point that was at the top of the page when this article was left; 0 for a new one."""
    return whole_number(_key(project, f"offset/{document_id}")).get()
