"""The readings of others in the article: each in a colour and a shape, in lanes of its own below the lines."""

from collections.abc import Sequence

from msgspec.structs import replace

from annotator.domain.scheme import title_in
from annotator.ui.actions import Action
from annotator.ui.context import Context
from annotator.ui.feature import Feature
from annotator.ui.i18n import isolate, language, listed, tr
from annotator.ui.modes import KeyTable, ModeKey
from annotator.ui.reader_looks import legend, reader_looks
from annotator.ui.session import Session
from annotator.ui.shell import Shell


class Comparing(Feature):
    """Shows what colleagues and the gold reading have in an article, beside mine; models suggest instead."""

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="view.readings",
                title="Readings of others",
                tip="Show what others marked in this article, each in a lane of their own below the lines",
                shortcut="Ctrl+Shift+R",
                menu="view",
                enabled=lambda now: now.has_document,
                checked=lambda now: now.look.readings,
                run=lambda: self.shell.change(self._toggle),
            )
        ]

    def add_to(self, now: Context) -> Context:
        session = self.shell.session
        compares = session is not None and bool(session.readings.compared)
        return replace(now, look=replace(now.look, readings=True)) if compares else now

    def attach(self) -> None:
        self.shell.modes.found(OthersMarkHint(self.shell))

    def _toggle(self, session: Session) -> None:
        if session.readings.compared:
            session.compare()
            return
        mine = session.project.annotator
        others = [one.handle for one in session.project.annotators() if one.kind != "model" and one.handle != mine]
        session.compare(*others)
        if session.document is not None and session.project.hides_others(session.document.id):
            self.shell.messages.tell("info", tr("Read blind: others’ marks show here once your reading is done."))
        elif others:
            names = listed(isolate(line) for line in legend(others, reader_looks(others)))
            self.shell.messages.tell("info", tr("In lanes below the lines: {readers}", readers=names))
        else:
            self.shell.messages.tell("info", tr("Nobody else has a reading in this project."))


class OthersMarkHint(KeyTable):
    """While a mark of somebody else is selected: whose it is, and the keys that still make sense."""

    reach = "own"

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def table(self) -> Sequence[ModeKey]:
        session = self._shell.session
        span = session.chosen if session is not None else None
        if session is None or span is None or span in (session.selected, session.pointed):
            return []
        label = session.scheme.label(span.label)
        title = title_in(label.title, language(), label.key)
        says = tr("Reading of {who}: {label}", who=span.annotator, label=title)
        return [ModeKey((), says=says), ModeKey(("N",), says=tr("{N} next mark"))]
