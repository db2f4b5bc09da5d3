"""One long article can be stopped at any moment of its import, and nothing of it is left."""

from itertools import pairwise
from pathlib import Path
from random import Random
from time import thread_time

import pytest

from annotator import Project
from annotator.errors import Cancelled

SENTENCE = "قال الوزير سامِرٌ الحلبيّ إن الميناء سيُفتح أبوابَه يوم الأحد، وأضاف رائد أن العمل يبدأ غدًا."
SIZE_BYTES = 2_000_000
LONGEST_S = 0.2
"""Seconds of work between two moments at which it can be stopped; half a second for 5 MB."""


@pytest.fixture(scope="module")
def long_article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A text of 2 MB, part of it with harakat."""
    path, random = tmp_path_factory.mktemp("long") / "article.txt", Random(1)
    lines = (" ".join(random.choices(SENTENCE.split(), k=14)) + "\n" for _ in range(SIZE_BYTES // 150))
    path.write_text("".join(lines), encoding="utf-8")
    assert path.stat().st_size > SIZE_BYTES * 0.9
    return path


def test_stop_is_heard_all_along(project: Project, long_article: Path) -> None:
    # The first import of a process loads what reads articles, which cannot be stopped.
    short = long_article.with_name("short.txt")
    short.write_text(SENTENCE, encoding="utf-8")
    project.import_([short])
    moments = [thread_time()]
    report = project.import_([long_article], progress=lambda *_: moments.append(thread_time()))
    moments.append(thread_time())
    assert report.added == 1
    assert max(after - before for before, after in pairwise(moments)) < LONGEST_S


@pytest.mark.parametrize("heard", [1, 5, 30])
def test_wherever_it_is_stopped_nothing_is_left(project: Project, long_article: Path, heard: int) -> None:
    calls = 0

    def progress(*_: object) -> None:
        nonlocal calls
        calls += 1
        if calls == heard:
            raise Cancelled

    report = project.import_([long_article], progress=progress)
    assert report.cancelled and calls == heard
    assert project.summaries() == [] and project.check() == []
    assert list(project.search("الوزير")) == []
