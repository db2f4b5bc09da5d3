"""Claims about texts: offsets, graphemes, words, sentences, search, files."""

import json
import unicodedata

from PySide6.QtGui import QGuiApplication

from annotator import Project
from annotator.text import graphemes
from annotator.text.folding import find
from annotator.text.normalize import normal_form, visible_form
from annotator.text.sentences import sentences
from annotator.text.tokens import word_at
from annotator.text.units import Offsets
from tests.rtl.claims import ALT, HIDDEN, Walk, holds


@holds("span")
def _span(walk: Walk) -> None:
    """The letters are those; they can be marked, covered, pointed at, and dragged over in both directions."""
    start, end = walk.check["start"], walk.check["end"]
    assert walk.text[start:end] == walk.check["substring"]
    if "\r" in walk.text:
        crlf = Offsets(walk.cleaned, "crlf")
        start, end = crlf.to_points(start), crlf.to_points(end)
        assert walk.cleaned[start:end] == walk.check["substring"]
    reader = walk.reader()
    reader.view.select(start, end)
    assert reader.selected == (start, end)
    rects = reader.rects(start, end)
    assert all(rect.width() > 1 for rect in rects)
    if start == end:
        return
    inside, outside = graphemes.snap(reader.text, start, end)
    assert all(inside <= reader.view.offset_at(rect.center().toPoint()) < outside for rect in rects)
    document = walk.project.add_document(walk.text)
    span = walk.project.annotate(document.id, (start, end), "actor")
    assert span.quote(document.text) == walk.check["substring"]
    if reader.text[start:end].strip() == reader.text[start:end] and not set(HIDDEN) & set(reader.text):
        assert reader.drag_over(start, end, ALT) == (inside, outside)
        assert reader.drag_over(start, end, ALT, back=True) == (inside, outside)


@holds("units")
def _units(walk: Walk) -> None:
    text, check = walk.text, walk.check
    assert len(text) == check["cp"]
    for unit, length in (("utf16", "utf16"), ("utf8", "utf8"), ("graphemes", "graphemes")):
        assert Offsets(text, unit).from_points(len(text)) == check[length]  # type: ignore[arg-type]


@holds("newline_map")
def _newline_map(walk: Walk) -> None:
    check, crlf = walk.check, Offsets(walk.cleaned, "crlf")
    for edge in ("start", "end"):
        assert crlf.from_points(check[f"lf_{edge}"]) == check[f"crlf_{edge}"]
        assert crlf.to_points(check[f"crlf_{edge}"]) == check[f"lf_{edge}"]


@holds("nfc_differs")
def _not_composed(walk: Walk) -> None:
    kept = walk.project.add_document(walk.text).text
    assert (len(kept), len(unicodedata.normalize("NFC", kept))) == (walk.check["len"], walk.check["nfc_len"])


@holds("contains_cps")
def _kept_code_points(walk: Walk) -> None:
    expected = {chr(int(code, 16)) for code in walk.check["cps"]}
    reader = walk.reader()
    reader.type("Ctrl+A")
    reader.type("Ctrl+C")
    for kept in (walk.project.add_document(walk.text).text, reader.text, QGuiApplication.clipboard().text()):
        assert expected <= set(kept)


@holds("json_roundtrip")
def _json_round_trip(walk: Walk) -> None:
    document = walk.project.add_document(walk.text, title=walk.text)
    out = walk.folder / "out.jsonl"
    walk.project.export("jsonl", out)
    line = json.loads(out.read_text(encoding="utf-8"))
    for ascii_only in (True, False):
        again = walk.folder / f"again-{ascii_only}.jsonl"
        again.write_text(json.dumps(line, ensure_ascii=ascii_only), encoding="utf-8")
        with Project.create(walk.folder / f"{ascii_only}.musnad") as other:
            other.import_(again)
            assert other.documents() == [document]


@holds("snap")
def _snapped(walk: Walk) -> None:
    expected = tuple(walk.check["expect"])
    assert graphemes.snap(walk.text, walk.check["start"], walk.check["end"]) == expected
    reader = walk.reader()
    assert reader.rects(walk.check["start"], walk.check["end"]) == reader.rects(*expected)


@holds("g_bounds")
def _grapheme_bounds(walk: Walk) -> None:
    assert list(graphemes.boundaries(walk.text)) == walk.check["expect"]
    reader = walk.reader()
    stops = [reader.caret]
    for _ in walk.check["expect"][1:]:
        reader.type("Left")
        stops.append(reader.caret)
    assert stops == walk.check["expect"]


@holds("graphemes_of")
def _grapheme_count(walk: Walk) -> None:
    assert len(graphemes.boundaries(walk.text)) - 1 == walk.check["expect"]


@holds("word_at")
def _word(walk: Walk) -> None:
    index, expected = walk.check["index"], walk.check["expect"]
    found = word_at(walk.text, index)
    assert found is not None and walk.text[slice(*found)] == expected
    reader = walk.reader()
    assert reader.double_click(reader.point(index)) == expected


@holds("sentences")
def _sentences(walk: Walk) -> None:
    assert [walk.text[start:end] for start, end in sentences(walk.text)] == walk.check["expect"]


@holds("qt_word_differs")
def _word_that_qt_takes_otherwise(walk: Walk) -> None:
    reader = walk.reader()
    assert reader.double_click(reader.point(walk.check["index"])) == walk.check["want"]


@holds("search")
def _search(walk: Walk) -> None:
    expected = [tuple(pair) for pair in walk.check["expect"]]
    assert find(walk.text, walk.check["query"], whole=walk.check.get("whole", False)) == expected
    reader = walk.reader()
    for start, end in expected:
        reader.mark((start, end))
        assert all(
            reader.filled(reader.picture(), rect.adjusted(1, 0, -1, 0)) == 1 for rect in reader.rects(start, end)
        )


@holds("canonical_equal")
def _canonically_equal(walk: Walk) -> None:
    one, other = walk.check["a"], walk.check["b"]
    assert one != other and normal_form(one) == normal_form(other)
    assert find(walk.text, one, exact=True) == find(walk.text, other, exact=True) != []
    assert {one, other} <= {walk.text[slice(*hit)] for hit in find(walk.text, one, exact=True)}


@holds("strip_equal")
def _equal_but_for_what_is_unseen(walk: Walk) -> None:
    other = walk.check["other"]
    assert walk.text != other and visible_form(walk.text) == visible_form(other)
    assert walk.project.add_actor(walk.text, "person").id == walk.project.add_actor(other, "person").id
    assert [actor.name for actor in walk.project.actors()] == [walk.text]
