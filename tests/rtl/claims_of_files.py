"""Claims about files and tables that texts come from."""

import csv
import io

import pytest

from annotator.formats.actors_csv import BOM, read_actors
from annotator.formats.cells import guarded, unguarded
from annotator.intake.decoding import decode
from annotator.intake.source import ArticleSource
from annotator.text.cleaning import clean
from annotator.text.visual_order import repair
from tests.rtl.claims import Walk, holds


@holds("decode")
def _decoded(walk: Walk) -> None:
    data = bytes.fromhex(walk.check["hex"])
    assert clean(decode(ArticleSource(name="case.txt", data=data))[0])[0] == walk.cleaned
    (walk.folder / "case.txt").write_bytes(data)
    walk.project.import_(walk.folder / "case.txt")
    assert [document.text for document in walk.project.documents()] == [walk.cleaned]


@holds("not_utf8")
def _not_taken_for_utf_8(walk: Walk) -> None:
    data = bytes.fromhex(walk.check["hex"])
    with pytest.raises(UnicodeDecodeError):
        data.decode()
    assert decode(ArticleSource(name="case.txt", data=data))[1] != "UTF-8"


@holds("csv_safe")
def _harmless_cell(walk: Walk) -> None:
    assert guarded(walk.text) == walk.check["expect"]
    assert unguarded(walk.check["expect"]) == walk.text


@holds("csv_header_bom")
def _header_without_mark(walk: Walk) -> None:
    header = next(csv.reader(io.StringIO(walk.text)))
    assert header[0] == "id"
    [row] = read_actors(BOM + walk.text.replace(header[1], "name"))
    assert (row.id, row.name) == ("1", "قال")


@holds("reverse_nfkc")
def _repaired(walk: Walk) -> None:
    assert repair(walk.text) == walk.check["expect"]


@holds("lamalef_repair")
def _ligature_repaired(walk: Walk) -> None:
    assert repair(walk.check["visual"]) == walk.check["expect"] == walk.text
