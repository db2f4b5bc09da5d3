"""Every theme can be read by everyone, and the one that was chosen is the one that is on."""

import re
from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain.scheme import Color, Label
from annotator.ui import style
from annotator.ui.article.marks import MarkStyle
from annotator.ui.panels.segments import Segments
from annotator.ui.settings import settings
from annotator.ui.theme import NEXT, Theme, ThemeName, Themes, load_theme, parse_color

HUES: tuple[Color, ...] = ("blue", "orange", "green", "purple", "red", "cyan", "pink", "olive", "gray")
SURFACES = ("window", "pane", "page", "card", "field", "selection", "hover")
NAMES = get_args(ThemeName)


def channel(value: float) -> float:
    """One sRGB channel (0..1) in linear light."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def linear(color: QColor) -> tuple[float, float, float]:
    return channel(color.redF()), channel(color.greenF()), channel(color.blueF())


def luminance(color: QColor) -> float:
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, 1.4.3."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def over(color: QColor, below: QColor) -> QColor:
    """A translucent colour painted on an opaque one."""
    share = color.alphaF()
    pairs = ((color.redF(), below.redF()), (color.greenF(), below.greenF()), (color.blueF(), below.blueF()))
    return QColor.fromRgbF(*(one * share + other * (1 - share) for one, other in pairs))


@pytest.fixture(params=NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    name: ThemeName = request.param
    return load_theme(name)


def styles(theme: Theme) -> dict[str, MarkStyle]:
    return {hue: theme.mark_style(Label(key="x", color=hue)) for hue in HUES}


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("ink", ["ink", "dim", "success", "warning", "danger", "accent"])
def test_text_can_be_read_on_every_surface(theme: Theme, ink: str, surface: str) -> None:
    assert contrast(theme.color(ink), theme.color(surface)) >= 4.5


@pytest.mark.parametrize(
    ("ink", "surface"),
    [("accent_ink", "accent"), ("tip_ink", "tip"), ("ink", "text_selection"), ("ink", "hit"), ("ink", "hit_current")],
)
def test_text_can_be_read_on_its_own_surface(theme: Theme, ink: str, surface: str) -> None:
    assert contrast(theme.color(ink), theme.color(surface)) >= 4.5


@pytest.mark.parametrize("surface", ["window", "pane", "page", "card"])
def test_the_focus_is_seen(theme: Theme, surface: str) -> None:
    assert contrast(theme.color("focus"), theme.color(surface)) >= 3


@pytest.mark.parametrize("hue", HUES)
def test_a_marks_line_is_seen_and_its_name_read(theme: Theme, hue: str) -> None:
    line = styles(theme)[hue].line
    assert contrast(line, theme.page.page) >= 4.5
    assert contrast(line, theme.color("pane")) >= 4.5


@pytest.mark.parametrize("hue", HUES)
def test_a_label_is_read_on_its_own_marks(theme: Theme, hue: str) -> None:
    mark = styles(theme)[hue]
    for fill in (mark.fill, mark.selected_fill):
        assert contrast(mark.line, over(fill, theme.page.page)) >= 4.5


def test_letters_are_read_on_every_pair_of_nested_marks(theme: Theme) -> None:
    for outer in styles(theme).values():
        for inner in styles(theme).values():
            below = over(inner.selected_fill, over(outer.selected_fill, theme.page.page))
            assert contrast(theme.page.ink, below) >= 4.5


def test_the_selected_mark_stands_out_from_the_others(theme: Theme) -> None:
    for mark in styles(theme).values():
        assert mark.selected_fill.alpha() > mark.fill.alpha() > 0
        assert mark.line.alpha() == 255


# How a dichromat sees linear light (Viénot, Brettel and Mollon 1999; tritan after Brettel).
DEFICIENCIES = {
    "protan": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deutan": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "tritan": ((1, 0.14461, -0.14461), (0, 0.85924, 0.14076), (0, 0.85924, 0.14076)),
}
MATRIX = ((0.4122, 0.5363, 0.0514), (0.2119, 0.6807, 0.1074), (0.0883, 0.2817, 0.6300))
OPPONENT = ((0.2105, 0.7936, -0.0041), (1.9780, -2.4286, 0.4506), (0.0259, 0.7828, -0.8087))


def times(matrix: tuple[tuple[float, ...], ...], vector: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def difference(one: QColor, other: QColor, eye: str) -> float:
    """How far apart two colours are in OKLab, seen with this eye; black and white are 1 apart."""
    ends = []
    for color in (one, other):
        seen = times(DEFICIENCIES[eye], linear(color))
        ends.append(times(OPPONENT, tuple(max(value, 0) ** (1 / 3) for value in times(MATRIX, seen))))
    return float(sum((a - b) ** 2 for a, b in zip(*ends, strict=True)) ** 0.5)


@pytest.mark.parametrize("eye", ["protan", "deutan"])
def test_the_default_labels_differ_for_colour_blind_eyes(theme: Theme, eye: str) -> None:
    shown = styles(theme)
    for one, other in combinations(("blue", "orange", "green"), 2):
        assert difference(shown[one].line, shown[other].line, eye) > 0.06


def test_a_style_sheet_asks_for_roles_that_there_are(theme: Theme) -> None:
    assert style.roles() <= theme.roles.keys()
    assert "$" not in style.style_sheet(theme.name, theme.color)


def test_opacity_is_read_last() -> None:
    assert parse_color("#2f6db524").getRgb() == (0x2F, 0x6D, 0xB5, 0x24)
    assert parse_color("#2f6db5").alpha() == 255


def test_a_choice_is_put_on_told_and_remembered(theme_switch: Themes, qtbot: QtBot, qapp: QApplication) -> None:
    theme_switch.choose("light")
    with qtbot.waitSignal(theme_switch.changed) as told:
        theme_switch.choose("dark")
    assert told.args == [theme_switch.theme]
    assert theme_switch.theme.name == "dark"
    assert qapp.palette().base().color() == theme_switch.theme.color("field")
    again = Themes(qapp)
    assert (again.choice, again.theme.name) == ("dark", "dark")
    again.deleteLater()


@pytest.mark.parametrize("name", NAMES)
def test_each_theme_is_remembered(theme_switch: Themes, qapp: QApplication, name: ThemeName) -> None:
    theme_switch.choose(name)
    again = Themes(qapp)
    assert (again.choice, again.theme.name) == (name, name)
    again.deleteLater()


def test_the_themes_come_round(theme_switch: Themes) -> None:
    seen: list[str] = []
    for _ in NAMES:
        theme_switch.choose(NEXT[theme_switch.theme.name])
        seen.append(theme_switch.theme.name)
    assert sorted(seen) == sorted(NAMES)


def test_a_forgotten_name_follows_the_system(qapp: QApplication) -> None:
    settings().setValue("theme", "solarized")
    again = Themes(qapp)
    assert again.choice == "system"
    again.deleteLater()


@pytest.mark.parametrize("name", NAMES)
def test_what_the_style_sheet_draws_is_there(name: ThemeName) -> None:
    theme = load_theme(name)
    pictures = re.findall(r'url\("([^"]+)"\)', style.style_sheet(name, theme.color))
    assert len(pictures) >= 2
    for picture in pictures:
        assert Path(picture).is_file()


def test_without_a_choice_the_system_is_followed(
    theme_switch: Themes, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return Qt.ColorScheme.Dark

    monkeypatch.setattr(theme_switch, "_app", qapp)
    theme_switch.choose("light")
    monkeypatch.setattr(type(qapp), "styleHints", lambda _: Hints())
    theme_switch.choose("system")
    assert theme_switch.theme.name == "dark"


def test_a_button_is_as_large_with_the_focus_as_without(qtbot: QtBot, theme_switch: Themes) -> None:
    """Qt remembers the size that it asked for last; in a smaller one the words are cut."""
    theme_switch.choose("light")
    window = QWidget()
    qtbot.addWidget(window)
    lines = QVBoxLayout(window)
    primary, plain, segments = QPushButton("Import articles"), QPushButton("Cancel"), Segments([("a", "Marks")], "a")
    primary.setProperty("primary", True)
    for widget in (primary, plain, segments):
        lines.addWidget(widget)
    window.show()
    window.activateWindow()
    for button in (primary, plain, segments.buttons[0]):
        sizes = []
        for other in (button, plain if button is primary else primary):
            other.setFocus()
            button.setText(button.text() + "x")
            sizes.append(button.sizeHint().width() - button.fontMetrics().horizontalAdvance(button.text()))
        assert len(set(sizes)) == 1, button.text()


@pytest.mark.parametrize("count", [2, 4, 9])
def test_a_drop_down_shows_its_rows_whole(qtbot: QtBot, theme_switch: Themes, count: int) -> None:
    theme_switch.choose("light")
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems([f"الفاعلون والأقوال {place}" for place in range(count)])
    box.show()
    box.showPopup()
    view = box.view()
    assert view.verticalScrollBar().maximum() == 0
    assert view.viewport().height() >= sum(view.sizeHintForRow(row) for row in range(count))
    box.hidePopup()
