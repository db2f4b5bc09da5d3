"""A tour that is under way: follows what is marked, and asks for the next step until somebody ends it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal

from annotator.domain.meanings import roles
from annotator.ui.i18n import tr
from annotator.ui.modes import ENTER, KeyTable, ModeKey
from annotator.ui.scheme_ids import label_id
from annotator.ui.session import Session
from annotator.ui.shell import Shell
from annotator.ui.touring.bubble import Bubble
from annotator.ui.touring.steps import Step, marked, steps_of


class Tour(QObject):
    """Walks through the steps on the article that is on the page."""

    over = Signal(bool)
    """It is over: True once everything was done, False if somebody wants it later."""

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(session)
        self._shell, self._session = shell, session
        self.steps: Sequence[Step] = steps_of(session.scheme)
        self._at = -1
        self.bubble = Bubble(shell.article)
        self.bubble.first_pressed.connect(self.show_it)
        self.bubble.second_pressed.connect(lambda: self.over.emit(self.is_done))
        self._mode = TourKeys(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        session.marks_changed.connect(self._soon.start)
        shell.article.verticalScrollBar().valueChanged.connect(self._place)
        shell.article.viewport().installEventFilter(self)
        shell.modes.push_below(self._mode)

    @property
    def is_done(self) -> bool:
        """Return whether every step was done."""
        return self._at == len(self.steps)

    @property
    def step(self) -> Step | None:
        """Return the step that is asked for; None after the last one."""
        return self.steps[self._at] if 0 <= self._at < len(self.steps) else None

    def begin(self) -> None:
        """Ask for the first step."""
        self._follow()

    def close(self) -> None:
        """Take the bubble and the keys away."""
        self._soon.stop()
        self._session.marks_changed.disconnect(self._soon.start)
        self._shell.article.verticalScrollBar().valueChanged.disconnect(self._place)
        self._shell.article.viewport().removeEventFilter(self)
        self._shell.modes.remove(self._mode)
        self.bubble.hide()
        self.bubble.deleteLater()
        self.deleteLater()

    def _follow(self) -> None:
        """Go on to the first step that is not done; undo leads back to it."""
        undone = (place for place, step in enumerate(self.steps) if not step.is_done(self._session))
        at = next(undone, len(self.steps))
        if at != self._at:
            self._at = at
            self._enter()
            self._shell.registry.touch()

    def _enter(self) -> None:
        step = self.step
        if step is not None and step.label is not None:
            start, end = self._range(step)
            self._shell.change(lambda session: session.select(None))
            self._shell.article.select(start, end)
            self._shell.article.ensure_visible(start)
        self._shell.article.setFocus()
        self.say()
        self._place()

    def say(self) -> None:
        """Say the step in the window's language."""
        step, count = self.step, len(self.steps) + 1
        if step is None:
            told = tr("The card reads it as a sentence. Undo takes back each step, and the guide tells more.")
            self.bubble.say(tr("That is an attribution: who said what"), told, count, count, "", tr("Finish"))
        else:
            self.bubble.say(step.title(), step.text(), self._at + 1, count, tr("Show me"), tr("Later"))
        self.bubble.first.setVisible(step is not None)

    def show_it(self) -> None:
        """Do what the step asks for."""
        step = self.step
        if step is None:
            return
        if step.label is None:
            self._link()
            return
        start, end = self._range(step)
        self._shell.change(lambda session: session.select(None))
        self._shell.article.select(start, end)
        self._shell.registry.run(label_id(self._session.scheme.label(step.label)))

    def _link(self) -> None:
        """Link the claim to its source and its cue."""
        held = [marked(self._session, step.words, step.label) for step in self.steps if step.label is not None]
        if len(held) == 3 and all(held):
            actor, cue, claim = (span.id for span in held if span is not None)
            scheme = self._session.scheme
            for to, found in ((actor, roles(scheme, "source")), (cue, roles(scheme, "cue"))):
                for role in found:
                    self._shell.change(_linking(claim, to, role.key))

    def _range(self, step: Step) -> tuple[int, int]:
        document = self._session.document
        start = max(document.text.find(step.words), 0) if document is not None else 0
        return start, start + len(step.words)

    def _place(self) -> None:
        """Let the bubble stand at the words that are asked about, as far as they are in sight."""
        step = self.step or self.steps[-1]
        article = self._shell.article
        rects = article.span_rects(*self._range(step))
        if not rects:
            self.bubble.hide()
            return
        words: QRect = rects[-1].toAlignedRect()
        self.bubble.point_at(words.translated(article.viewport().pos()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._place)
        elif event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._speak)
        return False

    def _speak(self) -> None:
        self.say()
        self._place()


class TourKeys(KeyTable):
    """Enter shows a step done, Escape puts the tour away; what the article's own modes leave of these keys."""

    def __init__(self, tour: Tour) -> None:
        self._tour = tour

    def table(self) -> Sequence[ModeKey]:
        tour, step = self._tour, self._tour.step
        later = ModeKey(("Esc",), lambda: tour.over.emit(tour.is_done), tr("{Esc} ends the tour"))
        if step is None:
            return [ModeKey(ENTER, lambda: tour.over.emit(True), tr("{Enter} finishes"))]
        if step.label is None:
            return [later]
        return [ModeKey(ENTER, tour.show_it, tr("{Enter} shows it")), later]


def _linking(claim: str, to: str, role: str) -> Callable[[Session], object]:
    return lambda session: session.project.link(claim, to, role)
