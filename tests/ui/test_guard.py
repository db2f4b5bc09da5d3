"""No exception in an override of a Qt method ends the program: it is told, and the window lives."""

import ast
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Qt
from PySide6.QtWidgets import QDialog, QLayout, QLayoutItem, QPushButton, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

import annotator.app
import annotator.ui
from annotator.ui import guard
from tests.processes import run_python

UI = Path(annotator.ui.__file__).parent


def modules() -> Iterator[object]:
    yield annotator.app
    for found in pkgutil.walk_packages(annotator.ui.__path__, "annotator.ui."):
        yield importlib.import_module(found.name)


def qt_classes() -> Iterator[type]:
    """Every class of the window that derives from a Qt class, also those inside classes."""
    for module in modules():
        waiting = [value for value in vars(module).values() if inspect.isclass(value)]
        for kind in waiting:
            if kind.__module__ == getattr(module, "__name__", ""):
                waiting += [inner for inner in vars(kind).values() if inspect.isclass(inner)]
                if issubclass(kind, shiboken6.Object):
                    yield kind


def test_every_override_of_a_qt_method_is_guarded() -> None:
    found = {(kind, name): vars(kind)[name] for kind in qt_classes() for name in guard.overrides(kind)}
    assert len(found) > 100
    assert [
        f"{kind.__qualname__}.{name}" for (kind, name), method in found.items() if not guard.is_guarded(method)
    ] == []


def test_a_class_that_is_new_is_guarded_without_being_told() -> None:
    class Widget(QWidget):
        def sizeHint(self) -> QSize:
            return QSize(1, 2)

        def own(self) -> None:
            """Nothing that Qt calls."""

    assert guard.is_guarded(Widget.sizeHint) and not guard.is_guarded(Widget.own)
    assert not guard.is_guarded(Widget.__init__)


def test_a_guarded_method_is_still_a_slot_with_as_many_parameters_as_before(qtbot: QtBot) -> None:
    accepted: list[None] = []

    class Dialog(QDialog):
        def accept(self) -> None:
            accepted.append(None)

    dialog, button = Dialog(), QPushButton()
    qtbot.addWidget(dialog)
    qtbot.addWidget(button)
    button.clicked.connect(dialog.accept)  # which gives `checked` to whoever has room for it
    button.click()
    assert accepted == [None]


def test_what_measures_and_fails_answers_as_qt_would(qtbot: QtBot) -> None:
    class Button(QPushButton):
        def sizeHint(self) -> QSize:
            raise RuntimeError("no size")

    class Empty(QLayout):
        def addItem(self, arg__1: QLayoutItem) -> None:
            del arg__1

        def count(self) -> int:
            raise RuntimeError("no count")

        def itemAt(self, index: int) -> QLayoutItem | None:
            raise RuntimeError(f"no item {index}")

    class Names(QStringListModel):
        def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            return 1 / 0 if index.row() else super().data(index, role)

    button, plain = Button("name"), QPushButton("name")
    qtbot.addWidget(button)
    qtbot.addWidget(plain)
    with capture_exceptions() as caught:
        assert button.sizeHint() == plain.sizeHint()
        layout = Empty()
        assert layout.count() == 0 and layout.itemAt(0) is None
        names = Names(["a", "b"])
        assert [names.data(names.index(row)) for row in (0, 1)] == ["a", "b"]
    assert [kind.__name__ for kind, *_ in caught] == ["RuntimeError"] * 3 + ["ZeroDivisionError"]


def test_a_hook_that_fails_ends_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Layout(QLayout):
        def count(self) -> int:
            raise RuntimeError("no count")

    def hook(*_: object) -> None:
        raise LookupError("no report")

    monkeypatch.setattr(sys, "excepthook", hook)
    assert Layout().count() == 0
    told = capsys.readouterr().err
    assert "no count" in told and "no report" in told


def test_no_filter_stands_before_the_whole_application() -> None:
    """Qt would ask Python about each event of each object, also of one that is half made or half gone."""
    watching = re.compile(r"(?:\bapp|application\(\)|instance\(\)|qApp)\.installEventFilter")
    assert [path.name for path in UI.rglob("*.py") if watching.search(path.read_text(encoding="utf-8"))] == []


# What ends a process is tried in a process of its own.

RAISING = ("raise ValueError('x')", "max([])", "1 / 0", "[][0]", "int('x')", "next(iter(()))", "{}['k']", "undefined")
BARE = """
import sys
from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QListWidget, QListWidgetItem, QPushButton, QWidget
import annotator.ui
app = QApplication([])
told = []
sys.excepthook = lambda kind, error, trace: told.append(error)

def shown(widget):
    widget.show()
    app.processEvents()
    app.processEvents()
    return widget

USES = {
    "closeEvent": (QWidget, lambda new: shown(new()).close()),
    "keyPressEvent": (QWidget, lambda new: QTest.keyClick(shown(new()), "a")),
    "mousePressEvent": (QWidget, lambda new: QTest.mousePress(shown(new()), Qt.MouseButton.LeftButton)),
    "event": (QWidget, lambda new: shown(new())),
    "paintEvent": (QWidget, lambda new: shown(new())),
    "resizeEvent": (QWidget, lambda new: shown(new()).resize(333, 222)),
    "sizeHint": (QPushButton, lambda new: new().adjustSize()),
    "eventFilter": (QObject, lambda new: filtered(new())),
    "data": (QStringListModel, lambda new: viewed(new(["a"]))),
    "__lt__": (QListWidgetItem, lambda new: sort(new)),
}

def filtered(filter):
    widget = QWidget()
    widget.installEventFilter(filter)
    shown(widget)

def viewed(model):
    view = QListView()
    view.setModel(model)
    shown(view)

def sort(new):
    rows = QListWidget()
    for text in "ab":
        rows.addItem(new(text))
    rows.sortItems()

for name, (base, use) in USES.items():
    for body in BODIES:
        space = {}
        exec(f"def fail(self, *arguments):\\n    {body}", space)
        print(name, body, end=" ", flush=True)
        before = len(told)
        use(type("Failing", (base,), {name: space["fail"]}))
        print("told" if len(told) > before else "silent", flush=True)
print("end")
"""


def test_whatever_is_raised_in_whatever_override_is_told_and_the_process_lives(tmp_path: Path) -> None:
    done = run_python(f"BODIES = {RAISING!r}\n{BARE}", folder=tmp_path)
    *told, end = done.stdout.splitlines() or [""]
    assert end == "end" and done.returncode == 0, f"{end!r} was the last, exit code {done.returncode}\n{done.stderr}"
    assert [line for line in told if not line.endswith(" told")] == [] and len(told) == 10 * len(RAISING)


# Painters


def painters(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QPainter":
            yield node


def closed_painters(tree: ast.AST) -> Iterator[ast.Call]:
    """Those that end with a `with` block, and that of printing, which asks whether it ended well."""
    for node in ast.walk(tree):
        if isinstance(node, ast.With):
            yield from (found for item in node.items for found in painters(item.context_expr))
        if isinstance(node, ast.Try) and "ended = painter.end()" in [ast.unparse(line) for line in node.finalbody]:
            yield from (found for found in painters(tree) if not found.args)


def test_every_painter_ends_with_its_block_and_every_state_is_given_back() -> None:
    """A painter that an exception keeps alive ends the program: Qt cannot take the widget from beneath it."""
    left = []
    for path in (UI.parent / "app.py", *UI.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        tree = ast.parse(source)
        closed = {id(found) for found in closed_painters(tree)}
        left += [f"{path.name}:{found.lineno}" for found in painters(tree) if id(found) not in closed]
        left += [path.name] * ("painter.save()" in source)
    assert left == []
