"""What the monkey can do: each act is chosen as plain data, written down, and then done, so that it can be done again.

Points are fractions of a window's width and height, so that they fit a window of any size.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QMouseEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from annotator.ui import i18n
from annotator.ui.main_window import MainWindow
from annotator.ui.theme import themes
from tests.monkey import texts

Act = dict[str, Any]
NONE = 0
SHIFT, CTRL, ALT = (
    int(key.value)
    for key in (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
)
MODIFIERS = (NONE,) * 12 + (SHIFT,) * 4 + (CTRL,) * 3 + (ALT, CTRL | SHIFT, CTRL | ALT)
LETTERS = tuple(f"Key_{letter}" for letter in "ACQSTRDNIMXZFGKLEBHJUWOPYV123")
MOVES = ("Key_Left", "Key_Right", "Key_Up", "Key_Down", "Key_Home", "Key_End", "Key_PageUp", "Key_PageDown", "Key_Tab")
OTHERS = (
    *("Key_Backtab", "Key_Return", "Key_Enter", "Key_Escape", "Key_Escape", "Key_Delete", "Key_Backspace", "Key_Space"),
    *("Key_F1", "Key_F2", "Key_F6", "Key_F10", "Key_F11", "Key_Menu", "Key_Comma", "Key_Period", "Key_BracketLeft"),
    *("Key_BracketRight", "Key_Plus", "Key_Minus", "Key_Equal", "Key_Slash", "Key_Question"),
)

LEAVING = ("Key_Tab", "Key_Backtab", "Key_Return", "Key_Enter", "Key_Escape", "Key_Up", "Key_Down")
"""Keys that change nothing in a field."""
WEIGHTS: Mapping[str, float] = {
    "key": 38,
    "text": 4,
    "click": 10,
    "press": 12,
    "drag": 8,
    "hover": 4,
    "wheel": 4,
    "mark": 5,
    "action": 9,
    "palette": 0.6,
    "drop": 0.3,
    "resize": 0.8,
    "language": 0.3,
    "theme": 0.3,
    "look": 0.6,
    "project": 0.3,
    "work": 0.5,
    "wait": 0.5,
}
MOODS: Sequence[Mapping[str, float]] = (
    {},
    {"key": 2, "mark": 3, "drag": 3, "action": 0.3, "press": 0.3},
    {"press": 5, "text": 5, "action": 0.2, "mark": 0.1, "wait": 5},
    {"action": 3, "press": 2, "work": 4, "project": 3, "drop": 4},
)
"""Those of somebody who reads and marks, who fills in pages and dialogs, and who brings things in and out."""
WORDS = ("قال", "الوزير", "الميناء", "سامر", "وزير النقل", "أن", "م", "Reuters", "2026-03", "ref", "a")
"""What may be found in the sample, or stand in a field."""
FIELDS = (QAbstractButton, QLineEdit, QAbstractItemView, QComboBox, QTextEdit, QTabBar)


def top() -> QWidget | None:
    """Where a person's events would go: the popup, the modal window, or the active one."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()


class Acts:
    """Chooses and does. `window` is asked for anew each time: it may be closed and opened again."""

    def __init__(self, window: Callable[[], MainWindow], projects: list[Path], files: list[Path]) -> None:
        self._window, self._projects, self._files = window, projects, files

    def choose(self, random: Random, mood: Mapping[str, float]) -> Act:
        """An act that makes sense now; a mood makes some kinds likelier than others."""
        blocked = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if blocked and random.random() < 0.08:
            return {"do": "key", "key": random.choice(("Key_Escape", "Key_Return")), "held": NONE}
        if self._window().session is None and random.random() < 0.1:
            return {"do": "project", "place": random.randrange(len(self._projects))}
        weights = [weight * mood.get(kind, 1) for kind, weight in WEIGHTS.items()]
        [kind] = random.choices(list(WEIGHTS), weights)
        return {"do": kind, **getattr(self, f"_choose_{kind}")(random)}

    def do(self, act: Act) -> None:
        """Do it; what cannot be done now is left."""
        given = {name: value for name, value in act.items() if name != "do"}
        getattr(self, f"_do_{act['do']}")(**given)

    # Keys

    def _choose_key(self, random: Random) -> Act:
        keys = random.choice((LETTERS, MOVES, OTHERS))
        return {"key": random.choice(keys), "held": random.choice(MODIFIERS)}

    def _do_key(self, key: str, held: int = NONE) -> None:
        pressed, keys = getattr(Qt.Key, key), Qt.KeyboardModifier(held)
        if key not in LEAVING and _is_path(QApplication.focusWidget()):
            return
        popup = QApplication.activePopupWidget()
        if held and popup is not None:
            # QTest presses Alt first, which closes a menu, and would go on in a window that is no more.
            QTest.keyClick(popup, pressed, keys)
            return
        # In two parts: the press may close the window as well.
        _meet([0.5, 0.5], lambda handle, _: QTest.keyPress(handle, pressed, keys))
        _meet([0.5, 0.5], lambda handle, _: QTest.keyRelease(handle, pressed, keys))

    def _choose_text(self, random: Random) -> Act:
        typed = texts.words(random, 1).replace("/", "")[:20] if random.random() < 0.4 else random.choice(WORDS)
        return {"text": typed, "enter": random.random() < 0.3}

    def _do_text(self, text: str, enter: bool = False) -> None:
        """As an input method sends it."""
        focus = QApplication.focusWidget()
        if focus is not None and not _is_path(focus):
            event = QInputMethodEvent("", [])
            event.setCommitString(text)
            QApplication.sendEvent(focus, event)
        if enter:
            self._do_key("Key_Return")

    # The mouse

    def _choose_click(self, random: Random) -> Act:
        button = random.choices(("left", "right", "middle"), (10, 2, 0.3))[0]
        return {"at": _point(random), "button": button, "twice": random.random() < 0.15, "held": _held(random)}

    def _do_click(self, at: list[float], button: str, twice: bool, held: int) -> None:
        pressed, keys = getattr(Qt.MouseButton, f"{button.title()}Button"), Qt.KeyboardModifier(held)
        _meet(at, lambda handle, point: QTest.mousePress(handle, pressed, keys, point))
        _meet(at, lambda handle, point: QTest.mouseRelease(handle, pressed, keys, point))
        if twice:
            _meet(at, lambda _, point: _press_again(point, pressed, keys))
            _meet(at, lambda handle, point: QTest.mouseRelease(handle, pressed, keys, point))

    def _choose_press(self, random: Random) -> Act:
        """A click on something that can be pressed, chosen or filled in."""
        over = top()
        found = over.window().findChildren(QWidget) if over is not None else []
        fields = [field for field in found if isinstance(field, FIELDS) and _is_in_sight(field)]
        if over is None or not fields:
            return self._choose_click(random) | {"do": "click"}
        field, window = random.choice(fields), over.window()
        seen = field.visibleRegion().boundingRect()
        inside = QPoint(random.randint(seen.left(), seen.right()), random.randint(seen.top(), seen.bottom()))
        point = field.mapTo(window, inside)
        at = [point.x() / max(window.width(), 1), point.y() / max(window.height(), 1)]
        return {
            "do": "click",
            "at": [round(part, 4) for part in at],
            "button": "left",
            "twice": random.random() < 0.1,
            "held": NONE,
        }

    def _choose_drag(self, random: Random) -> Act:
        start = _point(random)
        far = random.random() < 0.4
        end = _point(random) if far else [min(max(part + random.uniform(-0.1, 0.1), 0), 0.999) for part in start]
        return {"at": start, "to": end, "steps": random.randint(1, 6), "held": _held(random)}

    def _do_drag(self, at: list[float], to: list[float], steps: int, held: int) -> None:
        keys, left = Qt.KeyboardModifier(held), Qt.MouseButton.LeftButton
        _meet(at, lambda handle, point: QTest.mousePress(handle, left, keys, point))
        for step in range(1, steps + 1):
            self._do_hover([a + (b - a) * step / steps for a, b in zip(at, to, strict=True)])
        _meet(to, lambda handle, point: QTest.mouseRelease(handle, left, keys, point))

    def _choose_hover(self, random: Random) -> Act:
        return {"at": _point(random)}

    def _do_hover(self, at: list[float]) -> None:
        _meet(at, lambda handle, point: QTest.mouseMove(handle, point))

    def _choose_wheel(self, random: Random) -> Act:
        return {"at": _point(random), "by": random.choice((-120, 120, -960, 960, 15, -15)), "held": _held(random)}

    def _do_wheel(self, at: list[float], by: int, held: int) -> None:
        turn, keys = QPoint(0, by), Qt.KeyboardModifier(held)
        _meet(at, lambda handle, point: QTest.wheelEvent(handle, QPointF(point), turn, QPoint(), keys))

    # The article

    def _choose_mark(self, random: Random) -> Act:
        return {
            "start": random.random(),
            "length": random.choice((1, 1, 2, 5, 12, 60, 400)),
            "key": random.choice("ACQACQSTRDNX"),
        }

    def _do_mark(self, start: float, length: int, key: str) -> None:
        article = self._window().workspace.article
        first = int(start * len(article.page.text))
        if article.isVisible() and not QApplication.activeModalWidget():
            article.setFocus()
            article.select(first, first + length)
            article.ensure_visible(first)
            QTest.keyClick(article, getattr(Qt.Key, f"Key_{key}"))

    # Actions

    def _choose_action(self, random: Random) -> Act:
        registry = self._window().registry
        ids = [action.id for action in registry if action.id != "file.quit" or random.random() < 0.05]
        return {"id": random.choice(ids)}

    def _do_action(self, id: str) -> None:
        registry = self._window().registry
        if id in registry and not QApplication.activeModalWidget() and registry.action(id).isEnabled():
            registry.action(id).trigger()

    def _choose_palette(self, random: Random) -> Act:
        return {"text": random.choice(("", "م", "a", "text", "قول", "zz")), "down": random.randint(0, 9)}

    def _do_palette(self, text: str, down: int) -> None:
        self._do_action("help.palette")
        self._do_text(text)
        for _ in range(down):
            self._do_key("Key_Down")
        self._do_key("Key_Return")

    # The window

    def _choose_resize(self, random: Random) -> Act:
        return {
            "width": random.randint(300, 1900),
            "height": random.randint(200, 1100),
            "state": random.choice(("",) * 6 + ("max", "min")),
        }

    def _do_resize(self, width: int, height: int, state: str) -> None:
        window = self._window()
        if state == "max":
            window.showMaximized()
        elif state == "min":
            window.showMinimized()
        window.showNormal()
        window.resize(width, height)

    def _choose_language(self, random: Random) -> Act:
        return {"code": random.choice(("ar", "en"))}

    def _do_language(self, code: str) -> None:
        i18n.set_language("ar" if code == "ar" else "en")

    def _choose_theme(self, random: Random) -> Act:
        return {"name": random.choice(("light", "dark", "sepia", "system"))}

    def _do_theme(self, name: str) -> None:
        themes().choose(name)  # type: ignore[arg-type]  # one of its names

    def _choose_look(self, random: Random) -> Act:
        family = random.choice(
            ("", "Amiri", "Noto Naskh Arabic", "DejaVu Sans", "Noto Nastaliq Urdu", "no such family")
        )
        return {"family": family, "size": random.choice((0, 6, 9, 17, 24.5, 40, 72))}

    def _do_look(self, family: str, size: float) -> None:
        article = self._window().workspace.article
        if size:
            article.set_text_size(size)
        else:
            article.set_font_family(family or None)

    # Projects and long work

    def _choose_project(self, random: Random) -> Act:
        return {"place": random.choice((*range(len(self._projects)), -1))}

    def _do_project(self, place: int) -> None:
        if QApplication.activeModalWidget():
            return
        if place < 0:
            self._do_action("file.close")
        else:
            self._window().open_project(self._projects[place])

    def _choose_work(self, random: Random) -> Act:
        return {
            "kind": random.choice(("import", "import", "suggest", "search", "pdf", "html", "picture")),
            "file": random.randrange(len(self._files)),
        }

    def _do_work(self, kind: str, file: int) -> None:
        window = self._window()
        if window.session is None or QApplication.activeModalWidget():
            return
        if kind == "import":
            if window.registry.context.writable:
                window.features.transfers().import_files([self._files[file], *self._files[:2]])
        elif kind == "search":
            window.features.project_search().open()
            self._do_text(WORDS[file % len(WORDS)])
        elif kind == "suggest":
            for id in ("suggest.run", "suggest.run_project"):
                self._do_action(id)
        else:
            self._do_action({"pdf": "file.save_pdf", "html": "edit.copy_html", "picture": "edit.copy_picture"}[kind])

    def _choose_drop(self, random: Random) -> Act:
        return {"file": random.randrange(len(self._files)), "at": _point(random)}

    def _do_drop(self, file: int, at: list[float]) -> None:
        window = self._window()
        if QApplication.activeModalWidget():
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._files[file]))])
        point = QPoint(int(at[0] * window.width()), int(at[1] * window.height()))
        state = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entered = QDragEnterEvent(point, *state)
        QApplication.sendEvent(window, entered)
        if entered.isAccepted():
            QApplication.sendEvent(window, QDropEvent(QPointF(point), *state))

    def _choose_wait(self, random: Random) -> Act:
        return {"ms": random.choice((1, 10, 50, 200))}

    def _do_wait(self, ms: int) -> None:
        QTest.qWait(ms)


def _is_path(focus: QWidget | None) -> bool:
    """Whether it is a field with a path, which must lead into the monkey's folder and is left as it is."""
    return isinstance(focus, QLineEdit) and os.sep in focus.text()


def _is_in_sight(field: QWidget) -> bool:
    """Whether a person can press it: what is scrolled away cannot be met by a pointer."""
    return field.isVisible() and field.isEnabled() and not field.visibleRegion().isEmpty()


def _point(random: Random) -> list[float]:
    """Mostly on the article, which is in the middle."""
    if random.random() < 0.5:
        return [round(random.uniform(0.3, 0.7), 4), round(random.uniform(0.15, 0.95), 4)]
    return [round(random.uniform(0, 0.999), 4), round(random.uniform(0, 0.999), 4)]


def _held(random: Random) -> int:
    return random.choice((NONE,) * 8 + (SHIFT, CTRL, ALT, CTRL | ALT))


def _press_again(point: QPoint, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
    """The second press of a double click, to whatever is under the pointer."""
    window = top()
    under = window and (window.window().childAt(point) or window.window())
    if under is not None:
        there = under.window().mapToGlobal(point)
        inside = QPointF(under.mapFromGlobal(there))
        twice = QEvent.Type.MouseButtonDblClick
        QApplication.sendEvent(under, QMouseEvent(twice, inside, QPointF(there), button, button, keys))


def _meet(at: list[float], do: Callable[[QWindow, QPoint], object]) -> None:
    """Do something at a point of the window that a person's pointer would meet, if there is one."""
    widget = top()
    handle = widget.window().windowHandle() if widget is not None else None
    if handle is None or not handle.isVisible() or handle.width() < 1 or handle.height() < 1:
        return
    try:
        do(handle, QPoint(int(at[0] * handle.width()), int(at[1] * handle.height())))
    except RuntimeError:
        # A menu that closes under the pointer takes its window away while the mouse is still being simulated.
        if shiboken6.isValid(handle):
            raise
