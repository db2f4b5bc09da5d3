"""Undo beside newer work of a colleague: the window says what stays and whose work it is, in both languages."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from annotator import Project
from annotator.domain.change import Kept
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.undo_words import words

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2068\u2069\u200e\u200f"))
Open = Callable[[Path | None], MainWindow]


def said(window: MainWindow) -> str:
    """The message on show, without the marks that keep its names in their own direction."""
    return window.messages.text.text().translate(ISOLATES)


def test_undo_leaves_newer_work_and_says_whose_it_is(open_: Open, path: Path) -> None:
    with Project.open(path, annotator="layla") as project:
        document = project.documents()[0].id
        actor = project.add_actor("النقابة", "organization")
        project.update_document(document, title="ميناء الزهراء", language="fa")
    with Project.open(path, annotator="omar") as project:
        project.annotate(document, (16, 27), "actor", actor_id=actor.id)
        project.update_document(document, title="المرفأ")
    window = open_(path)
    assert window.session is not None
    window.registry.run("edit.undo")
    assert said(window) == "Newer work stays as it is: المرفأ (omar)."
    about = window.session.project.document(document)
    assert (about.title, about.language) == ("المرفأ", "ar")
    set_language("ar")
    window.registry.run("edit.undo")
    assert said(window) == "لا يمكن التراجع عن هذا: يستند إليه عمل أحدث من omar (النقابة)."
    kept = Kept(table="spans", row_id="1", reason="changed", annotator="omar", name="سامر")
    many = [msgspec.structs.replace(kept, name=f"سامر {number}") for number in range(5)]
    assert words(many).translate(ISOLATES) == (
        "يبقى العمل الأحدث كما هو: سامر 0 (عمل omar)، سامر 1 (عمل omar)، سامر 2 (عمل omar)، واثنان آخران."
    )
