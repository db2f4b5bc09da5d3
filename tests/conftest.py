"""What every test may use."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from annotator import Project

# Before Qt is imported anywhere: tests need no display, and should not open windows on one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The gate tries the same examples every time, so that it judges the change and not its luck; whoever works on the
# code tries new ones at every run.
settings.register_profile("gate", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("gate")

ARTICLE = (
    "قال وزير النقل سامر الحلبي إن الميناء سيفتح في موعده.\n"
    "وأضاف 😀 أن «العقد»، بحسب الوزارة، «وُقِّع أمس» مع شركة Delta Ports."
)


@pytest.fixture(autouse=True)
def _known_annotator(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests must not depend on who is logged in."""
    monkeypatch.setenv("MUSNAD_ANNOTATOR", "layla")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An empty project of layla's."""
    with Project.create(tmp_path / "p.musnad") as made:
        yield made


@pytest.fixture
def article() -> str:
    """A short article with an emoji, tashkeel and an interrupted quotation."""
    return ARTICLE
