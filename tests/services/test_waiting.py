"""Actions of a thread that must not wait are kept while somebody else writes, and written in order afterwards."""

import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.change import Changes
from annotator.domain.document import Document
from annotator.errors import BusyError, Cancelled, ProjectError
from annotator.services import patience
from annotator.services.patience import while_waiting
from annotator.services.schemes import load_scheme
from tests.writers import another_program_writes, stored

TEXT = "قال الوزير سامر إن الميناء جاهز."
IN_ORDER = "SELECT op || ' ' || \"table\" FROM changes ORDER BY stamp"


@pytest.fixture
def hasty(tmp_path: Path) -> Iterator[Project]:
    """A project with one article, whose actions in this thread never wait."""
    path = tmp_path / "p.musnad"
    with Project.create(path) as made:
        made.add_document(TEXT)
    with Project.open(path, hasty=True) as opened:
        yield opened


@pytest.fixture
def document(hasty: Project) -> Document:
    return hasty.documents()[0]


def took(do: Callable[[], object]) -> float:
    began = time.monotonic()
    do()
    return time.monotonic() - began


def test_what_is_done_meanwhile_is_read_at_once_and_written_in_order(hasty: Project, document: Document) -> None:
    with another_program_writes(hasty.path) as end:
        began = time.monotonic()
        claim = hasty.annotate(document.id, (0, 31), "claim")
        cue = hasty.annotate(document.id, (0, 3), "cue")
        link = hasty.link(claim.id, cue.id, "cue")
        actor = hasty.add_actor("سامر", "person", ("أبو علي",))
        mention = hasty.annotate(document.id, (11, 15), "actor", actor_id=actor.id)
        hasty.update(mention.id, attributes={"mention": "nominal"})
        hasty.set_status(document.id, "done")
        hasty.update_document(document.id, title="عنوان آخر")
        assert time.monotonic() - began < 2
        assert hasty.waiting == 8
        assert [span.id for span in hasty.spans(document.id)] == [claim.id, cue.id, mention.id]
        assert hasty.relations(document.id) == [link]
        assert [frame.head for frame in hasty.frames(document.id)] == [claim.id]
        assert hasty.actors() == [actor]
        assert hasty.status(document.id) == "done"
        assert [one.title for one in hasty.summaries()] == ["عنوان آخر"]
        assert [one.status for one in hasty.summaries()] == ["done"]
        assert stored(hasty.path, "SELECT id FROM spans") == []
        assert hasty.land() == 8
        end()
        assert hasty.land() == 0
    assert stored(hasty.path, "SELECT label FROM spans ORDER BY start, label") == ["claim", "cue", "actor"]
    written = stored(hasty.path, IN_ORDER)
    assert [row.split()[1] for row in written if row.startswith("put spans") or "relations" in row] == [
        *("spans", "spans", "relations", "spans", "spans"),
    ]
    assert hasty.check() == []
    assert [span.id for span in hasty.spans(document.id)] == [claim.id, cue.id, mention.id]


def test_what_came_meanwhile_is_undone_and_redone_like_everything_else(hasty: Project, document: Document) -> None:
    first = hasty.annotate(document.id, (0, 3), "cue")
    with another_program_writes(hasty.path) as end:
        second = hasty.annotate(document.id, (11, 15), "actor")
        hasty.undo()
        assert (hasty.spans(document.id), hasty.waiting) == ([first], 0)
        hasty.redo()
        assert hasty.spans(document.id) == [first, second]
        hasty.undo()
        hasty.undo()
        assert (hasty.spans(document.id), hasty.waiting) == ([], 1)
        hasty.redo()
        assert (hasty.spans(document.id), hasty.waiting) == ([first], 0)
        hasty.undo()
        end()
        assert hasty.land() == 0
    assert hasty.spans(document.id) == []
    hasty.redo()
    hasty.redo()
    assert hasty.spans(document.id) == [first, second]
    assert not hasty.can_redo
    hasty.undo()
    assert hasty.spans(document.id) == [first]
    assert hasty.check() == []


def test_all_of_it_can_be_taken_back_and_done_again(hasty: Project, document: Document) -> None:
    heard: list[Changes] = []
    hasty.listen(heard.append)
    with another_program_writes(hasty.path):
        marks = [hasty.annotate(document.id, (place, place + 1), "cue") for place in (0, 1, 2)]
        heard.clear()
        assert hasty.give_up() == 3
        assert [changes.touches("spans", document=document.id) for changes in heard] == [True] * 3
        assert (hasty.waiting, hasty.spans(document.id), hasty.status(document.id)) == (0, [], "todo")
    for _ in marks:
        hasty.redo()
    assert hasty.spans(document.id) == marks
    assert hasty.check() == []


def test_another_scheme_waits_too(hasty: Project, document: Document) -> None:
    hasty.annotate(document.id, (0, 3), "cue")
    with another_program_writes(hasty.path) as end:
        before = hasty.scheme
        hasty.set_scheme(load_scheme("wojood"), drop=True)
        assert hasty.scheme.name == "wojood"
        hasty.undo()
        assert hasty.scheme == before
        hasty.redo()
        assert hasty.scheme.name == "wojood"
        end()
        assert hasty.land() == 0
    assert hasty.scheme.name == "wojood"
    hasty.undo()
    assert hasty.scheme == before
    assert hasty.check() == []


def test_an_action_that_the_file_rules_out_by_then_is_told_and_the_others_are_written(
    hasty: Project, document: Document
) -> None:
    mark = hasty.annotate(document.id, (0, 3), "cue")
    with closing(sqlite3.connect(hasty.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        claim = hasty.annotate(document.id, (4, 20), "claim")
        hasty.link(claim.id, mark.id, "cue")
        last = hasty.annotate(document.id, (21, 25), "actor")
        other.execute("DELETE FROM spans WHERE id = ?", (mark.id,))
        other.execute("COMMIT")
    with pytest.raises(ProjectError):
        hasty.land()
    assert hasty.land() == 0
    assert [span.id for span in hasty.spans(document.id)] == [claim.id, last.id]
    assert hasty.relations(document.id) == []


def test_a_worker_waits_and_can_be_stopped(hasty: Project) -> None:
    ended: list[str] = []
    stop = threading.Event()

    def heard(_: float) -> bool:
        if stop.is_set():
            raise Cancelled
        return True

    def work() -> None:
        with while_waiting(heard):
            try:
                hasty.add_document("مقال آخر.")
            except Cancelled:
                ended.append("stopped")

    with another_program_writes(hasty.path):
        worker = threading.Thread(target=work)
        worker.start()
        worker.join(0.3)
        assert worker.is_alive()
        # Who must not wait for the other program does not wait for the worker either.
        assert took(lambda: hasty.add_actor("سامر", "person")) < 1
        assert [actor.name for actor in hasty.actors()] == ["سامر"]
        stop.set()
        worker.join(2)
    assert ended == ["stopped"]
    assert hasty.land() == 0
    assert len(hasty.documents()) == 1


def test_who_may_wait_is_let_in_when_the_other_program_is_done(project: Project) -> None:
    with another_program_writes(project.path) as end:
        threading.Timer(0.3, end).start()
        document = project.add_document(TEXT)
    assert project.documents() == [document]


def test_a_script_is_told_after_a_while(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "LOCK_TIMEOUT_S", 0.2)
    with another_program_writes(project.path), pytest.raises(BusyError, match="being written by another program"):
        project.add_document(TEXT)
    assert project.documents() == []


def test_a_project_is_opened_while_another_program_writes(hasty: Project) -> None:
    hasty.close()
    with (
        another_program_writes(hasty.path) as end,
        Project.open(hasty.path, annotator="omar", hasty=True) as opened,
    ):
        assert [one.handle for one in opened.annotators()] == ["layla", "omar"]
        mark = opened.annotate(opened.documents()[0].id, (0, 3), "cue")
        end()
        assert opened.land() == 0
        assert opened.spans(mark.document_id) == [mark]
        assert opened.check() == []


def test_the_command_line_says_that_it_waits_and_goes_on(project: Project, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    project.close()
    command = [sys.executable, "-m", "annotator", "import", str(project.path), str(article)]
    with another_program_writes(project.path) as end:
        running = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert running.stderr is not None
        assert "another program is writing to the project; waiting for it" in running.stderr.readline()
        end()
        out, _ = running.communicate(timeout=20)
    assert (running.returncode, out) == (0, "1 article added.\n")


def test_the_command_line_stops_waiting_at_ctrl_c(project: Project, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    project.close()
    command = [sys.executable, "-m", "annotator", "import", str(project.path), str(article)]
    with another_program_writes(project.path):
        running = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert running.stderr is not None
        running.stderr.readline()
        running.send_signal(2)
        _, told = running.communicate(timeout=20)
    assert running.returncode == 130
    assert "nothing is half done" in told
    with Project.open(project.path) as opened:
        assert opened.documents() == []


def test_the_file_is_checked_as_it_is_stored_and_not_with_what_waits(hasty: Project, document: Document) -> None:
    """An action that waits has no rows in the journal yet, which is no fault of the file."""
    with another_program_writes(hasty.path):
        hasty.annotate(document.id, (0, 3), "cue")
        assert hasty.waiting == 1
        assert hasty.check() == []
    hasty.land()
    assert hasty.check() == []


def test_who_begins_to_look_after_the_file_waits_for_nobody_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path) as project:
        document = project.add_document("قال الوزير إن الميناء مفتوح")
        with another_program_writes(path):
            writer = threading.Thread(target=project.annotate, args=(document.id, (4, 10), "actor"))
            writer.start()
            while not project.is_taken:
                time.sleep(0.01)
            began = time.monotonic()
            project.watch(str)
            assert time.monotonic() - began < 1
        writer.join()
        assert [span.label for span in project.spans(document.id)] == ["actor"]
