"""The small controls of the panes: segments, flow, chips, the message bar, the foot, what is remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui import recent_state
from annotator.ui.article.marks import MarkStyle
from annotator.ui.i18n import set_language
from annotator.ui.message_bar import MessageBar
from annotator.ui.panels.beside import BesideLayout
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.panels.foot import Foot
from annotator.ui.panels.quote import MOST_LINES, Chip, QuoteBlock
from annotator.ui.panels.segments import SegmentRow, Segments
from annotator.ui.settings import settings
from annotator.ui.theme import themes

CHOICES = [("a", "affirmed"), ("b", "denied"), ("c", "no comment")]


def style() -> MarkStyle:
    color = themes().theme.color("accent")
    return MarkStyle(line=color, fill=color, selected_fill=color, underline="double")


def test_a_segment_is_chosen_by_click_and_by_arrow(qtbot: QtBot) -> None:
    segments = Segments(CHOICES, "a")
    qtbot.addWidget(segments)
    segments.show()
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.mouseClick(segments.button("b"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["b"]
    assert [button.isChecked() for button in segments.buttons] == [False, True, False]
    segments.button("b").setFocus()
    qtbot.keyClick(segments.button("b"), Qt.Key.Key_Right)
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.keyClick(segments.button("c"), Qt.Key.Key_Space)
    assert chosen.args == ["c"]


def test_choosing_again_takes_away_only_what_may_be_missing(qtbot: QtBot) -> None:
    kept = Segments(CHOICES, "a")
    qtbot.addWidget(kept)
    with qtbot.assertNotEmitted(kept.chosen):
        qtbot.mouseClick(kept.button("a"), Qt.MouseButton.LeftButton)
    assert kept.button("a").isChecked()
    cleared = Segments(CHOICES, "a", clearable=True)
    qtbot.addWidget(cleared)
    with qtbot.waitSignal(cleared.chosen) as chosen:
        qtbot.mouseClick(cleared.button("a"), Qt.MouseButton.LeftButton)
    assert chosen.args == [""]
    assert not cleared.button("a").isChecked()


def test_a_row_stands_beside_its_title_where_there_is_room(qtbot: QtBot) -> None:
    segments = Segments(CHOICES, "a")
    row = SegmentRow("Polarity", segments)
    qtbot.addWidget(row)
    row.show()
    row.resize(600, 60)
    qtbot.waitUntil(lambda: segments.y() < 20)
    row.resize(200, 160)
    qtbot.waitUntil(lambda: segments.y() > 15)
    # Three buttons do not fit 200 pixels: they wrap instead of being cut.
    qtbot.waitUntil(lambda: segments.buttons[2].y() > segments.buttons[0].y())


def test_what_a_row_or_a_quotation_asks_for_does_not_change_with_what_it_has(qtbot: QtBot) -> None:
    # Two widths that ask for each other's heights call for each other in a scroll area until the stack has run out.
    holder = QWidget()
    qtbot.addWidget(holder)
    lines = QVBoxLayout(holder)
    lines.addWidget(SegmentRow("Polarity", Segments(CHOICES, "a")))
    lines.addWidget(QuoteBlock("قال الوزير إن الميناء سيفتح في موعده. " * 2, "rtl", style()))
    holder.show()
    asked = []
    for width in (180, 260, 300, 700):
        holder.resize(width, 400)
        qtbot.wait(1)
        asked.append([lines.totalHeightForWidth(other) for other in range(150, 800, 10)] + [lines.sizeHint().height()])
    assert asked[0] == asked[1] == asked[2] == asked[3]
    assert asked[0][0] > asked[0][-2]


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_row_has_its_title_where_reading_begins(qtbot: QtBot, mirrored: bool) -> None:
    segments = Segments(CHOICES, "a")
    row = SegmentRow("Polarity", segments)
    qtbot.addWidget(row)
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    row.resize(600, 60)
    row.show()
    assert (segments.x() == 0) == mirrored
    assert segments.width() == segments.sizeHint().width()
    row.resize(200, 160)
    assert segments.geometry().right() == 199 if mirrored else segments.x() == 0


@pytest.mark.parametrize("mirrored", [False, True])
def test_flow_wraps_and_mirrors(qtbot: QtBot, mirrored: bool) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    flow = FlowLayout(holder)
    flow.setContentsMargins(0, 0, 0, 0)
    buttons = [QPushButton(f"button {number}") for number in range(4)]
    for button in buttons:
        flow.addWidget(button)
    width = buttons[0].sizeHint().width() * 2 + 10
    holder.resize(width, 200)
    holder.show()
    assert buttons[0].y() == buttons[1].y() < buttons[2].y() == buttons[3].y()
    assert (buttons[0].x() > buttons[1].x()) == mirrored
    assert flow.heightForWidth(width) == buttons[2].geometry().bottom() + 1
    assert flow.heightForWidth(2000) == buttons[0].sizeHint().height()
    taken = flow.takeAt(0)
    assert taken is not None and flow.count() == 3 and flow.takeAt(9) is None


def test_a_long_quotation_is_cut_after_six_lines(qtbot: QtBot) -> None:
    short = QuoteBlock("قال الوزير", "rtl", style())
    long = QuoteBlock("قال الوزير إن الميناء 😀 سيفتح في موعده. " * 40, "rtl", style())
    for block in (short, long):
        qtbot.addWidget(block)
    assert short.heightForWidth(300) < long.heightForWidth(300) == long.heightForWidth(200)
    assert (long.heightForWidth(300) - 12) / (short.heightForWidth(300) - 12) == MOST_LINES
    long.resize(300, long.heightForWidth(300))
    assert not long.grab().isNull()


def test_a_chip_is_a_button(qtbot: QtBot) -> None:
    chip = Chip("شركة Delta Ports", "rtl", style())
    qtbot.addWidget(chip)
    chip.show()
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, Qt.Key.Key_Space)


def test_good_news_goes_and_bad_news_stays(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.ui.message_bar.SECONDS", 0.01)
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.tell("success", "Done")
    qtbot.waitUntil(bar.isHidden)
    bar.tell("error", "It went wrong", "line 1\nline 2")
    qtbot.wait(40)
    assert not bar.isHidden() and bar.details.isHidden()
    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    assert not bar.details.isHidden() and bar.details.toPlainText() == "line 1\nline 2"
    bar.tell("info", "Next")
    assert bar.more.isHidden() and bar.details.isHidden()


def test_the_foot_says_how_saving_went(qtbot: QtBot) -> None:
    foot = Foot()
    qtbot.addWidget(foot)
    foot.tell_open(read_only=False)
    assert foot.saved.text() == "Saved"
    foot.tell_saving()
    assert foot.saved.text() == "Saving…"
    foot.tell_failed()
    assert foot.saved.text() == "Not saved"
    foot.tell_saved()
    assert foot.saved.text().startswith("Saved · ")
    foot.tell_place(2, 9)
    assert foot.place.text() == "Article 3 of 9"
    foot.tell_open(read_only=True)
    assert foot.saved.text() == "Read only"
    foot.tell_closed()
    assert foot.saved.text() == foot.place.text() == ""


def test_a_place_is_remembered_for_each_project_and_article(tmp_path: Path) -> None:
    one, other = tmp_path / "one.musnad", tmp_path / "two.musnad"
    recent_state.remember_place(one, "first", 40)
    recent_state.remember_place(one, "second", 7)
    assert recent_state.last_document(one) == "second"
    assert (recent_state.offset_in(one, "first"), recent_state.offset_in(one, "second")) == (40, 7)
    assert recent_state.last_document(other) is None and recent_state.offset_in(other, "first") == 0


def test_places_are_written_when_nobody_turns_pages_and_no_more_of_them_than_a_person_needs(tmp_path: Path) -> None:
    places = recent_state.Places(tmp_path / "one.musnad")
    for number in range(recent_state.MOST_PLACES + 5):
        places.leave(f"d{number}", number)
    assert recent_state.last_document(tmp_path / "one.musnad") is None and places.offset("d3") == 3
    places.write()
    again = recent_state.Places(tmp_path / "one.musnad")
    assert (again.offset("d3"), again.offset("d504"), recent_state.last_document(tmp_path / "one.musnad")) == (
        (0, 504, "d504")
    )


def test_recent_projects_are_those_still_there_newest_first(tmp_path: Path) -> None:
    assert recent_state.recent() == []
    paths = [tmp_path / f"{number}.musnad" for number in range(10)]
    for path in paths:
        path.touch()
        recent_state.remember_recent(path, "layla")
    recent_state.remember_recent(paths[5], "omar")
    assert recent_state.annotator_in(paths[5]) == "omar"
    assert recent_state.recent()[:3] == [paths[5], paths[9], paths[8]]
    assert len(recent_state.recent()) == recent_state.MOST_RECENT
    paths[5].unlink()
    assert recent_state.recent()[0] == paths[9]
    settings().setValue("recent", str(paths[1]))
    assert recent_state.recent() == [paths[1]]


def test_arabic_labels_begin_on_the_right(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    set_language("ar")
    bar.tell("error", "p.musnad مفتوح")
    assert bar.text.text().startswith("\u200f")


def test_a_layout_of_two_measures_an_item_again_that_asks_for_another_size(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    layout = BesideLayout(host)
    label, other = QLabel("قال"), QLabel("name")
    layout.addWidget(label)
    layout.addWidget(other)
    host.show()
    before = layout.heightForWidth(200)
    label.setText("قال\nثم قال\nثم سكت")
    assert layout.heightForWidth(200) > before


def test_a_quotation_is_measured_again_in_another_font(qtbot: QtBot) -> None:
    quote = QuoteBlock("قال الوزير إن الميناء مفتوح. " * 2, "rtl", style())
    qtbot.addWidget(quote)
    before = quote.heightForWidth(220)
    font = quote.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    quote.setFont(font)
    assert quote.heightForWidth(220) > before
