"""The drawn network: found by the mouse, walked by the arrows, mirrored, and readable without colour."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.domain.networks import NetworkEdge, NetworkKind, Saying
from annotator.formats.graph import Discourse, GraphOptions, Node
from annotator.services.discourse import Drawing, Sayings, drawing
from annotator.ui.i18n import set_language
from annotator.ui.networks.edge_rows import EdgeList
from annotator.ui.networks.geometry import Geometry, Spot
from annotator.ui.networks.look import edge_pen, sign_of_edge, weight_told
from annotator.ui.networks.page import NetworkPage
from annotator.ui.networks.timeline_chart import TimelineChart
from annotator.ui.networks.view import NetworkView
from annotator.ui.theme import themes
from tests.stalls import EventLoop

Key = Qt.Key
STALL_S = 0.05


def saying(source: str, statement: str, agreement: str, day: str) -> Saying:
    place = f"{source}{statement}{day}"
    return Saying(source=source, statement=statement, agreement=agreement, day=day, document=day, place=place)


SAID = [
    saying("A", "s", "yes", "2026-01-02"),
    saying("A", "s", "yes", "2026-02-02"),
    saying("B", "s", "no", "2026-02-03"),
    saying("B", "t", "yes", "2026-03-02"),
    saying("A", "t", "yes", "2026-03-02"),
]
LABELS = {"A": "الوزارة", "B": "النقابة", "s": "يجب إغلاق الميناء", "t": "الأجور لا تكفي"}


def drawn(kind: NetworkKind = "statements") -> Drawing:
    nodes = {key: Node(key, label, "actor" if key.isupper() else "statement") for key, label in LABELS.items()}
    found = Sayings(discourse=Discourse(nodes=nodes, sayings=SAID, unsaid={}), places={})
    return drawing(found, GraphOptions(network=kind))


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    made = NetworkView()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show_drawing(drawn())
    made.show()
    return made


def test_a_node_and_an_edge_are_found_where_they_are_painted(view: NetworkView, qtbot: QtBot) -> None:
    assert view.placed is not None
    spot = view.placed.spots[0, "A"]
    with qtbot.waitSignal(view.node_opened) as opened:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot.middle.toPoint())
    assert opened.args == ["A"]
    edge = next(one for one in view.placed.drawn.edges if (one.start, one.end) == ("B", "t"))
    start, end = view.placed.line(edge)
    with qtbot.waitSignal(view.edge_opened) as opened:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=(start + (end - start) * 0.2).toPoint())
    assert opened.args == [edge]
    assert view.placed.at(QPointF(5, 5)) is None


def test_the_arrows_walk_as_the_eye_does_and_enter_opens(view: NetworkView, qtbot: QtBot) -> None:
    view.setFocus()
    view.current = None
    walked: list[tuple[int, int]] = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Up, Key.Key_Left):
        QTest.keyClick(view, key)
        assert view.current is not None
        walked.append((view.current.column, round(view.current.y)))
    assert [column for column, _ in walked] == [0, 0, 1, 1, 0]
    with qtbot.waitSignal(view.node_opened):
        QTest.keyClick(view, Key.Key_Return)


def test_in_an_arabic_window_those_who_speak_stand_at_the_right(view: NetworkView) -> None:
    assert view.placed is not None
    left = view.placed.spots[0, "A"].x
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert view.placed.spots[0, "A"].x == view.width() - left > view.placed.spots[1, "s"].x


def test_for_and_against_differ_in_stroke_and_sign_and_not_in_colour_alone() -> None:
    theme = themes().theme
    edges = [
        NetworkEdge(start="a", end="b", weight=weight, for_=for_, against=against, places=("1",))
        for weight, for_, against in ((3.0, 3, 0), (-2.0, 0, 2), (0.0, 1, 1), (0.0, 0, 0))
    ]
    assert [sign_of_edge(one) for one in edges] == ["for", "against", "both", "neither"]
    assert len({edge_pen(one, 3.0, theme).style() for one in edges}) == 4
    assert [weight_told(one).strip("\u2066\u2069") for one in edges] == ["+3", "\u22122", "±", "0"]
    assert edge_pen(edges[0], 3.0, theme).widthF() > edge_pen(edges[1], 3.0, theme).widthF()


def test_the_picture_is_the_whole_network(view: NetworkView) -> None:
    image = view.picture()
    assert image.size() == view.size() * 2
    assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 4


@pytest.mark.parametrize("kind", ["congruence", "conflict"])
def test_actors_on_a_plane_stand_in_sight(kind: NetworkKind) -> None:
    made = Geometry(drawn(kind), 700, 500, mirrored=False)
    assert len(made.spots) == 2
    assert all(0 < spot.x < 700 and 0 < spot.y < 500 for spot in made.spots.values())
    assert isinstance(made.at(next(iter(made.spots.values())).middle), Spot)


def test_edges_are_listed_with_their_figures(qtbot: QtBot) -> None:
    made = EdgeList()
    qtbot.addWidget(made)
    made.show_drawing(drawn())
    told = [made.rows.spoken(one, 0) for one in made.rows.items]
    assert "الوزارة" in told[0] and "يجب إغلاق" in told[0] and "2 claims" in told[0]
    made.show_current(0)
    with qtbot.waitSignal(made.opened):
        QTest.keyClick(made, Key.Key_Return)


def test_time_runs_as_the_window_reads_and_a_column_opens_its_claims(qtbot: QtBot) -> None:
    chart = TimelineChart()
    qtbot.addWidget(chart)
    chart.resize(600, 150)
    chart.show_timeline(drawn().timeline)
    chart.show()
    chart.current = 0
    assert [chart.told(one).translate(dict.fromkeys((0x2066, 0x2069))) for one in chart.periods] == [
        "January 2026: +1 \u22120 · 1 claim",
        "February 2026: +1 \u22121 · 2 claims",
        "March 2026: +2 \u22120 · 2 claims",
    ]
    QTest.keyClick(chart, Key.Key_Right)
    with qtbot.waitSignal(chart.opened) as opened:
        QTest.keyClick(chart, Key.Key_Return)
    assert opened.args is not None and opened.args[0].name == "2026-02"
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert chart.column(0).x() > chart.column(1).x()
    with qtbot.waitSignal(chart.opened) as opened:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.column(0).center().toPoint())
    assert opened.args is not None and opened.args[0].name == "2026-01"


def test_signs_stand_before_arabic_digits_as_arabic_is_read() -> None:
    set_language("ar")
    edge = NetworkEdge(start="a", end="b", weight=-2.0, for_=0, against=2, places=("1",))
    assert weight_told(edge) == "\u061c\u2212٢"
    set_language("en")


@pytest.mark.heavy
def test_thousands_of_edges_are_painted_between_two_answers_of_the_window(qtbot: QtBot) -> None:
    page = NetworkPage()
    qtbot.addWidget(page)
    page.resize(1280, 820)
    page.show()
    many = drawing(_many(70), GraphOptions(), most=1_000)
    assert len(many.edges) >= 4_900
    loop, pictures = EventLoop(looks_at_s=0.03), list[QImage]()
    with loop.never_stalls(STALL_S):
        page.show_drawing(many)
        qtbot.waitUntil(lambda: page.view.painted > 0)
        assert not page.view.is_whole and page.state.text().endswith("Drawing…")
        page.begin_picture(pictures.append)
        qtbot.waitUntil(lambda: page.view.is_whole and bool(pictures), timeout=60_000)
    assert page.view.painted == len(many.edges) and "Drawing" not in page.state.text()
    assert pictures == [page.picture()]


def _many(actors: int) -> Sayings:
    """Every actor about every statement, of which there are as many."""
    ids = [(f"a{number}", f"s{number}") for number in range(actors)]
    nodes = {
        key: Node(key, f"الاسم {key}", kind)
        for pair in ids
        for key, kind in zip(pair, ("actor", "statement"), strict=True)
    }
    said = [saying(actor, statement, "yes", "2026-01-02") for actor, _ in ids for _, statement in ids]
    return Sayings(discourse=Discourse(nodes=nodes, sayings=said, unsaid={}), places={})
