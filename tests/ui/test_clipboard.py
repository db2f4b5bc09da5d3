"""What is copied is there for other programs, and does not end this one when it leaves."""

import ast
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

import annotator.ui
from annotator.ui.clipboard import put_html
from tests.processes import run_python

LEAVE = """
from PySide6.QtWidgets import QApplication
from annotator.ui.clipboard import put_html
app = QApplication([])
for number in range(3):
    put_html(f"<b>{number}</b>", str(number))
print(app.clipboard().mimeData().html(), flush=True)
"""


def test_text_is_copied_as_html_and_as_text_and_as_nothing_else(qapp: QApplication) -> None:
    assert qapp is not None
    put_html("<b>قال</b>", "قال")
    data = QGuiApplication.clipboard().mimeData()
    assert (data.html(), data.text(), sorted(data.formats())) == ("<b>قال</b>", "قال", ["text/html", "text/plain"])


def test_a_process_that_leaves_something_copied_ends_well(tmp_path: Path) -> None:
    done = run_python(LEAVE, folder=tmp_path)
    assert (done.stdout, done.returncode) == ("<b>2</b>\n", 0), done.stderr


def test_no_data_for_others_is_made_by_python() -> None:
    """`QMimeData()` outlives Python on the clipboard or in a drag, and crashes when Qt deletes it."""
    for path in Path(annotator.ui.__file__).parent.rglob("*.py"):
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        assert [call.lineno for call in calls if ast.unparse(call.func).endswith("QMimeData")] == [], path
