"""The parts of the project's search: lines of a concordance, fields, rows of statements, the chart."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.domain.actor import Actor
from annotator.domain.attribution import Attribution
from annotator.domain.search import Hit
from annotator.services.actor_finder import ActorFinder
from annotator.services.schemes import load_scheme
from annotator.ui.i18n import set_language
from annotator.ui.searching.boxes import ActorBox, day_of
from annotator.ui.searching.filters import FilterChoices
from annotator.ui.searching.hit_rows import HitList
from annotator.ui.searching.kwic import Ground, KwicLine, columns, shortened_after, shortened_before
from annotator.ui.searching.stance_chart import StanceChart
from annotator.ui.searching.statement_rows import told
from annotator.ui.searching.statements import StatementsPane


def hit(before: str, text: str, after: str, direction: str = "rtl") -> Hit:
    return Hit(
        document_id="d",
        start=len(before),
        end=len(before) + len(text),
        title="عنوان",
        text=text,
        before=before,
        after=after,
        direction="rtl" if direction == "rtl" else "ltr",
    )


def edges(line: KwicLine) -> tuple[float, float]:
    return min(left for left, _ in line.extents), max(right for _, right in line.extents)


def test_what_comes_before_stands_at_the_right_in_arabic(qtbot: QtBot) -> None:
    del qtbot
    font = QFont()
    line = KwicLine(hit("قال الوزير إن ", "الميناء", " جاهز"), font, 1000, 1000)
    left, right = edges(line)
    metrics = QFontMetricsF(font)
    assert left == pytest.approx(metrics.horizontalAdvance(" جاهز"), abs=4)
    assert line.layout.lineAt(0).naturalTextWidth() - right == pytest.approx(
        metrics.horizontalAdvance("قال الوزير إن "), abs=4
    )


def test_what_comes_before_stands_at_the_left_in_english(qtbot: QtBot) -> None:
    del qtbot
    line = KwicLine(hit("The minister said ", "port", " was ready", "ltr"), QFont(), 1000, 1000)
    assert edges(line)[0] == pytest.approx(QFontMetricsF(QFont()).horizontalAdvance("The minister said "), abs=4)


def test_a_hit_inside_a_word_keeps_its_letters_joined(qtbot: QtBot) -> None:
    del qtbot
    whole = KwicLine(hit("", "بالسلطة", ""), QFont(), 1000, 1000)
    part = KwicLine(hit("ب", "السلطة", ""), QFont(), 1000, 1000)
    assert part.layout.lineAt(0).naturalTextWidth() == whole.layout.lineAt(0).naturalTextWidth()


def test_hits_of_all_lengths_begin_at_the_same_place(qtbot: QtBot) -> None:
    del qtbot
    box = QRectF(0, 0, 600, 30)
    places = columns(box, 60)
    assert places.axis("rtl") == 330 and places.axis("ltr") == 270
    assert places.before("rtl") == 270 and places.after("rtl") == 330
    assert columns(box, 500).hit_right - columns(box, 500).hit_left == 200


def test_a_hit_of_nothing_that_can_be_seen_is_painted(qtbot: QtBot) -> None:
    del qtbot
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    for text in ("", "\u200c", "\u202b\u202c", " ", "\n"):
        for direction in ("rtl", "ltr"):
            line = KwicLine(hit("", text, "\u2066\u2067", direction), QFont(), 1000, 1000)
            with QPainter(image) as painter:
                line.paint(painter, QRectF(0, 0, 400, 40), 200, Ground(QColor("black"), QColor("yellow")))


def test_only_whole_words_are_left_out(qtbot: QtBot) -> None:
    del qtbot
    metrics = QFontMetricsF(QFont())
    text = "كلمة أولى وثانية وثالثة ورابعة"
    width = metrics.horizontalAdvance("…وثالثة ورابعة") + 1
    assert shortened_before(text, metrics, width) == "…وثالثة ورابعة"
    assert shortened_after("", text, metrics, metrics.horizontalAdvance("كلمة أولى…") + 1) == "كلمة أولى…"


def test_a_hit_longer_than_its_place_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    del qtbot
    line = KwicLine(hit("قال ", " ".join(["كلمة"] * 60), ""), QFont(), 100, 200)
    assert line.layout.text().endswith("كلمة…")
    assert edges(line)[1] - edges(line)[0] <= 200


def test_enter_opens_the_hit_and_thousands_are_rows_of_one_height(qtbot: QtBot) -> None:
    hits = HitList()
    qtbot.addWidget(hits)
    hits.resize(700, 300)
    hits.rows.append([hit("قبل ", f"كلمة {place}", " بعد") for place in range(5000)])
    with qtbot.waitExposed(hits):
        hits.show()
    assert hits.uniformItemSizes() and hits.rows.rowCount() == 5000
    opened: list[Hit] = []
    hits.opened.connect(opened.append)
    hits.show_current(7)
    QTest.keyClick(hits, Qt.Key.Key_Return)
    assert [one.text for one in opened] == ["كلمة 7"]
    assert not hits.step(-100) and hits.step(1)
    assert opened[-1].text == "كلمة 8"


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("٢٠٢٦/٣/٥", "2026-03-05", "2026-03-05"),
        ("۲۰۲۶-۰۳-۰۵", "2026-03-05", "2026-03-05"),
        ("2026-13", None, None),
        ("2026-02-30", None, None),
        ("مارس", None, None),
        ("", None, None),
    ],
)
def test_days_are_read_as_people_type_them(typed: str, first: str | None, last: str | None) -> None:
    assert (day_of(typed, last=False), day_of(typed, last=True)) == (first, last)


ACTORS = [
    Actor(id="1", name="سالم الحلبي", kind="person", aliases=("أبو أحمد",)),
    Actor(id="2", name="وزارة النقل", kind="organization"),
]


def test_any_name_in_any_spelling_is_the_actor(qtbot: QtBot) -> None:
    box = ActorBox("box")
    qtbot.addWidget(box)
    box.look_in(ActorFinder(ACTORS).find)
    changed: list[str | None] = []
    box.changed.connect(lambda: changed.append(box.actor_id))
    for letter in "ابو احمد":
        box.insert(letter)
    assert box.actor_id == "1" and box.layoutDirection() == Qt.LayoutDirection.RightToLeft
    box.insert("!")
    assert box.actor_id is None and box.property("missing")
    assert changed == ["1", None]


def test_typing_offers_whoever_has_it_in_a_name(qtbot: QtBot) -> None:
    box = ActorBox("box")
    qtbot.addWidget(box)
    box.look_in(ActorFinder(ACTORS).find)
    with qtbot.waitExposed(box):
        box.show()
    chosen: list[str | None] = []
    box.changed.connect(lambda: chosen.append(box.actor_id))
    for letter in "النقل":
        box.insert(letter)
    assert [box.completer().completionModel().index(0, 0).data()] == ["وزارة النقل"]
    assert box.actor_id is None and box.property("missing")
    box.completer().complete()
    popup = box.completer().popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert box.text() == "وزارة النقل" and chosen == ["2"]


def statement(date: str | None, stance: str | None, **more: tuple[str, ...]) -> Attribution:
    return Attribution(
        id="s",
        document_id="d",
        title="عنوان",
        date=date,
        start=0,
        end=3,
        quote="قول",
        sources=more.get("sources", ("سالم",)),
        targets=more.get("targets", ("الميناء",)),
        stance=stance,
        polarity=None,
        direction="rtl",
    )


def test_a_row_says_who_about_whom() -> None:
    assert told(statement(None, None)) == "\u2068سالم\u2069 about \u2068الميناء\u2069"
    assert told(statement(None, None, sources=(), targets=())) == "nobody named"


@pytest.fixture
def chart(qtbot: QtBot) -> StanceChart:
    made = StanceChart()
    qtbot.addWidget(made)
    made.resize(600, 132)
    scheme = load_scheme("actors-claims")
    made.show_statements(
        scheme,
        [
            statement("2026-01-05", "favour"),
            statement("2026-01-09T08:00:00", "against"),
            statement("2026-04-01", "against"),
            statement(None, "favour"),
        ],
    )
    return made


def test_a_month_without_statements_has_its_place(chart: StanceChart) -> None:
    bins = chart._bins()
    assert [period for period, _ in bins] == ["2026-01", "2026-02", "2026-03", "2026-04"]
    assert dict(bins[0][1]) == {"favour": 1, "against": 1}


def test_time_runs_as_the_window_reads(chart: StanceChart) -> None:
    lefts = [column.left() for column in chart._columns(chart._bins())]
    assert lefts == sorted(lefts)
    set_language("ar")
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    lefts = [column.left() for column in chart._columns(chart._bins())]
    assert lefts == sorted(lefts, reverse=True)


def test_years_stand_for_months_that_find_no_room(chart: StanceChart) -> None:
    scheme = load_scheme("actors-claims")
    chart.show_statements(scheme, [statement("1996-01-05", "favour"), statement("2026-04-01", "favour")])
    assert len(chart._bins()) == 31 and chart._bins()[0][0] == "1996"
    chart.show_statements(scheme, [statement("0226-01-05", "favour"), statement("2026-04-01", "favour")])
    assert len(chart._bins()) == 1801 and len(chart._named(chart._bins())) < 60
    assert not chart.grab().isNull()


def test_the_figures_are_told_in_words(chart: StanceChart) -> None:
    first = chart.accessibleDescription().split("\n")[0]
    assert first == "January 2026: favour 1, against 1"


def test_each_stance_is_painted(chart: StanceChart) -> None:
    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    chart.render(painter, QPoint())
    painter.end()
    column = chart._columns(chart._bins())[0]
    x = round(column.center().x())
    colors = {image.pixelColor(x, y).name() for y in range(round(column.top()) + 2, round(column.bottom()) - 1)}
    assert len(colors) > 2


def test_statements_begin_with_an_overview_of_all(qtbot: QtBot) -> None:
    """Nothing has to be typed: all statements are asked for, and who is quoted most is one click away."""
    pane = StatementsPane()
    qtbot.addWidget(pane)
    pane.show()
    salim = Actor(id="a1", name="سالم", kind="person")
    finder = ActorFinder([salim])
    with qtbot.waitSignal(pane.wanted) as asked:
        pane.offer(FilterChoices("layla", load_scheme("actors-claims"), finder.find, ["layla"], []))
        pane.begin()
    assert asked.args[0].source is None and asked.args[0].target is None
    said = [statement("2026-01-05", None, sources=("سالم",)), statement("2026-04-01", None, sources=("نادر",))]
    pane.show_statements(said)
    assert pane.count.text().endswith("2 statements   ·   Choose who speaks, or about whom")
    assert not pane.chart.isHidden()
    (button,) = pane.speakers.buttons
    with qtbot.waitSignal(pane.wanted) as asked:
        button.click()
    assert asked.args[0].source == "a1" and pane.source.text() == "سالم"
    pane.show_statements(said[:1])
    assert pane.speakers.isHidden() and pane.count.text().endswith("1 statement")
