"""Everything a person can do, declared once: menus, toolbar, shortcuts, palette and help come from here."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

import msgspec
from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from annotator.errors import MusnadError
from annotator.ui.context import Context
from annotator.ui.i18n import Phrase, literal, ltr, phrase, tip, tr
from annotator.ui.icons import SIZE_PX, icon
from annotator.ui.interface_size import px
from annotator.ui.keyboard.dispatch import KeyDispatcher, combination
from annotator.ui.keyed_menu import KeyedMenu
from annotator.ui.theme import themes

if TYPE_CHECKING:
    from annotator.ui.menus import MenuEntry, Submenu

Menu = Literal["file", "edit", "annotate", "navigate", "view", "help"]
Text = str | Callable[[], str]
"""A literal to be translated (extracted from `title=` and `tip=`), or a function that says it at display."""

MENUS: dict[Menu, Phrase] = {
    "file": phrase("&File"),
    "edit": phrase("&Edit"),
    "annotate": phrase("&Annotate"),
    "navigate": phrase("&Navigate"),
    "view": phrase("&View"),
    "help": phrase("&Help"),
}


def always(_: Context) -> bool:
    """For actions that are never out of place."""
    return True


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """One thing a person can do. `id` is the QAction's objectName; `begins_group` draws a line above it.

    `in_sight` says that the window shows it from the first moment, as it shows the toolbar.
    `after` names the action that it follows in menus and lists, where that is declared already; what `leads` stands
    at the beginning of its menu. `submenu` is the one of the menu in which it stands.
    `shortcut` is a portable key sequence ("Ctrl+Z", "A") or a standard one; `more_keys` do the same where no other
    action answers to them. `enabled` and `checked` are
    functions of what is open, shown and selected, asked once after each change; they ask nothing else.
    `run` may raise MusnadError, which the registry reports.
    """

    id: str
    title: Text
    run: Callable[[], object]
    icon: str | None = None
    shortcut: str | QKeySequence.StandardKey | None = None
    more_keys: tuple[str, ...] = ()
    after: str | None = None
    menu: Menu | None = None
    submenu: "Submenu | None" = None
    leads: bool = False
    toolbar: bool = False
    in_sight: bool = False
    begins_group: bool = False
    checkable: bool = False
    enabled: Callable[[Context], bool] = always
    checked: Callable[[Context], bool] | None = None
    tip: Text | None = None


class Entry(msgspec.Struct, frozen=True):
    """An action as palette and help list it: in the window's language, with its English for searching."""

    action: QAction
    title: str
    english: str
    keys: str
    menu: Menu | None


def say(text: Text) -> str:
    """A title or tip in the window's language."""
    return tr(text) if isinstance(text, str) else text()


def key_sequences(shortcut: str | QKeySequence.StandardKey | None) -> list[QKeySequence]:
    """The sequences that mean this shortcut, on this platform."""
    if shortcut is None:
        return []
    if isinstance(shortcut, QKeySequence.StandardKey):
        return QKeySequence.keyBindings(shortcut)
    return [QKeySequence(shortcut)]


class ActionRegistry(QObject):
    """The actions of one window, as QActions that keep their words, state and icons up to date.

    Letters such as A work anywhere in the window except where text is being typed: line edits claim
    printable keys for themselves (ShortcutOverride), everything else leaves them to the window. Keys follow
    places (`keyboard/`), so the QActions hold their sequences only to show them: Qt asks a WidgetShortcut
    of nothing that ever has the focus.
    """

    ran = Signal(str)
    """An action has run: its id."""
    failed = Signal(object)
    """An action raised this MusnadError."""
    refreshed = Signal(object)
    """The actions know this Context."""

    def __init__(self, parent: QWidget, staged: bool = False) -> None:
        """`staged` makes what is not in sight when somebody asks for it, or when `complete` is called."""
        super().__init__(parent)
        self._look: Callable[[], Context] = Context
        self._context = Context()
        self._turns = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._actions: dict[str, Action] = {}
        self._q_actions: dict[str, QAction] = {}
        self._keys: dict[int, str] = {}
        self._sequences: dict[str, list[QKeySequence]] = {}
        KeyDispatcher(parent, self._with_key)
        self._complete = not staged
        self._menus: dict[Menu, QMenu] = {}
        self._toolbars: list[QToolBar] = []
        themes().changed.connect(self.retranslate)

    def __iter__(self) -> Iterator[Action]:
        return iter(self._actions.values())

    def __contains__(self, action_id: object) -> bool:
        return action_id in self._actions

    def add(self, *actions: Action) -> None:
        """Declare actions; an id that is there already is a bug (ValueError)."""
        for action in actions:
            if action.id in self._actions:
                raise ValueError(f"two actions are called {action.id}")
            self._put(action)
            keys = [*key_sequences(action.shortcut), *map(QKeySequence, action.more_keys)]
            self._sequences[action.id] = self._free(action.id, keys)
            if self._complete or action.toolbar or action.in_sight:
                self.action(action.id)
        self._fill()
        self.touch()

    def _put(self, action: Action) -> None:
        """Give an action its place in the order of menus and lists."""
        order = list(self._actions)
        self._actions[action.id] = action
        if action.after in order:
            later = order[order.index(action.after) + 1 :]
            self._actions |= {action_id: self._actions.pop(action_id) for action_id in later}

    def remove(self, *ids: str) -> None:
        """Take actions out again, from every menu and toolbar (the labels of a scheme that was closed)."""
        for action_id in ids:
            del self._actions[action_id], self._sequences[action_id]
            self._keys = {key: owner for key, owner in self._keys.items() if owner != action_id}
            if (q_action := self._q_actions.pop(action_id, None)) is not None:
                q_action.deleteLater()
        self._fill()

    def action(self, action_id: str) -> QAction:
        """The QAction with this id, made when it is first asked for; KeyError if none was declared."""
        self.settle()
        if action_id not in self._q_actions:
            action = self._actions[action_id]
            self._q_actions[action_id] = self._make(action)
            self._say(action)
            self._ask(action)
        return self._q_actions[action_id]

    def run(self, action_id: str) -> None:
        """Run an action as a click would; do nothing if it is not enabled now."""
        self.action(action_id).trigger()

    def _make(self, action: Action) -> QAction:
        q_action = QAction(self)
        q_action.setObjectName(action.id)
        q_action.setCheckable(action.checkable or action.checked is not None)
        q_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        q_action.setShortcuts(self._sequences[action.id])
        q_action.triggered.connect(lambda: self._run(action))
        return q_action

    def _free(self, action_id: str, sequences: list[QKeySequence]) -> list[QKeySequence]:
        """Those that no action answers to yet, and this one does now."""
        free = {key: one for one in sequences if (key := combination(one).toCombined()) not in self._keys}
        self._keys |= dict.fromkeys(free, action_id)
        return list(free.values())

    def _with_key(self, key: int) -> QAction | None:
        """The action that answers to a combined key and its modifiers."""
        action_id = self._keys.get(key)
        return None if action_id is None else self.action(action_id)

    def _run(self, action: Action) -> None:
        self.settle()
        with self.turn():
            self.touch()
            try:
                action.run()
            except MusnadError as error:
                self.failed.emit(error)
        self.ran.emit(action.id)

    def look_at(self, look: Callable[[], Context]) -> None:
        """Ask this from now on what is open, shown and selected; until then nothing is."""
        self._look = look
        self.refresh()

    @property
    def context(self) -> Context:
        """Return the current context: what is open, shown and selected. While an action runs, the one it began in."""
        self.settle()
        return self._context

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Around what one key or click does: whatever changes meanwhile, the actions are asked once, at its end."""
        self._turns += 1
        try:
            yield
        finally:
            self._turns -= 1
            self.settle()

    def touch(self) -> None:
        """Something has changed: the actions are asked again, once, before the next event or the next question."""
        if not self._soon.isActive():
            self._soon.start()

    def touch_now(self) -> None:
        """Something has changed that is a turn by itself: the actions are asked now, unless they will be anyway."""
        self.touch()
        self.settle()

    def settle(self) -> None:
        """Ask the actions now, if something has changed and no turn goes on."""
        if self._soon.isActive() and not self._turns:
            self.refresh()

    def refresh(self) -> None:
        """Ask every action whether it makes sense now and whether it is on."""
        self._soon.stop()
        self._context = self._look()
        for action_id in list(self._q_actions):
            self._ask(self._actions[action_id])
        self.refreshed.emit(self._context)

    def _ask(self, action: Action) -> None:
        q_action = self._q_actions[action.id]
        q_action.setEnabled(action.enabled(self._context))
        if action.checked is not None:
            q_action.setChecked(action.checked(self._context))

    def retranslate(self) -> None:
        """Say every title, tip and menu anew, after the language or a scheme changed; icons turn with it."""
        for action_id in self._q_actions:
            self._say(self._actions[action_id])
        for name, menu in self._menus.items():
            menu.setTitle(MENUS[name]())
        self._fill()
        for toolbar in self._toolbars:
            toolbar.setIconSize(QSize(px(SIZE_PX), px(SIZE_PX)))

    def say_anew(self, *ids: str) -> None:
        """Say the titles of these actions anew: what they would do now has another name."""
        for action_id in ids:
            if action_id in self._q_actions:
                self._say(self._actions[action_id])

    def _say(self, action: Action) -> None:
        q_action = self._q_actions[action.id]
        title = say(action.title)
        # What is computed has words of schemes and people in it, in which & is no mark of a menu.
        q_action.setText(title if isinstance(action.title, str | Phrase) else literal(title))
        q_action.setToolTip(tip(_tool_tip(say(action.tip) if action.tip else title, q_action.shortcut())))
        if action.icon:
            q_action.setIcon(icon(action.icon))

    def complete(self) -> None:
        """Make what was left for later, because only menus, keys and the palette know it, and fill the menus."""
        if not self._complete:
            self._complete = True
            for action in self:
                self.action(action.id)
            self._fill()

    def build_menus(self, bar: QMenuBar) -> None:
        """Make the menu bar; actions added or removed later find their place in it."""
        for name, title in MENUS.items():
            menu = KeyedMenu(title(), bar)
            bar.addMenu(menu)
            menu.setObjectName(f"menu.{name}")
            self._menus[name] = menu
        self._fill()

    def build_toolbar(self, toolbar: QToolBar) -> None:
        """Keep the toolbar filled with the actions that want to be there, in the order of declaration."""
        toolbar.setIconSize(QSize(px(SIZE_PX), px(SIZE_PX)))
        self._toolbars.append(toolbar)
        self._fill()

    def menu(self, name: Menu) -> QMenu:
        """A menu of the bar made by `build_menus`."""
        return self._menus[name]

    def context_menu(self, ids: Iterable[str | None], parent: QWidget) -> QMenu:
        """A menu of these actions, None being a line between them; it deletes itself when it closes."""
        from annotator.ui.menus import fill

        menu = KeyedMenu(parent)
        menu.aboutToHide.connect(menu.deleteLater)
        listed = list(ids)
        places = [place for place, action_id in enumerate(listed) if action_id is not None]
        begins = [place > 0 and listed[place - 1] is None for place in places]
        actions = [self.action(action_id) for action_id in listed if action_id is not None]
        fill(menu, [(action, line, None) for action, line in zip(actions, begins, strict=True)])
        return menu

    def _fill(self) -> None:
        for name, menu in self._menus.items():
            entries = [action for action in self if action.menu == name]
            if self._complete:
                from annotator.ui.menus import fill

                fill(menu, map(self._entry_of, sorted(entries, key=lambda action: not action.leads)))
            menu.menuAction().setVisible(bool(entries))
        for toolbar in self._toolbars:
            _refill(toolbar, [self._entry_of(action) for action in self if action.toolbar])

    def _entry_of(self, action: Action) -> "MenuEntry":
        return self.action(action.id), action.begins_group, action.submenu

    def entries(self) -> list[Entry]:
        """Every action as it is now, for the palette and the list of shortcuts, in order of declaration."""
        self.complete()
        self.settle()
        return [self._entry(action) for action in self]

    def _entry(self, action: Action) -> Entry:
        q_action = self._q_actions[action.id]
        english = action.title if isinstance(action.title, str) else getattr(action.title, "text", "")
        return Entry(
            q_action,
            plain(q_action.text()),
            f"{action.id} {plain(english)}",
            _keys(q_action.shortcut()),
            action.menu,
        )


def plain(title: str) -> str:
    """A title without the marks of menus: the & before its key and the … after it."""
    return title.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


def _keys(sequence: QKeySequence) -> str:
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def _tool_tip(text: str, sequence: QKeySequence) -> str:
    # The keys are Latin and stand last: isolated, so that "Ctrl++" keeps its order in an Arabic tip.
    return plain(text) + (f"  {ltr(_keys(sequence))}" if sequence.count() else "")


def _refill(toolbar: QToolBar, entries: Iterable["MenuEntry"]) -> None:
    """Replace the actions of a toolbar, and the lines between them."""
    for held in toolbar.actions():
        toolbar.removeAction(held)
        if held.isSeparator():
            # A toolbar would keep those that it made.
            held.deleteLater()
    for place, (action, begins_group, _) in enumerate(entries):
        if begins_group and place:
            toolbar.addSeparator()
        toolbar.addAction(action)
