"""A dataset that is given up in the middle leaves no file open: unclosed ones warn, and warnings fail."""

import gc
from pathlib import Path

import pytest

from annotator import Project
from annotator.errors import Cancelled


@pytest.mark.parametrize("format", ["spacy", "parquet"])
def test_nothing_stays_open(format: str, sample: Project, tmp_path: Path) -> None:
    """Stopped behind the first article, when rows wait in files that have no name yet."""

    def stop(done: int, *_: object) -> None:
        if done > 1:
            raise Cancelled

    pytest.importorskip({"spacy": "spacy", "parquet": "pyarrow"}[format])
    with pytest.raises(Cancelled):
        sample.export(format, tmp_path / "out", progress=stop)
    gc.collect()
    assert not (tmp_path / "out").exists()
