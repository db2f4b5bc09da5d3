"""Formats, kinds of articles and suggesters of somebody else's package, found by its entry points."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

MODULE = '''
"""A format of a third party: one line a span, read and written."""

from collections.abc import Iterator
from typing import Annotated

from annotator.domain.annotator import Annotator
from annotator.domain.document import Document, document_id
from annotator.domain.span import Span
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.ids import span_id
from annotator.formats.losses import Feature
from annotator.formats.options import Options, titled
from annotator.formats.record import Record
from annotator.formats.registry import reader, writer
from annotator.formats.source import Source


class QuoteOptions(Options, frozen=True, kw_only=True):
    upper: Annotated[bool, titled("Capitals")] = False


@writer(id="quotes", title="Quotes", suffix=".quotes", holds=Feature(0), options=QuoteOptions)
def write_quotes(dataset: Dataset, out: Sink, options: QuoteOptions) -> None:
    with out.file("quotes.quotes") as stream:
        for record in dataset.records:
            for span in record.spans:
                quote = span.quote(record.document.text)
                stream.write(f"{span.label}\\t{quote.upper() if options.upper else quote}\\n".encode())


@reader(id="quotes", title="Quotes", suffix=".quotes")
def read_quotes(source: Source) -> Iterator[Record]:
    """A line is an article of its own, all of it one span; the language lies in a file beside it."""
    language = source.open("language").read().decode()
    for source.line, raw in enumerate(source.stream, 1):
        label, text = raw.decode().rstrip("\\n").split("\\t")
        id, parts = document_id(text), ((0, len(text)),)
        handle = source.annotator
        mark = span_id(id, handle, label, parts)
        span = Span(id=mark, document_id=id, annotator=handle, label=label, parts=parts)
        document = Document(id=id, title=text, text=text, language=language)
        annotator = Annotator(handle=handle)
        yield source.fitted(
            Record(document=document, scheme_name="", scheme_version=1, annotator=annotator, spans=(span,))
        )
'''

ENTRY_POINTS = """[musnad.formats]
quotes = quotes_for_musnad
broken = no_such_module
jsonl = twice_for_musnad
"""

TWICE = """
from annotator.formats.losses import EVERYTHING
from annotator.formats.registry import writer

@writer(id="jsonl", title="Mine", suffix=".x", holds=EVERYTHING)
def write(dataset, out, options): ...
"""


@pytest.fixture
def installed(tmp_path: Path) -> dict[str, str]:
    """An environment in which a tiny package is installed, as pip leaves it."""
    site = tmp_path / "site"
    info = site / "quotes_for_musnad-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: quotes-for-musnad\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(ENTRY_POINTS, encoding="utf-8")
    (site / "quotes_for_musnad.py").write_text(MODULE, encoding="utf-8")
    (site / "twice_for_musnad.py").write_text(TWICE, encoding="utf-8")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(site), str(Path(__file__).parents[2])])}


def musnad(installed: dict[str, str], folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "annotator", *words],
        cwd=folder,
        env=installed,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_package_adds_a_format_that_reads_and_writes(installed: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "in.quotes").write_text("claim\tdone\nactor\tsamir\n", encoding="utf-8")
    (tmp_path / "language").write_text("fa", encoding="utf-8")
    listed = musnad(installed, tmp_path, "formats", "--json")
    quotes = next(one for one in json.loads(listed.stdout) if one["id"] == "quotes")
    assert (quotes["writes"], quotes["options"][0]["key"]) == (True, "upper")
    # One that cannot be loaded, and one that would take our place, are told and left out.
    assert "musnad.formats: broken cannot be used" in listed.stderr
    assert "musnad.formats: jsonl cannot be used" in listed.stderr
    assert musnad(installed, tmp_path, "new", "p.musnad").returncode == 0
    assert musnad(installed, tmp_path, "import", "p.musnad", "in.quotes").stdout == "2 articles added, 2 readings.\n"
    done = musnad(
        installed,
        tmp_path,
        *["export", "p.musnad", "--format", "quotes", "--out", "out.quotes", "--option", "upper=true", "--json"],
    )
    assert json.loads(done.stdout)["spans"] == 2
    assert (tmp_path / "out.quotes").read_text(encoding="utf-8") == "claim\tDONE\nactor\tSAMIR\n"
