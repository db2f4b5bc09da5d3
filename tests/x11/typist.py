"""Journeys at a real keyboard, run as a program of their own: `typist.py LAYOUTS GROUP FOLDER`.

It prints a line for everything that a key should have done and did not, or did and should not have done.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import answering  # type: ignore[import-not-found]  # beside this program, as is keyboard
from keyboard import Keyboard, keys_of  # type: ignore[import-untyped]
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidget

from annotator import Project
from annotator.app import application, open_window
from annotator.ui.main_window import MainWindow
from annotator.ui.scheme_editor.letter_box import LetterBox

TEXT = "قال الوزير سامر الحلبي إن الميناء سيفتح أبوابه يوم الأحد. وأضاف المدير رائد أن العمل يبدأ غدًا.\n" * 3
AZERTY = {"a": "q", "q": "a", "z": "w", "w": "z", "m": ";"}
"""Where a French keyboard has the letters that it has elsewhere."""
TYPE_MINUS = {"fr": "6", "iq(ku)": "="}
"""The place where a layout of Latin letters types the sign "-", which counts before the place."""
WAIT_MS = 1500
STEP_MS = 8


class Typist:
    """A window with an article, and somebody who presses keys at it."""

    def __init__(self, layouts: str, group: int, folder: Path) -> None:
        self.keyboard = Keyboard(layouts, group)
        self._layout = layouts.split(",")[group]
        application()
        place = folder / "keys.musnad"
        with Project.create(place, annotator="typist") as project:
            for title in ("أول", "ثان", "ثالث"):
                project.add_document(f"{title}. {TEXT}", title=title)
        self.window: MainWindow = open_window(place, "typist")
        self.window.show()
        self.ran: list[str] = []
        self.window.registry.ran.connect(self.ran.append)
        self.until(lambda: self.window.isActiveWindow() and QApplication.focusWidget() is self.window.workspace.article)
        self.keyboard.choose_layout()
        QTest.qWait(100)

    def until(self, true: Callable[[], bool], most_ms: int = WAIT_MS) -> bool:
        """Let the window work until something is true; False if it never is."""
        for _ in range(most_ms // STEP_MS):
            if true():
                return True
            QTest.qWait(STEP_MS)
        return true()

    def press(self, *names: str) -> None:
        """Press keys together."""
        self.keyboard.press(names)

    def place(self, letter: str) -> str:
        """The key that means a letter, by what a US keyboard has there."""
        return AZERTY.get(letter, letter) if self._layout == "fr" else letter

    def keys_of(self, shortcut: str) -> list[str] | None:
        """The keys that a person presses for a shortcut; None where the layout has another meaning for them."""
        keys = keys_of(shortcut)
        if keys is None or ("Shift" not in keys and keys[-1] == TYPE_MINUS.get(self._layout)):
            return None
        return [*keys[:-1], self.place(keys[-1])]

    def check(self, true: Callable[[], object], what: str) -> None:
        """Wait until something is true, and tell of it if it never is."""
        if not self.until(lambda: bool(true())):
            print(f"{what} (ran {self.ran}, focus {QApplication.focusWidget()})")

    def mark(self, words: str, label: str) -> str:
        """A mark on the first place of these words; its id."""
        session = self.window.session
        assert session is not None and session.document is not None
        start = session.document.text.index(words)
        span = session.mark(start, start + len(words), label)
        assert span is not None
        return span.id


def shortcuts(at: Typist) -> None:
    """Every declared shortcut runs its own action, and nothing else, in the article."""
    registry = at.window.registry
    registry.complete()
    ran: list[str] = []
    # Nothing is run, and everything may be.
    registry._run = lambda action: ran.append(action.id)  # type: ignore[method-assign]
    asked: list[str] = []
    registry._ask = lambda action: asked.append(action.id)  # type: ignore[method-assign]
    actions = [registry.action(action.id) for action in registry]
    for action in actions:
        action.setEnabled(True)
    told = 0
    for action in actions:
        for sequence in action.shortcuts():
            keys = at.keys_of(sequence.toString())
            if keys is not None:
                at.window.workspace.article.setFocus()
                ran.clear()
                at.press(*keys)
                at.until(lambda: bool(ran), 300)
                QTest.qWait(STEP_MS)
                told += 1
                if ran != [action.objectName()]:
                    print(f"{action.objectName()} {sequence.toString()} ran {ran}")
    if told < 60:
        print(f"only {told} shortcuts were tried")


def fields(at: Typist) -> None:
    """Where text is typed letters are typed, and the commands of editing edit it."""
    session = at.window.session
    assert session is not None
    before = list(session.spans)
    at.press("Ctrl", at.place("f"))
    at.check(lambda: at.window.features.is_finding, "Ctrl+F opened no search")
    box = at.window.features.finder().bar.box
    at.ran.clear()
    for key in "acq":
        at.press(key)
    at.check(lambda: len(box.text()) == 3, f"three letters typed {box.text()!r}")
    typed = box.text()
    at.press("Ctrl", at.place("a"))
    at.check(lambda: box.selectedText() == typed, "Ctrl+A selected nothing in the field")
    at.press("Ctrl", at.place("x"))
    at.check(lambda: box.text() == "" and QGuiApplication.clipboard().text() == typed, "Ctrl+X cut nothing")
    at.press("Ctrl", at.place("v"))
    at.check(lambda: box.text() == typed, "Ctrl+V pasted nothing")
    at.press("Ctrl", at.place("z"))
    at.check(lambda: box.text() == "", "Ctrl+Z undid nothing in the field")
    at.press("Ctrl", "Shift", at.place("z"))
    at.check(lambda: box.text() == typed, "Ctrl+Shift+Z did nothing again in the field")
    if at.ran or session.spans != before:
        print(f"typing in a field ran {at.ran}")
    at.press("Esc")
    at.check(lambda: not at.window.features.is_finding, "Esc closed no search")


def modes(at: Typist) -> None:
    """Marking, linking by a letter, suggestions, the palette, menus, and a dialog."""
    window, session = at.window, at.window.session
    assert session is not None
    article = window.workspace.article
    article.setFocus()
    actor = at.mark("سامر الحلبي", "actor")
    text = session.document.text if session.document else ""
    start = text.index("الميناء سيفتح")
    session.select(None)
    article.select(start, start + len("الميناء سيفتح"))
    at.press(at.place("c"))
    at.check(lambda: session.selected is not None and session.selected.label == "claim", "C marked no claim")
    at.press(at.place("s"))
    at.check(
        lambda: window.features.linking().question is not None,
        "S asked for no source",
    )
    at.press(at.place("f"))
    at.check(lambda: any(one.to_id == actor for one in session.relations), "the letter F linked nothing")
    at.press("Ctrl", at.place("z"))
    at.check(lambda: not session.relations, "Ctrl+Z did not take the link back")
    at.press("Ctrl", at.place("a"))
    at.check(lambda: article.selected_range() == (0, len(text)), "Ctrl+A did not select the article")
    at.press("Ctrl", at.place("c"))
    at.check(lambda: QGuiApplication.clipboard().text() == text, "Ctrl+C did not copy the article")
    article.select(0, 0)
    actor_box(at, actor)
    palette(at)
    menus(at)
    dialog(at)


def actor_box(at: Typist, actor: str) -> None:
    """I asks who a mention is, and letters type in the answer."""
    session = at.window.session
    assert session is not None
    session.select(actor)
    at.press(at.place("i"))
    at.check(lambda: at.window.features.asks_for_actor, "I did not ask who it is")
    line, before = QApplication.focusWidget(), len(at.ran)
    assert isinstance(line, QLineEdit), line
    at.press("Ctrl", at.place("a"))
    at.press("c")
    at.check(lambda: len(line.text()) == 1, f"a letter in the box typed {line.text()!r}")
    if at.ran[before:]:
        print(f"typing in the box ran {at.ran[before:]}")
    at.press("Esc")
    at.check(lambda: not at.window.features.asks_for_actor, "Esc did not close the box")
    at.window.workspace.article.setFocus()


def palette(at: Typist) -> None:
    """Ctrl+K, and typing in it."""
    at.press("Ctrl", at.place("k"))
    at.check(lambda: isinstance(QApplication.focusWidget(), QLineEdit), "Ctrl+K opened no palette")
    line = QApplication.focusWidget()
    before = len(at.ran)
    at.press("a")
    at.check(lambda: isinstance(line, QLineEdit) and len(line.text()) == 1, "a letter did not type in the palette")
    if at.ran[before:]:
        print(f"typing in the palette ran {at.ran[before:]}")
    at.press("Tab")
    QTest.qWait(50)
    at.check(lambda: QApplication.focusWidget() is line, "Tab led out of the palette")
    at.press("Esc")
    at.check(lambda: QApplication.focusWidget() is at.window.workspace.article, "Esc did not close the palette")


def menus(at: Typist) -> None:
    """Alt and the letter that a title underlines."""
    at.press("Alt", at.place("f"))
    file = at.window.registry.menu("file")
    at.check(lambda: QApplication.activePopupWidget() is file, "Alt+F did not open the file menu")
    at.press("Esc")
    at.check(lambda: QApplication.activePopupWidget() is None, "Esc did not close the menu")
    at.press("Esc")
    at.window.workspace.article.setFocus()


def dialog(at: Typist) -> None:
    """The letter of a label in the scheme editor is that of the key; Ctrl+A selects in its fields."""
    at.window.registry.run("annotate.scheme")
    at.check(lambda: QApplication.activeWindow() is not at.window, "no scheme editor")
    editor = QApplication.activeWindow()
    assert editor is not None
    [tree] = editor.findChildren(QTreeWidget)
    labels = tree.topLevelItem(1)
    assert labels is not None
    label = labels.child(0)
    assert label is not None
    tree.setCurrentItem(label)
    at.check(lambda: bool(editor.findChildren(LetterBox)), "no field for a letter")
    box = editor.findChildren(LetterBox)[-1]
    box.setFocus()
    at.until(box.hasFocus)
    at.press("Ctrl", at.place("a"))
    at.press(at.place("g"))
    at.check(lambda: box.text() == "G", f"the key of G gave {box.text()!r}")
    at.press("Esc")
    at.until(lambda: QApplication.activeWindow() is at.window)


def main(layouts: str, group: str, folder: str) -> None:
    at = Typist(layouts, int(group), Path(folder))
    for journey in (fields, modes, answering.role_question, answering.proposal, answering.suggestions, shortcuts):
        journey(at)
    at.window.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
