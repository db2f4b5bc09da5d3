"""An article in letters that no installed typeface has opens, can be marked, printed and copied."""

from pathlib import Path
from typing import Any

import pytest

from annotator import Project
from tests.processes import run_python

TEXT = "Straße ދ अच्छा كلمة ܫܠܡܐ বাংলা தமிழ் ខ្មែរ ꯃꯩꯇꯩ ᠮᠣᠩ قال الرئيس 😀 \U00012000"
"""Thaana, Devanagari, Syriac, Bengali, Tamil, Khmer, Meetei Mayek, Mongolian and cuneiform among Latin and Arabic."""
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""
OPEN = """
import sys
from pathlib import Path
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from annotator import app
from annotator.ui import print_and_copy
from annotator.ui.article.shaping import candidates, family_shaping, shaping
app.application()
window = app.open_window(sys.argv[1], "layla")
window.show()
QTest.qWait(300)
article = window.workspace.article
article.set_tags(True)
for size in (9.0, 40.0):
    article.set_text_size(size)
    window.grab()
for offset in range(len(article.page.text)):
    assert article.span_rects(offset, offset + 1)
[shaping(QFont()), *map(family_shaping, candidates())]

class Task:
    def progress(self, *_):
        pass

shown = print_and_copy.shown_article(window)
out = Path(sys.argv[1]).with_suffix(".pdf")
snapshot = print_and_copy.make_snapshot(window, *shown, on_paper=True)
print_and_copy.write_pdf(out, snapshot, print_and_copy.make_heading(*shown), Task())
print_and_copy.copy_picture(window)
QTest.qWait(100)
window.close()
print("end", out.stat().st_size > 1000, flush=True)
"""


@pytest.mark.parametrize("fonts", [None, (), ("Amiri-Regular.ttf", "DejaVuSans.ttf")], ids=["all", "none", "few"])
def test_letters_that_no_typeface_has_are_boxes(fonts: tuple[str, ...] | None, tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as project:
        document = project.add_document(TEXT, title=TEXT)
        project.annotate(document.id, (0, len(TEXT)), "claim")
        project.annotate(document.id, (7, 8), "actor")
    environment: dict[str, Any] = {}
    if fonts is not None:
        folder = tmp_path / "fonts"
        folder.mkdir()
        installed = {path.name: path for path in Path("/usr/share/fonts").rglob("*.ttf")}
        for name in fonts:
            if name in installed:
                (folder / name).symlink_to(installed[name])
        (tmp_path / "fonts.conf").write_text(FONTS.format(folder=folder), encoding="utf-8")
        environment["FONTCONFIG_FILE"] = str(tmp_path / "fonts.conf")
    done = run_python(OPEN, str(tmp_path / "p.musnad"), folder=tmp_path, **environment)
    assert (done.stdout, done.returncode) == ("end True\n", 0), done.stderr[-3000:]
