"""Actions for the look of the window: language, colours, size of the text."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator.ui.actions import Action, say
from annotator.ui.article.surface import USUAL
from annotator.ui.context import Context
from annotator.ui.feature import OnDemand, WindowFeature
from annotator.ui.i18n import Phrase, choose_language, language, phrase, tr
from annotator.ui.languages import LANGUAGES, after
from annotator.ui.modes import KeyTable, ModeKey
from annotator.ui.settings import LABEL_TAGS, PANES_SHOWN, TEXT_SIZE, TYPEFACE
from annotator.ui.shell import Window
from annotator.ui.theme import NEXT, ThemeChoice, themes

if TYPE_CHECKING:
    from annotator.ui.commands.focus_mode import FocusMode


class Looking(WindowFeature):
    """Language, colours, size of the text, panes and focus mode."""

    def __init__(self, shell: Window) -> None:
        super().__init__(shell)
        self.focus_mode: OnDemand[FocusMode] = OnDemand(self._make_focus_mode)

    def _make_focus_mode(self) -> "FocusMode":
        from annotator.ui.commands.focus_mode import FocusMode

        # Without the head nobody would find the way back.
        self.shell.rooms.changed.connect(self.leave_focus)
        return FocusMode(self.shell.head, self.shell.workspace, self.shell.registry.touch)

    @property
    def in_focus(self) -> bool:
        """Return whether only the page is shown."""
        return self.focus_mode.made is not None and self.focus_mode.made.on

    def leave_focus(self) -> None:
        """Show what stands beside the page again."""
        if self.focus_mode.made is not None:
            self.focus_mode.made.leave()

    def attach(self) -> None:
        restore_look(self.shell)
        self.shell.modes.found(FocusKeys(self))
        self.shell.article.text_size_changed.connect(TEXT_SIZE.set)

    def add_to(self, now: Context) -> Context:
        return replace(now, look=replace(now.look, focus=True)) if self.in_focus else now

    def finish(self) -> None:
        self.leave_focus()

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="view.language",
                title=lambda: say(LANGUAGES[after(language())].offer),
                icon="language",
                shortcut="Ctrl+Shift+L",
                menu="view",
                toolbar=True,
                begins_group=True,
                run=lambda: choose_language(after(language())),
            ),
            Action(
                id="view.theme",
                title="Next colours",
                tip="Next colours: light, dark, sepia",
                icon="theme",
                shortcut="Ctrl+Shift+D",
                menu="view",
                submenu="colours",
                toolbar=True,
                run=lambda: themes().choose(NEXT[themes().theme.name]),
            ),
            *_theme_actions(),
            Action(
                id="view.text_larger",
                title="Larger text",
                shortcut="Ctrl++",
                more_keys=("Ctrl+=",),
                menu="view",
                submenu="letters",
                begins_group=True,
                run=lambda: resize_text(self.shell, 1),
            ),
            Action(
                id="view.text_smaller",
                title="Smaller text",
                shortcut="Ctrl+-",
                menu="view",
                submenu="letters",
                run=lambda: resize_text(self.shell, -1),
            ),
            Action(
                id="view.text_reset",
                title="Text in its usual size",
                shortcut="Ctrl+0",
                menu="view",
                submenu="letters",
                run=lambda: resize_text(self.shell, 0),
            ),
            Action(
                id="view.typeface",
                title="Typeface…",
                tip="Choose the typeface of the article",
                icon="typeface",
                menu="view",
                submenu="letters",
                enabled=lambda now: now.has_document,
                run=lambda: show_typefaces(self.shell),
            ),
            Action(
                id="view.focus_mode",
                title="Focus mode",
                tip="Only the page: no panes, no toolbar",
                icon="focus",
                shortcut="F11",
                menu="view",
                begins_group=True,
                enabled=lambda now: now.has_document,
                checked=lambda now: now.look.focus,
                run=lambda: self.focus_mode().toggle(),
            ),
            *_pane_actions(self.shell),
            Action(
                id="document.details",
                title="About this article",
                shortcut="Alt+Return",
                menu="view",
                enabled=lambda now: now.has_document,
                checked=lambda now: now.look.details,
                run=lambda: self.shell.workspace.header.chevron.toggle(),
            ),
            Action(
                id="view.label_tags",
                title="Label tags",
                tip="A small tag above each mark that says its label",
                shortcut="Ctrl+T",
                menu="view",
                begins_group=True,
                checked=lambda now: now.look.tags,
                run=lambda: toggle_tags(self.shell),
            ),
        ]


class FocusKeys(KeyTable):
    """Escape leaves focus mode; all else is as before."""

    reach = "window"
    goes_on = True

    def __init__(self, looking: Looking) -> None:
        self._looking = looking

    def table(self) -> Sequence[ModeKey]:
        leave = ModeKey(("Esc",), self._looking.leave_focus, tr("{Esc} leaves focus mode"))
        return [leave] if self._looking.in_focus else []


def _theme_actions() -> list[Action]:
    """One for each theme and one for the system's choice; the one that was chosen has the tick."""
    choices: dict[ThemeChoice, Phrase] = {
        "light": phrase("Light colours"),
        "dark": phrase("Dark colours"),
        "sepia": phrase("Sepia colours"),
        "system": phrase("Follow the system's colours"),
    }
    return [
        Action(
            id="view.theme_of_system" if choice == "system" else f"view.theme_{choice}",
            title=title,
            menu="view",
            submenu="colours",
            checked=partial(_is_chosen, choice),
            run=partial(_choose, choice),
        )
        for choice, title in choices.items()
    ]


def _is_chosen(choice: ThemeChoice, now: Context) -> bool:
    return now.look.theme == choice


def _choose(choice: ThemeChoice) -> None:
    themes().choose(choice)


PANES = ("pane_documents", "pane_marks")
"""The ids of what puts a pane away, in the order of the panes."""


def _pane_actions(shell: Window) -> list[Action]:
    titles = (phrase("List of articles"), phrase("Marks and their details"))
    return [
        Action(
            id=f"view.{name}",
            title=title,
            shortcut=shortcut,
            menu="view",
            enabled=lambda now: now.has_project and not now.look.focus,
            checked=partial(_shows_pane, place),
            run=partial(toggle_pane, shell, place),
        )
        for place, (name, title, shortcut) in enumerate(zip(PANES, titles, ("F9", "Shift+F9"), strict=True))
    ]


def _shows_pane(place: int, now: Context) -> bool:
    return now.look.panes[place]


def toggle_pane(shell: Window, place: int) -> None:
    """Put a side pane away, or bring it back, and remember it."""
    pane = shell.workspace.panes[place]
    shown = not shell.workspace.shows(pane)
    PANES_SHOWN[place].set(shown)
    shell.workspace.show_pane(pane, shown)


def restore_look(shell: Window) -> None:
    """Arrange the window as it was when it was last closed."""
    article = shell.article
    if (size := TEXT_SIZE.get()) is not None:
        article.set_text_size(size)
    for shown, pane in zip(PANES_SHOWN, shell.workspace.panes, strict=True):
        if not shown.get():
            shell.workspace.show_pane(pane, False)
    if (typeface := TYPEFACE.get()) is not None:
        article.set_font_family(typeface)
    article.set_tags(LABEL_TAGS.get())


def show_typefaces(shell: Window) -> None:
    """Choose the article's typeface."""
    from annotator.ui import typeface_choice

    typeface_choice.show_typefaces(shell)


def toggle_tags(shell: Window) -> None:
    """Show the label tags or hide them, and remember it."""
    article = shell.article
    article.set_tags(not article.shows_tags)
    LABEL_TAGS.set(article.shows_tags)


def resize_text(shell: Window, step: int) -> None:
    """The article's text one point larger or smaller; 0: as large as it comes."""
    article = shell.article
    article.set_text_size(article.text_size() + step if step else USUAL)
