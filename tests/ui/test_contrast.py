"""Everything that has to be read or seen can be, in every theme there is: WCAG 2.2, level AA.

Text has 4.5:1 (1.4.3), what tells controls, states and marks apart 3:1 (1.4.11). Disabled controls are exempt.
"""

from collections.abc import Iterator
from itertools import permutations, product
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtGui import QColor

from annotator import resources
from annotator.domain.scheme import Color, Label
from annotator.ui.article.marks import MarkStyle
from annotator.ui.theme import Theme, ThemeName, load_theme

NAMES = get_args(ThemeName)
HUES = get_args(Color)
GROUNDS = ("window", "pane", "page", "card", "field", "hover", "selection")
"""What text stands on, outside marks."""
TEXT, GRAPHIC = 4.5, 3.0


def linear(channel: float) -> float:
    """One sRGB channel (0 to 1) in linear light: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def luminance(color: QColor) -> float:
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """From 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def over(above: QColor, below: QColor) -> QColor:
    """A translucent colour painted on an opaque one."""
    share = above.alphaF()
    channels = ((above.redF(), below.redF()), (above.greenF(), below.greenF()), (above.blueF(), below.blueF()))
    return QColor.fromRgbF(*(upper * share + lower * (1 - share) for upper, lower in channels))


@pytest.fixture(params=NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    name: ThemeName = request.param
    return load_theme(name)


def styles(theme: Theme) -> list[MarkStyle]:
    return [theme.mark_style(Label(key="x", color=hue)) for hue in HUES]


def faint(theme: Theme, least: float, pairs: Iterator[tuple[str, str]]) -> list[tuple[str, str, float]]:
    """The pairs of roles that do not reach what they must."""
    found = ((one, other, contrast(theme.color(one), theme.color(other))) for one, other in pairs)
    return [(one, other, round(ratio, 2)) for one, other, ratio in found if ratio < least]


def nested(theme: Theme) -> Iterator[QColor]:
    """What lies behind letters in marks up to three deep of different labels, the innermost selected or not."""
    page = theme.page.page
    for outer, middle, inner in permutations(styles(theme), 3):
        below = over(middle.fill, over(outer.fill, page))
        yield over(inner.fill, below)
        yield over(inner.selected_fill, below)


def test_known_ratios_come_out() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, white) == 1
    # The greys that are known to lie on either side of AA.
    assert contrast(QColor("#767676"), white) == pytest.approx(4.54, abs=0.005)
    assert contrast(QColor("#777777"), white) == pytest.approx(4.48, abs=0.005)
    half = QColor(0, 0, 0, 128)
    assert over(half, white).name() == "#7f7f7f"


def test_every_theme_that_ships_is_looked_at() -> None:
    shipped = {path.stem for path in Path(resources.path("themes")).iterdir() if path.suffix in (".json", ".toml")}
    assert shipped == set(NAMES)


def test_text_on_every_ground(theme: Theme) -> None:
    inks = ("ink", "dim", "accent", "success", "warning", "danger")
    assert faint(theme, TEXT, product(inks, GROUNDS)) == []


def test_text_on_grounds_of_its_own(theme: Theme) -> None:
    pairs = [("accent_ink", "accent"), ("tip_ink", "tip"), ("ink", "text_selection")]
    pairs += [("ink", role) for role in theme.roles if role.startswith("hit")]
    assert faint(theme, TEXT, iter(pairs)) == []


def test_letters_in_marks_three_deep(theme: Theme) -> None:
    assert min(contrast(theme.page.ink, ground) for ground in nested(theme)) >= TEXT


def test_flags_of_hidden_characters_in_marks(theme: Theme) -> None:
    """They are small letters on a ground of the page's colour."""
    for style in styles(theme):
        for fill in (style.fill, style.selected_fill):
            ground = over(fill, theme.page.page)
            assert contrast(theme.page.dim, ground) >= GRAPHIC
            assert contrast(theme.page.warning, ground) >= GRAPHIC


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_labels_name_is_read_wherever_it_stands(theme: Theme, ground: str) -> None:
    names = {hue: contrast(style.line, theme.color(ground)) for hue, style in zip(HUES, styles(theme), strict=True)}
    assert {hue: round(ratio, 2) for hue, ratio in names.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("ground", ["page", "card"])
def test_a_labels_name_is_read_on_its_own_colour(theme: Theme, ground: str) -> None:
    for style in styles(theme):
        for fill in (style.fill, style.selected_fill):
            assert contrast(style.line, over(fill, theme.color(ground))) >= TEXT


def test_underlines_are_seen_in_marks_three_deep_and_in_selected_text(theme: Theme) -> None:
    """The lanes of outer marks run under the fills of others, and the selection covers them all."""
    lines = [style.line for style in styles(theme)]
    grounds = [*nested(theme), theme.page.selection]
    assert min(contrast(line, ground) for line in lines for ground in grounds) >= GRAPHIC


def test_the_focus_is_seen_on_every_ground(theme: Theme) -> None:
    assert faint(theme, GRAPHIC, product(["focus"], GROUNDS)) == []


def test_the_caret_is_seen(theme: Theme) -> None:
    grounds = [*nested(theme), theme.page.page, theme.page.selection]
    assert min(contrast(theme.page.caret, ground) for ground in grounds) >= GRAPHIC


def test_what_only_an_outline_shows_is_seen(theme: Theme) -> None:
    """Fields, boxes to tick, the ring of an article that nobody has begun, the handle of a scroll bar."""
    grounds = ("window", "pane", "page", "card", "field")
    assert faint(theme, GRAPHIC, product(["outline"], grounds)) == []
    assert faint(theme, GRAPHIC, product(["success", "warning"], ("pane", "hover", "selection"))) == []


def test_selected_and_marked_text_differ_from_the_page(theme: Theme) -> None:
    """Not by contrast alone: the caret and the underlines tell them too. But nobody should have to search."""
    page = theme.page.page
    assert contrast(theme.page.selection, page) > 1.2
    for style in styles(theme):
        assert contrast(over(style.selected_fill, page), page) > contrast(over(style.fill, page), page) > 1.05
