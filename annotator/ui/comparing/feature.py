"""The readings of others in the article: each in a colour and a shape, in lanes of its own below the lines."""

from collections.abc import Sequence

from msgspec.structs import replace

from annotator.ui.actions import Action
from annotator.ui.context import Context
from annotator.ui.feature import Feature
from annotator.ui.i18n import isolate, listed, tr
from annotator.ui.reader_looks import legend, reader_looks
from annotator.ui.session import Session


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

    def _toggle(self, session: Session) -> None:
        if session.readings.compared:
            session.compare()
            return
        mine = session.project.annotator
        others = [one.handle for one in session.project.annotators() if one.kind != "model" and one.handle != mine]
        session.compare(*others)
        if others:
            names = listed(isolate(line) for line in legend(others, reader_looks(others)))
            self.shell.messages.tell("info", tr("In lanes below the lines: {readers}", readers=names))
        else:
            self.shell.messages.tell("info", tr("Nobody else has a reading in this project."))
