"""Examples for guidelines: words of an article, for a label or against it."""

from functools import partial

from annotator.domain.scheme import title_in
from annotator.errors import MusnadError
from annotator.services.taking_back import shortened
from annotator.ui.commands.helping import shows_guidelines
from annotator.ui.i18n import language, tr
from annotator.ui.message_bar import Offer
from annotator.ui.panels.guidelines import GuidelinesPane, language_of
from annotator.ui.session import Session
from annotator.ui.shell import Shell


def add_example(shell: Shell, session: Session, label: str, words: str, *, good: bool) -> None:
    """Add words to the guideline of a label as an example for it, or (not `good`) against it; and say so."""
    held = session.scheme.label(label)
    try:
        session.project.add_example(label, words, language_of(held.guidelines), good=good)
    except MusnadError as error:
        shell.tell_error(error)
        return
    title, said = title_in(held.title, language(), label), shortened(words)
    if good:
        told = tr("An example for {label} in its guideline: {words!r}", label=title, words=said)
    else:
        told = tr("An example against {label} in its guideline: {words!r}", label=title, words=said)
    shell.messages.tell("success", told, offer=Offer(tr("Show"), partial(_show, shell, label)))


def _show(shell: Shell, label: str) -> None:
    """Show the guideline of a label beside the article."""
    if not shows_guidelines(shell):
        shell.registry.run("help.guidelines")
    pane = shell.beside
    if isinstance(pane, GuidelinesPane):
        pane.show_label(label)
