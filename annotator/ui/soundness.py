"""The check of a project in the window, its repair on request, and a copy of a file that cannot be opened."""

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.scheme import title_in
from annotator.errors import ForeignPartsError
from annotator.ui.i18n import isolate, language, phrase, tr, tr_error, tr_n
from annotator.ui.message_bar import Offer
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.services.unshown_links import UnshownLink
    from annotator.store.cleaning import Cleaned
    from annotator.ui.tasks import Task

REASONS = {
    "waiting": phrase("A mark at one of its ends is not here."),
    "scheme": phrase("The scheme has no such link."),
    "ends": phrase("The scheme does not allow it between such marks."),
    "too_many": phrase("An older link leaves no room for it; remove that one, and this one is shown."),
}
MOST_LISTED = 500
"""Lines of what does not hold that the message unfolds; `musnad check` lists all of them."""


def tell_foreign(shell: Shell, path: Path, error: ForeignPartsError) -> None:
    """Say why a project was not opened, and offer a copy without the parts that are not Musnad's."""
    offer = Offer(tr("Make a clean copy"), lambda: _make_copy(shell, path))
    shell.messages.tell("error", tr_error(error), offer=offer)


def _make_copy(shell: Shell, path: Path) -> None:
    from annotator.store.cleaning import clean_copy
    from annotator.store.free_names import free_name

    copy = free_name(path, "clean")

    def work(task: "Task") -> "Cleaned":
        task.progress(0, 0)
        return clean_copy(path, copy)

    shell.tasks.run(work, lambda cleaned: _open_copy(shell, copy, cleaned), label=tr("Copying"))


def _open_copy(shell: Shell, copy: Path, cleaned: "Cleaned") -> None:
    if shell.open_project(copy):
        lost = sum(cleaned.dropped.values())
        told = tr("This is the clean copy {name}. The file that it was made of stays as it is.", name=copy.name)
        if lost:
            told = f"{told} {tr_n('{n} rows were left behind, because no Musnad wrote them.', lost)}"
        shell.messages.tell("warning" if lost else "success", told)


def check(shell: Shell) -> None:
    """Look whether the open project holds together, without keeping anyone from working in it."""
    if shell.session is None:
        return
    project = shell.session.project

    def work(task: "Task") -> "tuple[list[str], list[UnshownLink]]":
        task.progress(0, 0)
        return project.check(), project.unshown_links(MOST_LISTED)

    shell.tasks.run(work, lambda found: _tell(shell, *found), label=tr("Checking the project"))


def _tell(shell: Shell, found: list[str], unshown: "list[UnshownLink]") -> None:
    if not found:
        told = tr("Everything in this project holds together.")
        if not unshown:
            shell.messages.tell("success", told)
            return
        first = Offer(tr("Go to the first"), lambda: _go_to(shell, unshown[0]))
        told = f"{told} {tr_n('{n} links are kept and not shown.', len(unshown))}"
        shell.messages.tell("info", told, "\n".join(_told(shell, one) for one in unshown), offer=first)
        return
    told = tr_n("{n} things in this project do not hold together.", len(found))
    offer = Offer(tr("Mend what can be mended"), lambda: _repair(shell)) if shell.registry.context.writable else None
    shell.messages.tell("warning", told, "\n".join(found[:MOST_LISTED]), offer=offer)


def _told(shell: Shell, link: "UnshownLink") -> str:
    """Return a link that is not shown in a line: article, words, role, annotator, and why."""
    scheme = shell.session.scheme if shell.session is not None else None
    kinds = {kind.key: kind.title for kind in scheme.relations} if scheme is not None else {}
    role = title_in(kinds.get(link.relation, {}), language(), link.relation)
    words = " ← ".join(isolate(part or "…") for part in (link.from_words, link.to_words))
    return f"{isolate(link.title)}: {words} ({isolate(role)}, {isolate(link.annotator)}). {REASONS[link.reason]()}"


def _go_to(shell: Shell, link: "UnshownLink") -> None:
    """Show the article of a link with the mark that it begins at."""
    if shell.session is None:
        return
    shell.session.show(link.document_id)
    if any(span.id == link.from_id for span in shell.session.spans):
        shell.session.select(link.from_id)


def _repair(shell: Shell) -> None:
    """Close the project, make anew what can be derived, and open it again."""
    from annotator.store.repair import repair

    if shell.session is None:
        return
    path, annotator = shell.session.project.path, shell.session.project.annotator
    shell.close_project()

    def work(task: "Task") -> list[str]:
        task.progress(0, 0)
        return repair(path)

    def done(mended: list[str]) -> None:
        if shell.open_project(path, annotator):
            told = tr_n("{n} things were made anew.", len(mended)) if mended else tr("Nothing could be made anew.")
            shell.messages.tell("info", told, "\n".join(mended[:MOST_LISTED]))

    shell.tasks.run(work, done, label=tr("Mending the project"))
