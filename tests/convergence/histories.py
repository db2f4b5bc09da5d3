"""Random histories of five replicas: people work apart, bundles of changes are lost, doubled and delivered in any
order, and in the end everybody has everything. Then the project must be the same everywhere.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from annotator import Project
from annotator.domain.annotator import GOLD
from annotator.domain.change import REGISTRY_COLUMNS, Change, reach_of
from annotator.services import aftermath
from annotator.store import block_writing, restoring
from annotator.store.rows import ROOTS, TABLES
from tests.convergence.work import TEXTS, Worker

PEOPLE = ("layla", "layla", "omar", "gold", "gold")
"""Who works at which replica: one person on two machines, a colleague, and two reviewers."""

DERIVED = ("known_labels", "known_kinds", *ROOTS.values(), "hidden_relations")
SKEW_S = 300
"""How far apart the clocks of the machines may be."""


def dump(project: Project) -> dict[str, Any]:
    """All that a project holds and shows, its journal aside, in an order that only its content decides."""
    shown: dict[str, Any] = {
        "documents": project.documents(),
        "summaries": [(one.id, one.title, one.publisher, one.spans) for one in project.summaries()],
        "actors": project.actors(),
        "mentions": [(one.id, project.mentions(one.id)) for one in project.actors()],
        "counts": project.mention_counts(),
        "statements": project.statement_registry(),
        "claims": [project.claims(one.id) for one in project.statement_registry()],
        "claim counts": project.claim_counts(),
        "annotators": project.annotators(),
        "scheme": project.scheme,
        "unshown": project.unshown(),
    }
    shown["summaries"] = [one[:3] for one in shown["summaries"]]
    for document in project.documents():
        shown[document.id] = project.sets(document.id)
        for one in project.annotators():
            here = document.id, one.handle
            shown["/".join(here)] = (project.spans(*here), project.relations(*here), project.frames(*here))
    with project.reading() as connection:
        for table in (*TABLES, *DERIVED):
            shown[f"table {table}"] = sorted(map(tuple, connection.execute(f"SELECT * FROM {table}")), key=repr)
    shown["journal"] = project.changes_since({})
    return shown


@cache
def begun() -> bytes:
    """A project in which everybody has marked something, before they part."""
    with tempfile.TemporaryDirectory() as folder:
        return _begin(Path(folder) / "p.musnad").read_bytes()


def _begin(path: Path) -> Path:
    with Project.create(path, annotator="layla") as project:
        document = project.add_document(TEXTS[0], title="الميناء").id
        actors = [project.add_actor(name, "person").id for name in ("سامر", "نادية")]
    for person in dict.fromkeys(PEOPLE):
        with Project.open(path, annotator=person) as project:
            claims = [project.annotate(document, place, "claim").id for place in ((30, 43), (60, 70), (20, 50))]
            cues = [project.annotate(document, place, "cue").id for place in ((0, 3), (45, 51))]
            names = [
                project.annotate(document, place, "actor", actor_id=actor).id
                for place, actor in zip(((15, 26), (52, 57)), actors, strict=True)
            ]
            project.link(claims[0], names[0], "source")
            project.link(claims[1], cues[1], "cue")
    return path


class Team:
    """Five replicas, each opened by somebody, and the bundles that are under way."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.mail: list[tuple[int, list[Change]]] = []
        for number in range(len(PEOPLE)):
            (folder / f"{number}.musnad").write_bytes(begun())
        self.stack = ExitStack()
        self.projects = [
            self.stack.enter_context(Project.open(folder / f"{number}.musnad", annotator=person))
            for number, person in enumerate(PEOPLE)
        ]
        for project in self.projects:
            project._journal.clock._now = _clock(self.chance.uniform(0, SKEW_S))

    def close(self) -> None:
        self.stack.close()

    def run(self, steps: int) -> None:
        """Let everybody work and send for a while, then bring everything everywhere."""
        for _ in range(steps):
            number = self.chance.randrange(len(PEOPLE))
            Worker(self.projects[number], self.chance).act()
            if self.chance.random() < 0.4:
                self.send(number)
            if self.mail and self.chance.random() < 0.4:
                self.deliver(self.mail.pop(self.chance.randrange(len(self.mail))))
        self.meet()
        # What was done apart is taken back when it has met.
        for project in self.chance.sample(self.projects, 3):
            Worker(project, self.chance).undo_what_is_possible()
        self.meet()

    def meet(self) -> None:
        """Bring everything everywhere."""
        for _ in range(2):
            for to in range(len(PEOPLE)):
                for project in self.projects:
                    self.deliver((to, project.changes_since(self.projects[to].vector())))

    def send(self, number: int) -> None:
        """Pack what a colleague lacks, cut and shuffled; some of it is lost, some goes twice."""
        to = self.chance.randrange(len(PEOPLE))
        changes = self.projects[number].changes_since(self.projects[to].vector())
        self.chance.shuffle(changes)
        cut = self.chance.randint(0, len(changes))
        for part in (changes[:cut], changes[cut:], changes[: cut // 2]):
            if self.chance.random() < 0.7:
                self.mail.append((to, part))

    def deliver(self, bundle: tuple[int, list[Change]]) -> None:
        """Let somebody take a bundle in: of their own marks it changes those that they changed themselves elsewhere."""
        to, changes = bundle
        project = self.projects[to]
        before = self.marks(to)
        applied = project.apply(changes)
        assert applied.held_back == ()
        changed = {
            one.row_id
            for one in changes
            # The gold reading is every reviewer's.
            if one.annotator == PEOPLE[to]
            or PEOPLE[to] == GOLD
            or reach_of(one.action)
            or (one.row or {}).keys() <= REGISTRY_COLUMNS
        }
        after = self.marks(to)
        for row_id in before.keys() | after.keys():
            assert row_id in changed or before.get(row_id) == after.get(row_id), "nobody changes another's marks"

    def marks(self, number: int) -> dict[str, Any]:
        with self.projects[number].reading() as connection:
            rows = connection.execute("SELECT * FROM spans WHERE annotator = ?", (PEOPLE[number],))
            return {row["id"]: tuple(row) for row in rows}

    def check(self) -> None:
        """The same everywhere, and whole everywhere."""
        first = dump(self.projects[0])
        assert self.projects[0].check() == []
        for project in self.projects[1:]:
            other = dump(project)
            for name in first.keys() | other.keys():
                assert first.get(name) == other.get(name), name
            assert project.check() == []


def _clock(behind_s: float) -> Callable[[], float]:
    """A clock that is slow."""
    return lambda: time.time() - behind_s


@contextmanager
def team(folder: Path, seed: int) -> Iterator[Team]:
    made = Team(folder, seed)
    try:
        yield made
    finally:
        made.close()


def run(folder: Path, seed: int, steps: int = 30) -> None:
    """One history, in a folder of its own. Raises AssertionError if it does not converge.

    In every other one few changes are many enough to be kept together.
    """
    fewest = 3 if seed % 2 else block_writing.FEWEST
    many = 2 if seed % 2 else restoring.MANY
    with (
        patch.object(block_writing, "FEWEST", fewest),
        patch.object(restoring, "MANY", many),
        patch.object(aftermath, "MANY_SETS", many),
        team(folder, seed) as made,
    ):
        made.run(steps)
        made.check()
