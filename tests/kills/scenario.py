"""A piece of work in a process that is killed, and the promises that must hold afterwards."""

import json
import random
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotator import Project

Tell = Callable[[object], None]


TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح في موعده. وأضاف أن العقد وُقِّع أمس مع شركة Delta Ports."


NAME = "p.musnad"


MOST_MARKS = 12


class BrokenPromiseError(Exception):
    """Something that must hold after a kill does not."""


def demand(holds: bool, what: str) -> None:
    """Raise BrokenPromiseError unless this holds."""
    if not holds:
        raise BrokenPromiseError(what)


class Scenario(ABC):
    """One kind of work, in a folder of its own."""

    renew_every = 50
    """Rounds after which it begins with a new folder."""
    longest_s = 0.25
    """The most that a process is given before it is killed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.path = folder / NAME
        self.chance = random.Random(seed)

    @abstractmethod
    def prepare(self) -> None:
        """Make what the work begins with."""

    def begin(self) -> None:  # noqa: B027 - most need nothing
        """Note how things are before the process starts."""

    @abstractmethod
    def act(self, tell: Tell) -> None:
        """Work until it is done or killed."""

    @abstractmethod
    def verify(self, told: list[Any]) -> None:
        """Raise BrokenPromiseError unless all that was told is there, nothing is half there, and everything goes on."""

    def open_whole(self) -> Project:
        """Open the project as the next start does; its file and its folder must be in order."""
        project = Project.open(self.path)
        try:
            problems = project.check()
            demand(problems == [], f"check: {problems[:3]}")
            demand(project.notices == [], f"notices: {list(map(str, project.notices))}")
        except BaseException:
            project.close()
            raise
        return project

    def demand_only(self, *names: str) -> None:
        """Nothing else may lie in the folder once the project has been opened and closed."""
        left = {one.name for one in self.folder.iterdir()} - {NAME, *names}
        demand(not left, f"left behind: {sorted(left)}")


def read(path: Path) -> list[Any]:
    """What a process told before it was killed; a line that it could not finish counts as not told."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]
