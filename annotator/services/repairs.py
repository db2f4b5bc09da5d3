"""The copy of an article that is offered where it came in visual order."""

import msgspec

from annotator.domain.document import UNDETERMINED, Document, IntakeNote, document_id
from annotator.text.language import language_of
from annotator.text.visual_order import looks_visual, repair


def repaired(document: Document) -> Document:
    """The article in reading order, as a document of its own; its intake notes name the original.

    A title that was taken from the text is turned with it; one that somebody gave stays, unless it is in visual
    order itself.
    """
    text = repair(document.text)
    from_text = document.title.removesuffix("…") in document.text
    return msgspec.structs.replace(
        document,
        id=document_id(text),
        title=repair(document.title) if from_text or looks_visual(document.title) else document.title,
        text=text,
        # Letters in visual order are no language's; those of the copy tell.
        language=language_of(text) if document.language == UNDETERMINED else document.language,
        intake=(
            *document.intake,
            IntakeNote(kind="visual_order", detail=document.id, count=len(document.text)),
        ),
    )
