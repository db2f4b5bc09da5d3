"""What the window remembers of a project between two runs: which article, where in it. Never project data."""

from pathlib import Path

from PySide6.QtCore import QCryptographicHash

from annotator import paths
from annotator.ui.settings import settings

MOST_RECENT = 8


def recent() -> list[Path]:
    """The projects opened last that are still there, newest first."""
    stored = settings().value("recent", [])
    # Qt gives back a bare string where one path was stored.
    names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
    return [path for path in map(Path, names) if paths.exists(path)]


def remember_recent(path: Path, annotator: str) -> None:
    """Put a project at the head of the recent ones, with who worked in it."""
    names = [str(paths.resolved(path)), *(str(other) for other in recent())]
    store = settings()
    store.setValue("recent", list(dict.fromkeys(names))[:MOST_RECENT])
    store.setValue(_key(path, "annotator"), annotator)


def annotator_in(project: Path) -> str | None:
    """Who this person was when they last worked in a project."""
    value = settings().value(_key(project, "annotator"))
    return str(value) if value else None


def _key(project: Path, name: str) -> str:
    path = str(paths.resolved(project)).encode("utf-8", "surrogateescape")
    digest = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256).toHex().toStdString()
    return f"projects/{digest[:16]}/{name}"


def remember_place(project: Path, document_id: str, offset: int) -> None:
    """The article that was on the page, and the code point at its top."""
    store = settings()
    store.setValue(_key(project, "document"), document_id)
    store.setValue(_key(project, f"offset/{document_id}"), offset)


def last_document(project: Path) -> str | None:
    """The article that was on the page when the project was closed."""
    value = settings().value(_key(project, "document"))
    return str(value) if value else None


def offset_in(project: Path, document_id: str) -> int:
    """The code point that was at the top of the page when this article was left; 0 for a new one."""
    value = str(settings().value(_key(project, f"offset/{document_id}"), 0))
    return int(value) if value.isdigit() else 0
