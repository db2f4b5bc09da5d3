"""Comments of a project's people on its documents and marks."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from annotator.domain.comment import Comment, check_text
from annotator.domain.ids import new_id
from annotator.domain.moments import now
from annotator.domain.span import Part, as_parts
from annotator.errors import InputError
from annotator.services.annotate import held_span
from annotator.services.door.acting import Acting
from annotator.services.door.file import ProjectFile
from annotator.store import comments, documents
from annotator.store.connection import Connection
from annotator.store.edits import delete


def listed(file: ProjectFile, document_id: str) -> list[Comment]:
    """Return the comments on a document and its marks, everyone's, the oldest first."""
    with file.reading() as view:
        return comments.comments(view, document_id)


def add(
    file: ProjectFile,
    document_id: str,
    text: str,
    span_id: str | None = None,
    reply_to: str | None = None,
    parts: Part | Iterable[Part] | None = None,
) -> Comment:
    """Say something about a document, a mark on it (anyone's), a passage, or in answer to a comment; one action.

    Raises NotFoundError for what is not there, InputError for a blank comment, and for a mark or comment that is on
    another document.
    """
    check_text(text)
    with file.acting() as act:
        if not documents.has_document(act.connection, document_id):
            raise documents.unknown_document(document_id)
        _check_place(act.connection, document_id, span_id, reply_to)
        length = 0 if parts is None else len(documents.text_of(act.connection, document_id))
        made = Comment(
            id=new_id(),
            document_id=document_id,
            annotator=act.annotator,
            text=text,
            made=now(),
            span_id=span_id,
            reply_to=reply_to,
            parts=None if parts is None else as_parts(parts, length),
        )
        act.edits.append(comments.comment_row(made))
    return made


def _check_place(connection: Connection, document_id: str, span_id: str | None, reply_to: str | None) -> None:
    span = None if span_id is None else held_span(connection, span_id)
    answered = None if reply_to is None else comments.comment(connection, reply_to)
    for place in (span, answered):
        if place is not None and place.document_id != document_id:
            raise InputError("A comment is about what stands on the same article.")


def change(file: ProjectFile, comment_id: str, text: str) -> Comment:
    """Put a comment of mine in other words. Raises NotFoundError, or InputError for somebody else's or no words."""
    check_text(text)
    with file.acting() as act:
        held = _mine(act, comment_id)
        changed = msgspec.structs.replace(held, text=text)
        if changed != held:
            act.edits.append(comments.comment_row(changed))
    return changed


def resolve(file: ProjectFile, comment_id: str, *, is_open: bool = False) -> Comment:
    """Close the thread that a comment belongs to, or open it again; anyone may. The comment that begins it."""
    with file.acting() as act:
        held = _first(act.connection, comment_id)
        changed = msgspec.structs.replace(held, resolved_by=None if is_open else held.resolved_by or act.annotator)
        if changed != held:
            act.edits.append(comments.comment_row(changed))
    return changed


def _first(connection: Connection, comment_id: str) -> Comment:
    """Return the comment that begins a thread. Answers that run in a circle begin at the one asked for."""
    held = comments.comment(connection, comment_id)
    seen = {held.id}
    while held.reply_to is not None and held.reply_to not in seen and comments.has_comment(connection, held.reply_to):
        held = comments.comment(connection, held.reply_to)
        seen.add(held.id)
    return held


def remove(file: ProjectFile, comment_ids: Sequence[str]) -> None:
    """Delete comments of mine, as one action. Raises NotFoundError, or InputError.

    Answers stay in their thread: the oldest answer to what begins one takes its place, with what it is about.
    """
    with file.acting() as act:
        gone = {comment_id: _mine(act, comment_id) for comment_id in dict.fromkeys(comment_ids)}
        act.edits += [comments.comment_row(one) for one in _moved_up(act.connection, gone)]
        act.edits += [delete("comments", comment_id) for comment_id in gone]


def _moved_up(connection: Connection, gone: Mapping[str, Comment]) -> list[Comment]:
    """Return the answers to comments that go, as they are without them."""
    moved: list[Comment] = []
    heirs: dict[str, str] = {}
    for document_id in {one.document_id for one in gone.values()}:
        for one in comments.comments(connection, document_id):
            answered = gone.get(one.reply_to or "")
            if one.id in gone or answered is None:
                continue
            above = _topmost(gone, answered)
            if above.reply_to is not None or above.id in heirs:
                moved.append(msgspec.structs.replace(one, reply_to=above.reply_to or heirs[above.id]))
                continue
            heirs[above.id] = one.id
            about = {"span_id": above.span_id, "parts": above.parts, "resolved_by": above.resolved_by}
            moved.append(msgspec.structs.replace(one, reply_to=None, **about))
    return moved


def _topmost(gone: Mapping[str, Comment], one: Comment) -> Comment:
    """Return the comment furthest up of those that go and answer each other."""
    passed = {one.id}
    while (above := gone.get(one.reply_to or "")) is not None and above.id not in passed:
        one = above
        passed.add(one.id)
    return one


def _mine(act: Acting, comment_id: str) -> Comment:
    held = comments.comment(act.connection, comment_id)
    if held.annotator != act.annotator:
        raise InputError("This comment is {annotator!r}'s; only they can change it.", annotator=held.annotator)
    return held
