"""Links that are kept and not shown, as a person can decide on them: with the words at their ends, and the reason."""

import msgspec

from annotator.domain.link_rules import HiddenReason
from annotator.services.door.file import ProjectFile
from annotator.store import annotations, documents
from annotator.store.connection import Connection
from annotator.store.meeting import Conflict, conflicts, with_conflicts

SHOWN_CODE_POINTS = 60
"""Code points of a mark's words in a line."""


class UnshownLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link that is not shown. The words at an end are empty where its mark is not here.

    `relation` is its key in the scheme; `from_id` the mark that it begins at.
    """

    document_id: str
    title: str
    annotator: str
    relation: str
    from_id: str
    from_words: str
    to_words: str
    reason: HiddenReason


def listed(file: ProjectFile, most: int) -> list[UnshownLink]:
    """Return the links of a project that are not shown, at most `most`, by article, annotator and id."""
    found: list[UnshownLink] = []
    with file.reading() as view:
        for document_id in with_conflicts(view):
            if len(found) >= most:
                break
            title = documents.document(view, document_id).title
            found += [_link(view, title, one) for one in conflicts(view, document_id)]
    return found[:most]


def _link(view: Connection, title: str, conflict: Conflict) -> UnshownLink:
    relation = conflict.relation
    return UnshownLink(
        document_id=relation.document_id,
        title=title,
        annotator=relation.annotator,
        relation=relation.label,
        from_id=relation.from_id,
        from_words=_words(view, relation.from_id),
        to_words=_words(view, relation.to_id),
        reason=conflict.reason,
    )


def _words(view: Connection, span_id: str) -> str:
    span = annotations.span(view, span_id)
    if span is None or not documents.has_document(view, span.document_id):
        return ""
    return span.quote(documents.text_of(view, span.document_id))[:SHOWN_CODE_POINTS]
