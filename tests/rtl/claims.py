"""Claims of the cases: one driver a type, which holds a claim against the real code or the real view."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from annotator import Project
from annotator.text.cleaning import clean

Reader = Any


Read = Callable[..., Reader]


Check = dict[str, Any]


Case = dict[str, Any]


ALT = Qt.KeyboardModifier.AltModifier


HIDDEN = "\u202e\u2066"
"""What makes the end of a range lie elsewhere than one drags to."""


class Walk:
    """One claim of one case, and what it takes to hold it."""

    def __init__(self, case: Case, check: Check, read: Read, project: Project, folder: Path) -> None:
        self.case, self.check, self.project, self.folder = case, check, project, folder
        self.text: str = case["text"]
        self._read = read

    @property
    def cleaned(self) -> str:
        """The text as a project keeps it."""
        return clean(self.text)[0]

    def reader(self, **shape: Any) -> Reader:
        """The text in the view, in the case's direction, or in the one the claim is about."""
        base = self.check.get("base", self.case["base_direction"])
        return self._read(self.cleaned, "ltr" if base == "LTR" else "rtl", **shape)


Driver = Callable[[Walk], None]


DRIVERS: dict[str, Driver] = {}


def holds(kind: str) -> Callable[[Driver], Driver]:
    """The function below holds claims of this type."""

    def register(driver: Driver) -> Driver:
        DRIVERS[kind] = driver
        return driver

    return register
