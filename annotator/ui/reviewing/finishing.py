"""Finishing the gold reading of an article, and going on to the next one that waits for its own."""

from collections.abc import Callable, Sequence

from annotator.services.overview import next_to_review
from annotator.ui.i18n import tr
from annotator.ui.shell import Shell


def finish_gold(shell: Shell, document_id: str, readers: Sequence[str], is_still_there: Callable[[], bool]) -> None:
    """Mark the gold reading as done and go on, if that is still wanted; one that is done gets in progress again.

    Raises InputError while a difference is open.
    """
    session = shell.session
    assert session is not None, "an article is of a project"
    project = session.project
    if project.review(document_id, readers).is_done:
        project.finish_gold(document_id, readers, is_done=False)
        return
    project.finish_gold(document_id, readers)

    def go(following: str | None) -> None:
        if following is None:
            shell.messages.tell("success", tr("Every article that several have read has its gold reading."))
        elif is_still_there():
            shell.change(lambda session: session.show(following))
            # An article that is shown anew is shown in its own room.
            shell.rooms.enter("review")
            shell.messages.tell("success", tr("The gold reading is done. This is the next article to review."))

    shell.tasks.run(lambda _: next_to_review(project.overview(), document_id), go, quiet=True)
