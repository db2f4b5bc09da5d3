"""Who reads does not wait for who writes for long, and reads what was written before."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from annotator import Project


@contextmanager
def writing(project: Project) -> Iterator[threading.Thread]:
    """Another thread in the middle of a long action, until this ends."""
    begun, ends = threading.Event(), threading.Event()

    def write() -> None:
        with project.acting() as act:
            begun.set()
            assert ends.wait(20)
            act.edits.clear()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert begun.wait(20)
        yield writer
    finally:
        ends.set()
        writer.join()


def test_everything_can_be_read_beside_a_long_write(project: Project) -> None:
    document = project.add_document("قال الوزير إن الميناء جاهز.")
    mark = project.annotate(document.id, (0, 3), "cue")
    project.add_actor("الوزير", "person")
    with writing(project) as writer:
        assert project.document(document.id) == document
        assert project.spans(document.id) == [mark]
        assert [item.id for item in project.summaries()] == [document.id]
        assert [actor.name for actor in project.actors()] == ["الوزير"]
        assert project.frames(document.id) == []
        assert project.status(document.id) == "doing"
        assert writer.is_alive()
    project.set_status(document.id, "done")
    assert project.status(document.id) == "done"


def test_what_is_written_is_read_at_once_by_everybody(project: Project) -> None:
    document = project.add_document("قال الوزير إن الميناء جاهز.")
    with writing(project):
        assert project.spans(document.id) == []
    mark = project.annotate(document.id, (0, 3), "cue")
    with writing(project):
        assert project.spans(document.id) == [mark]


def test_a_closed_project_is_not_opened_again_by_reading(project: Project) -> None:
    with writing(project):
        assert project.documents() == []
    project.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        project.documents()
