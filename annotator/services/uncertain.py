"""The proposals of a suggester over the whole project, the most useful to answer first.

Most useful is what it is least sure of: an answer there teaches it most.
"""

from collections import defaultdict

import msgspec

from annotator.domain.search import Hit
from annotator.domain.span import Span
from annotator.services.door.file import ProjectFile
from annotator.services.learning import NAME
from annotator.services.mentions import quoted_in_lines
from annotator.services.progress import Progress
from annotator.services.suggested_marks import MODEL
from annotator.services.suggestions import open_for
from annotator.store import learned


class UncertainSuggestion(msgspec.Struct, frozen=True):
    """A suggestion that I have not answered, its line, and the chance that it is right; None where it is not known."""

    span: Span
    hit: Hit
    confidence: float | None


def ranked(file: ProjectFile, progress: Progress | None = None) -> list[UncertainSuggestion]:
    """Return the claims that `learned` proposes and I have not answered, the least sure first.

    `progress` is told (done, all, "") before each article and may raise Cancelled.
    """
    heads = {frame.head for frame in file.scheme.frames}
    with file.reading() as view:
        document_ids = learned.proposed_documents(view, MODEL + NAME)
    found: list[UncertainSuggestion] = []
    for place, document_id in enumerate(document_ids):
        if progress is not None:
            progress(place, len(document_ids), "")
        with file.reading() as view:
            spans = [
                span
                for span in open_for(view, file.scheme, file.annotator, document_id)
                if span.annotator == MODEL + NAME and span.label in heads
            ]
            sure = learned.confidences(view, (span.id for span in spans))
            lines = quoted_in_lines(view, spans)
        found += [UncertainSuggestion(one.span, one.hit, sure.get(one.span.id)) for one in lines]
    return sorted(found, key=lambda one: (one.confidence is None, one.confidence or 0.0))


def by_article(found: list[UncertainSuggestion]) -> list[UncertainSuggestion]:
    """Return the same, article by article: the one with the least sure suggestion first, each in reading order."""
    grouped: defaultdict[str, list[UncertainSuggestion]] = defaultdict(list)
    for one in found:
        grouped[one.span.document_id].append(one)
    return [one for group in grouped.values() for one in sorted(group, key=lambda one: one.span.start)]
