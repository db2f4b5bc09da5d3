"""What is told of the marks under the pointer."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage

from annotator import Project
from annotator.ui.article.marks import Mark
from annotator.ui.i18n import FSI, PDI, set_language
from annotator.ui.panels.mark_tip import HEIGHT, MOST_MARKS, RATIO, WIDTH, mark_tip
from annotator.ui.session import Session
from annotator.ui.theme import Themes, themes

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيُفتح في موعده."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    project = Project.create(tmp_path / "p.musnad")
    document = project.add_document(TEXT, title="الميناء")
    actor = project.add_actor('سامر <b>"الحلبي"', "person")
    project.annotate(document.id, (4, 26), "actor", {"mention": "name"}, actor_id=actor.id)
    project.annotate(document.id, (4, 50), "claim", {"polarity": "denied"})
    opened = Session(project)
    opened.show(document.id)
    yield opened
    opened.close()


def marks_of(session: Session) -> list[Mark]:
    theme = themes().theme
    made = [
        Mark(span.id, span.parts, span.label, theme.mark_style(session.scheme.label(span.label)))
        for span in session.spans
    ]
    return sorted(made, key=lambda mark: mark.length)


def words(tip: str) -> str:
    return re.sub(r"<[^>]*>", " ", tip).replace(FSI, "").replace(PDI, "")


def test_label_attributes_and_actor_are_told_from_the_inside_out(session: Session) -> None:
    told = words(mark_tip(session, marks_of(session)))
    assert told.index("actor") < told.index("claim")
    for part in ("Kind: person", "Mention: name", "Polarity: denied", "Names: سامر &lt;b&gt;&quot;الحلبي&quot;"):
        assert part in told
    assert told.index("Names") < told.index("claim") < told.index("Polarity")


def test_it_speaks_the_language_of_the_window_from_its_side(session: Session) -> None:
    english = mark_tip(session, marks_of(session))
    set_language("ar")
    arabic = mark_tip(session, marks_of(session))
    assert "النوع: شخص" in words(arabic) and "الإثبات والنفي: نفي" in words(arabic)
    assert 'dir="rtl"' in arabic and 'dir="ltr"' in english
    # The sample stands where a line begins.
    assert english.index("<img") < english.index("<b>") and arabic.index("<b>") < arabic.index("<img")


def test_foreign_words_are_isolated_and_cannot_become_markup(session: Session) -> None:
    tip = mark_tip(session, marks_of(session))
    assert f"{FSI}سامر &lt;b&gt;&quot;الحلبي&quot;{PDI}" in tip


def test_each_label_has_a_sample_of_its_own_in_the_colours_of_the_theme(session: Session, theme_switch: Themes) -> None:
    def samples() -> list[bytes]:
        found = re.findall(r'base64,([^"]+)"', mark_tip(session, marks_of(session)))
        return [bytes(QByteArray.fromBase64(item.encode()).data()) for item in found]

    theme_switch.choose("light")
    light = samples()
    image = QImage.fromData(light[0])
    assert (image.width(), image.height()) == (WIDTH * RATIO, HEIGHT * RATIO)
    theme_switch.choose("dark")
    assert len({*light, *samples()}) == 4


def test_nothing_is_told_of_no_marks_and_not_everything_of_many(session: Session) -> None:
    assert mark_tip(session, []) == ""
    many = marks_of(session) * MOST_MARKS
    tip = mark_tip(session, many)
    assert tip.count("<img") == MOST_MARKS and "…" in tip
    gone = [Mark("gone", mark.parts, "x", mark.style) for mark in many[:1]]
    assert mark_tip(session, gone) == ""
