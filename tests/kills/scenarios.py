"""What a process may be killed in, and what must hold afterwards.

A scenario prepares a folder, acts in a process that is killed at any moment, and verifies in another one. What the
process reports with `tell` before it dies has happened; what comes after may have happened whole or not at all.
"""

import hashlib
import json
import random
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any, ClassVar

from annotator import Project
from annotator.domain.document import document_id
from annotator.errors import ProjectError
from annotator.services import article_batches
from annotator.services.door import keeper
from annotator.store import migrations
from tests.kills.scenario import MOST_MARKS, NAME, TEXT, Scenario, Tell, demand
from tests.older import make_older


class Creating(Scenario):
    """Making a project."""

    def prepare(self) -> None:
        pass

    def act(self, tell: Tell) -> None:
        with Project.create(self.path):
            tell("made")

    def verify(self, told: list[Any]) -> None:
        demand(not told or self.path.exists(), "a project that was made is not there")
        if not self.path.exists():
            Project.create(self.path).close()
        with self.open_whole() as project:
            demand([one.handle for one in project.annotators()] == [project.annotator], "its annotator is not there")
            demand(bool(project.scheme.labels), "its scheme is not there")
        self.demand_only()
        self.path.unlink()


class Acting(Scenario):
    """One action after another, with the log folded in at random moments."""

    longest_s = 0.08

    def prepare(self) -> None:
        # By somebody else, who alone can undo that there is an article.
        with Project.create(self.path, annotator="omar") as project:
            project.add_document(TEXT)

    def begin(self) -> None:
        with Project.open(self.path) as project:
            self.before = state_of(project)
        self.number = self.chance.random()

    def act(self, tell: Tell) -> None:
        chance = random.Random(self.number)
        keeper.PAUSE_S = keeper.LONGEST_S = chance.choice([0.0, 0.002, 0.4])
        project = Project.open(self.path)
        for _ in count():
            kind = chance.choice(["annotate"] * 4 + ["link", "link", "delete", "status", "undo", "undo", "redo"])
            tell(kind)
            one_action(project, kind, chance)
            tell(state_of(project))

    def verify(self, told: list[Any]) -> None:
        states = [one for one in told if not isinstance(one, str)]
        promised = states[-1] if states else self.before
        kind = told[-1] if told and isinstance(told[-1], str) else ""
        with self.open_whole() as project:
            if state_of(project) != promised:
                # The action in flight is in it: whole, for taking it back leaves exactly what was promised.
                demand(kind != "", "something is there that nobody did")
                project.redo() if kind == "undo" else project.undo()
                demand(state_of(project) == promised, f"lost or half: {kind} in flight")
                demand(project.check() == [], "check after undo")
        self.demand_only()


def one_action(project: Project, kind: str, chance: random.Random) -> None:
    """Do something of a kind, if that is possible now."""
    document = project.summaries()[0].id
    spans = project.spans(document)
    if kind == "annotate" and len(spans) < MOST_MARKS:
        start = chance.randrange(len(TEXT) - 12)
        project.annotate(document, (start, start + chance.randrange(1, 12)), chance.choice(["actor", "claim", "cue"]))
    elif kind == "link":
        claims, actors = ([one for one in spans if one.label == label] for label in ("claim", "actor"))
        linked = {one.from_id for one in project.relations(document)}
        free = [one for one in claims if one.id not in linked]
        if free and actors:
            project.link(chance.choice(free).id, chance.choice(actors).id, "target")
    elif kind == "delete" and spans:
        project.delete(*{chance.choice(spans).id for _ in range(3)})
    elif kind == "status":
        project.set_status(document, chance.choice(["todo", "doing", "done"]))
    elif kind == "undo":
        project.undo()
    elif kind == "redo":
        project.redo()


def state_of(project: Project) -> list[Any]:
    """What a project holds of its first article, as JSON gives it back."""
    document = project.summaries()[0].id
    spans = sorted([one.id, one.label, list(map(list, one.parts))] for one in project.spans(document))
    links = sorted([one.id, one.from_id, one.to_id] for one in project.relations(document))
    return [spans, links, project.status(document)]


class Opening(Acting):
    """Opening a project that was left by a crash, so that the kill meets its log being replayed and folded in."""

    longest_s = 0.25

    def begin(self) -> None:
        super().begin()
        from tests.kills.harness import killed

        self.told = killed(super().act, self.folder / "told-before", self.chance.uniform(0.005, 0.06)).told
        (self.folder / "told-before").unlink(missing_ok=True)

    def act(self, tell: Tell) -> None:
        for _ in range(3):
            Project.open(self.path).close()
        tell("opened")

    def verify(self, told: list[Any]) -> None:
        del told
        super().verify(self.told)


class CuttingPower(Acting):
    """Losing a part of the log that a power cut kept from the disk: refused, recovered, or told."""

    renew_every = 1

    def verify(self, told: list[Any]) -> None:
        log = self.path.with_name(f"{NAME}-wal")
        if log.exists():
            log.write_bytes(self._harmed(log.read_bytes()))
            self.path.with_name(f"{NAME}-shm").unlink(missing_ok=True)
        states = [self.before, *(one for one in told if not isinstance(one, str))]
        try:
            project = Project.open(self.path)
        except ProjectError:
            return
        with project:
            problems = project.check()
            demand(problems == [] or project.notices != [], f"opened without a word: {problems[:3]}")
            if not problems and len(told) > 1 and state_of(project) not in states:
                project.undo()
                demand(project.check() == [], "check after undo")

    def _harmed(self, log: bytes) -> bytes:
        start = self.chance.randrange(len(log) + 1)
        length = self.chance.choice([1, 50, 5000])
        return {
            "missing": b"",
            "torn": log[:start],
            "zeros": log[:start] + bytes(len(log[start : start + length])) + log[start + length :],
            "overwritten": log[:start]
            + self.chance.randbytes(len(log[start : start + length]))
            + log[start + length :],
        }[self.chance.choice(["missing", "torn", "zeros", "overwritten"])]


class ImportingMany(Scenario):
    """Importing a folder of articles, some in each transaction: what listeners have heard of is there."""

    renew_every = 1
    FILES = 12
    AT_ONCE = 3

    def prepare(self) -> None:
        Project.create(self.path).close()
        self.texts = [f"{TEXT} {number}" for number in range(self.FILES)]
        for number, text in enumerate(self.texts):
            (self.folder / f"{number}.txt").write_text(text, encoding="utf-8")
        self.names = [f"{number}.txt" for number in range(self.FILES)]

    def act(self, tell: Tell) -> None:
        article_batches.MOST_FILES = self.AT_ONCE
        project = Project.open(self.path)
        project.listen(lambda _changes: tell(len(project.summaries())))
        project.import_([self.folder / name for name in self.names])
        tell(self.FILES)

    def verify(self, told: list[Any]) -> None:
        with self.open_whole() as project:
            have = {one.id for one in project.summaries()}
            promised = {document_id(text) for text in self.texts[: told[-1] if told else 0]}
            demand(promised <= have, f"{len(promised - have)} articles are lost")
            demand(len(have) % self.AT_ONCE == 0, f"{len(have)} articles are a part of what is written at once")
            project.import_([self.folder / name for name in self.names])
            demand(len(project.summaries()) == self.FILES, "they cannot be imported again")
            demand(project.check() == [], "check after importing again")
        self.demand_only(*self.names)


class ImportingOne(Scenario):
    """Importing one dataset with marks: everything in it or nothing."""

    renew_every = 1
    DOCUMENTS = 15
    dataset: ClassVar[bytes] = b""

    def prepare(self) -> None:
        if not self.dataset:
            type(self).dataset = self._made()
        (self.folder / "d.jsonl").write_bytes(self.dataset)
        Project.create(self.path).close()

    def _made(self) -> bytes:
        with Project.create(self.path) as project:
            for number in range(self.DOCUMENTS):
                document = project.add_document(f"{TEXT} {number}").id
                claim = project.annotate(document, (30, 50), "claim")
                project.link(claim.id, project.annotate(document, (4, 26), "actor").id, "target")
            project.export("jsonl", self.folder / "d.jsonl")
        made = (self.folder / "d.jsonl").read_bytes()
        for one in self.folder.iterdir():
            one.unlink()
        return made

    def act(self, tell: Tell) -> None:
        project = Project.open(self.path)
        project.import_(self.folder / "d.jsonl")
        tell("imported")

    def verify(self, told: list[Any]) -> None:
        with self.open_whole() as project:
            documents = [one.id for one in project.summaries()]
            marks = sum(len(project.spans(one)) for one in documents)
            demand((len(documents), marks) in ((0, 0), (self.DOCUMENTS, 2 * self.DOCUMENTS)), "half a dataset")
            demand(not told or bool(documents), "a dataset is lost")
        self.demand_only("d.jsonl", "d.jsonl.manifest.json")


class Exporting(Scenario):
    """Exporting over a dataset that is there: the old one or the new one, with or without its manifest, no draft."""

    def prepare(self) -> None:
        self.out, self.manifest = self.folder / "d.jsonl", self.folder / "d.jsonl.manifest.json"
        with Project.create(self.path) as project:
            for number in range(30):
                project.annotate(project.add_document(f"{TEXT} {number}").id, (4, 26), "actor")
            project.export("jsonl", self.out)
        self.new = self.out.read_bytes()

    def begin(self) -> None:
        self.out.write_bytes(b"old")
        self.manifest.unlink(missing_ok=True)

    def act(self, tell: Tell) -> None:
        with Project.open(self.path, read_only=True) as project:
            project.export("jsonl", self.out)
        tell("exported")

    def verify(self, told: list[Any]) -> None:
        found = self.out.read_bytes()
        demand(found in (b"old", self.new), "half a dataset")
        demand(not told or (found == self.new and self.manifest.exists()), "a dataset is lost")
        if self.manifest.exists():
            digest = hashlib.sha256(found).hexdigest()
            demand(digest in json.dumps(json.loads(self.manifest.read_bytes())), "a manifest of another dataset")
        self.open_whole().close()
        self.demand_only(self.out.name, self.manifest.name)


class Migrating(Scenario):
    """Opening a project of an older version, which is backed up and brought up to date."""

    renew_every = 1
    MARKS = 8
    older: ClassVar[dict[int, bytes]] = {}

    def prepare(self) -> None:
        self.version = self.chance.randrange(1, migrations.VERSION)
        if self.version not in self.older:
            with Project.create(self.path) as project:
                document = project.add_document(TEXT).id
                for start in range(self.MARKS):
                    project.annotate(document, (start, start + 4), "actor")
            make_older(self.path, self.version)
            self.older[self.version] = self.path.read_bytes()
        self.path.write_bytes(self.older[self.version])

    def act(self, tell: Tell) -> None:
        Project.open(self.path).close()
        tell("migrated")

    def verify(self, told: list[Any]) -> None:
        del told
        with self.open_whole() as project:
            document = project.summaries()[0].id
            demand(len(project.spans(document)) == self.MARKS, "marks are lost")
        backups = sorted(self.folder.glob("p.before-version-*.musnad"))
        versions = [self._version(path) for path in backups]
        demand(self.version in versions, f"there is no backup of version {self.version}: {versions}")
        self.demand_only(*(path.name for path in backups))

    def _version(self, path: Path) -> int:
        """The version of a backup, all of which must be whole."""
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
            demand(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "a backup is damaged")
            demand(connection.execute("SELECT count(*) FROM spans").fetchone()[0] == self.MARKS, "a backup lacks marks")
            return int(connection.execute("PRAGMA user_version").fetchone()[0])


class Copying(Scenario):
    """Saving copies while marks are made."""

    longest_s = 0.08

    def prepare(self) -> None:
        with Project.create(self.path) as project:
            for number in range(20):
                project.add_document(f"{TEXT} {number}")

    def act(self, tell: Tell) -> None:
        project = Project.open(self.path)
        document = project.summaries()[0].id
        for number in count():
            project.annotate(document, (4, 26), "actor")
            project.save_copy(self.folder / f"copy-{number}.musnad")
            tell([number, len(project.spans(document))])

    def verify(self, told: list[Any]) -> None:
        with self.open_whole() as project:
            document = project.summaries()[0].id
            marks = len(project.spans(document))
            demand(not told or marks >= told[-1][1], "marks are lost")
        copies = list(self.folder.glob("copy-*.musnad"))
        demand(len(copies) in (len(told), len(told) + 1), "a copy is lost")
        for copy in copies:
            with Project.open(copy, read_only=True) as opened:
                demand(opened.check() == [], "a copy is no whole project")
            copy.unlink()
        self.demand_only()


SCENARIOS: dict[str, type[Scenario]] = {
    "create": Creating,
    "open": Opening,
    "actions": Acting,
    "power": CuttingPower,
    "import": ImportingMany,
    "import-one": ImportingOne,
    "export": Exporting,
    "migrate": Migrating,
    "copy": Copying,
}
