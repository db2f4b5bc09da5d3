"""The window's memory of a project between two runs: the article and the place in it. Never project data."""

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QObject, QTimer

from annotator import paths
from annotator.domain.annotator import is_handle
from annotator.ui.settings import RECENT_PROJECTS, items, set_together, text

MOST_RECENT = 8
MOST_PLACES = 500
"""Articles of a project in which a place is remembered: those that were left last."""
WRITE_AFTER_MS = 1_000
"""Milliseconds without another article after which places are written."""


def recent() -> list[Path]:
    """The projects opened last that are still there, newest first."""
    return [path for path in _remembered() if paths.exists(path)]


def missing() -> list[Path]:
    """The projects opened last that are not there now, newest first: deleted, moved, or on a disk that is away."""
    return [path for path in _remembered() if not paths.exists(path)]


def forget(path: Path) -> None:
    """Take a project off the list of recent ones."""
    RECENT_PROJECTS.set([str(one) for one in _remembered() if one != path])


def _remembered() -> list[Path]:
    return list(map(Path, RECENT_PROJECTS.get()[:MOST_RECENT]))


def remember_recent(path: Path, annotator: str) -> None:
    """Put a project at the head of the recent ones, with who worked in it."""
    here, away = recent(), missing()
    names = [str(paths.resolved(path)), *map(str, (*here, *away))]
    RECENT_PROJECTS.set(list(dict.fromkeys(names))[:MOST_RECENT])
    text(_key(path, "annotator")).set(annotator)


def remember_left(path: Path, left: int, articles: int) -> None:
    """Remember how many of so many articles this person had still to do when the project was closed."""
    text(_key(path, "left")).set(f"{left}/{articles}")


def left_in(path: Path) -> tuple[int, int] | None:
    """Return how many articles were left to this person, and of how many; None where nobody remembers."""
    left, _, articles = (text(_key(path, "left")).get() or "").partition("/")
    return (int(left), int(articles)) if left.isdecimal() and articles.isdecimal() else None


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


class Places(QObject):
    """The places where a person was in the articles of a project.

    Written a while after an article was left: whoever goes through a hundred does not wait for a file at each.
    """

    def __init__(self, project: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._offsets = _places(project)
        self._last: str | None = None
        self._soon = QTimer(self, singleShot=True, interval=WRITE_AFTER_MS)
        self._soon.timeout.connect(self.write)

    def leave(self, document_id: str, offset: int) -> None:
        """Note that this article was on the page, and the code point at its top."""
        self._offsets.pop(document_id, None)
        self._offsets[document_id] = offset
        self._last = document_id
        self._soon.start()

    def offset(self, document_id: str) -> int:
        """Return the code point that was at the top of the page when this article was left; 0 for a new one."""
        return self._offsets.get(document_id, 0)

    def write(self) -> None:
        """Keep what was noted for the next run."""
        self._soon.stop()
        if self._last is not None:
            kept = list(self._offsets.items())[-MOST_PLACES:]
            set_together(
                (text(_key(self._project, "document")), self._last),
                (items(_key(self._project, "places")), [f"{key} {offset}" for key, offset in kept]),
            )
            self._last = None


def _places(project: Path) -> dict[str, int]:
    """The offsets by document, the one that was left last at the end; what is no place is left out."""
    told = (one.rpartition(" ") for one in items(_key(project, "places")).get())
    return {key: int(offset) for key, _, offset in told if key and offset.isdecimal()}


def remember_place(project: Path, document_id: str, offset: int) -> None:
    """Keep the article that was on the page, and the code point at its top."""
    places = Places(project)
    places.leave(document_id, offset)
    places.write()


def last_document(project: Path) -> str | None:
    """The article that was on the page when the project was closed."""
    return text(_key(project, "document")).get()


def offset_in(project: Path, document_id: str) -> int:
    """The code point that was at the top of the page when this article was left; 0 for a new one."""
    return Places(project).offset(document_id)
