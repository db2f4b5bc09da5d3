"""What came in from others' corpora goes out in every format, and comes back and out again the same."""

from pathlib import Path

import pytest

from annotator import Project
from annotator.formats.registry import find_reader, readers, writers
from annotator.services.foreign import scheme_from
from tests.formats import test_brat_corpora as brat
from tests.formats import test_cas_corpora as cas

EVENTS = {
    "anna/r1.txt": brat.TEXT,
    "ben/r1.txt": brat.TEXT,
    "anna/r1.ann": brat.A1 + brat.A2 + "A1\tNegation E1\nA2\tCertainty E1 low\n#1\tAnnotatorNotes E2\tis it?\n",
    "ben/r1.ann": "T1\tGene 15 18;66 69\tGL2 GL2\nN1\tReference T1 UniProt:P1\tGL2\n",
    "ben/r2.txt": "Nobody read this.\n",
}
BOTH = sorted({one.id for one in writers()} & {one.id for one in readers()} - {"refi-codebook", "citron"})


def corpus(folder: Path, kind: str) -> Path:
    if kind == "events":
        return brat.packed(brat.made(folder / "events", EVENTS))
    files = {f"annotation/r.txt/{who}.zip": cas.reading(who, cas.MARKS + cas.PLACELESS) for who in ("anna", "ben")}
    return cas.written(folder / "export.zip", {**files, "curation/r.txt/CURATION_USER.zip": cas.reading("x", "")})


def files(path: Path) -> dict[str, bytes]:
    found = path.rglob("*.*") if path.is_dir() else [path]
    return {one.name: one.read_bytes() for one in found if one.is_file() and "manifest" not in one.name}


@pytest.mark.heavy
@pytest.mark.parametrize("kind", ["events", "layers"])
@pytest.mark.parametrize("format", BOTH)
def test_a_corpus_comes_back_the_same(tmp_path: Path, kind: str, format: str) -> None:
    source = corpus(tmp_path, kind)
    scheme, suffix = scheme_from(source), find_reader(format).suffix
    places = [tmp_path / turn / ("data" if suffix in (".ann", ".xmi", ".tsv") else f"data{suffix}") for turn in "abc"]
    given: Path = source
    for turn, place in enumerate(places):
        place.parent.mkdir()
        with Project.create(place.parent / "p.musnad", scheme=scheme, annotator="layla") as project:
            project.import_(given, format if turn else None)
            project.export(format, place)
        given = place
    assert files(places[1]) == files(places[2])
    assert files(places[0]) == files(places[1])
