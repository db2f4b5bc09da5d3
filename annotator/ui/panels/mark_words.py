"""The marks at a place in a screen reader's words: label, attributes and actor, from the outermost inwards."""

from collections.abc import Collection, Sequence
from functools import reduce

from annotator.domain.scheme import title_in
from annotator.domain.span import Span
from annotator.ui.article.marks import Mark
from annotator.ui.i18n import isolate, language, listed, tr
from annotator.ui.session import Session


def mark_words(session: Session, marks: Sequence[Mark], commented: Collection[str] = ()) -> str:
    """A phrase about these marks (the innermost first) in the language of the window; empty where there are none.

    `commented` are the ids of those about which something was said.
    """
    shown = [(mark, session.readings.held(mark.id)) for mark in reversed(marks)]
    told = [_words(session, span, mark, commented) for mark, span in shown if span is not None]
    return (
        reduce(lambda outer, inner: tr("{outer}; inside it: {inner}", outer=outer, inner=inner), told) if told else ""
    )


def _words(session: Session, span: Span, mark: Mark, commented: Collection[str]) -> str:
    """The label with its actor, and the attributes of the quick profile: what is told at every step must be short."""
    name = session.actor_name(span)
    told = [f"{isolate(mark.title)} {isolate(name)}" if name else isolate(mark.title)]
    for attribute in session.scheme.label(span.label).attributes:
        value = attribute.value(span.attributes.get(attribute.key, "")) if attribute.quick else None
        if value is not None:
            told.append(isolate(title_in(value.title, language(), value.key)))
    if span.id in commented:
        told.append(tr("with comments"))
    return listed(told)
