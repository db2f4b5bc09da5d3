"""The drawing of the selected mark's frame on the page, in the colours of the current theme."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtGui import QColor

from annotator.domain.frame import Filler
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.services.framing import ProposedFrame, Reading
from annotator.services.taking_suggestions import SuggestionPreview
from annotator.ui.article.frame_overlay import FrameBadge, FrameOverlay, Joint
from annotator.ui.theme import themes


def asking(reading: Reading, head: Span, choices: Sequence[str], letters: Sequence[str]) -> FrameOverlay:
    """The roles of a mark, and a letter over each mark that could play another one."""
    spans = (reading.span(item) for item in choices)
    badges = (
        FrameBadge(letter, span.parts, _color(reading, span.label))
        for letter, span in zip(letters, spans, strict=True)
        if span is not None
    )
    return replace(_joined(reading, head), badges=tuple(badges))


def proposing(reading: Reading, head: Span, proposal: ProposedFrame | None) -> FrameOverlay | None:
    """The roles of a mark and those that are proposed for it; None where there are neither."""
    overlay = _joined(reading, head)
    proposed = (_proposed(reading, filler) for filler in (proposal.fillers if proposal else ()))
    overlay = replace(overlay, joints=(*overlay.joints, *proposed))
    return overlay if overlay.joints else None


def suggested(scheme: Scheme, preview: SuggestionPreview) -> FrameOverlay:
    """The frame that taking a suggestion would store: what is mine already is joined by whole lines."""
    marks = {span.id: span for span in preview.spans}
    linked = dict.fromkeys(link.to_id for link in preview.relations if link.from_id == preview.head.id)

    def color(label: str) -> QColor:
        return themes().theme.mark_style(scheme.label(label)).line

    return FrameOverlay(
        preview.head.parts,
        color(preview.head.label),
        joints=tuple(
            Joint(marks[one].parts, color(marks[one].label), proposed=one in preview.fresh)
            for one in linked
            if one in marks
        ),
    )


def _joined(reading: Reading, head: Span) -> FrameOverlay:
    """Return the overlay with one connector for each actor, also where one plays two roles."""
    linked = dict.fromkeys(item.to_id for item in reading.relations if item.from_id == head.id)
    roles = [span for item in linked if (span := reading.span(item)) is not None]
    return FrameOverlay(
        head.parts,
        _color(reading, head.label),
        lit=frozenset(linked),
        joints=tuple(Joint(span.parts, _color(reading, span.label)) for span in roles),
    )


def _proposed(reading: Reading, filler: Filler) -> Joint:
    to = reading.span(filler.to) if isinstance(filler.to, str) else filler.to
    assert to is not None, "what is proposed was on the page just now"
    return Joint(to.parts, _color(reading, to.label), proposed=True)


def _color(reading: Reading, label: str) -> QColor:
    return themes().theme.mark_style(reading.scheme.label(label)).line
