"""The steps of the tour: what each asks for, on which words, and whether it is done."""

from collections.abc import Callable, Sequence

import msgspec

from annotator.domain.meanings import actor_label, claim_label, cue_label, role_of
from annotator.domain.scheme import Label, Scheme
from annotator.domain.span import Span
from annotator.services.tour import ACTOR, CLAIM, CUE
from annotator.ui.i18n import Phrase, ltr, phrase, tr
from annotator.ui.session import Session


class Step(msgspec.Struct, frozen=True, eq=False):
    """One step: what is asked, how it is answered, on which words."""

    title: Phrase
    text: Callable[[], str]
    words: str
    label: str | None
    """The label that the words get; None: the step links what has been marked."""
    is_done: Callable[[Session], bool]


def steps_of(scheme: Scheme) -> Sequence[Step]:
    """Return the steps in a project with this scheme; none where it knows no one who says something."""
    claim = claim_label(scheme)
    source = role_of(scheme, claim.key, "source") if claim is not None else None
    cue = cue_label(scheme, role_of(scheme, claim.key, "cue") if claim is not None else None)
    actor = actor_label(scheme)
    if claim is None or source is None or cue is None or actor is None:
        return ()
    return (
        _marking(
            phrase("Who is speaking?"),
            lambda: tr(
                "“{words}” is selected. Press {key}, and the words are an actor, with a line below them.",
                words=ACTOR,
                key=_key(actor),
            ),
            ACTOR,
            actor,
        ),
        _marking(
            phrase("Which word tells that something is said?"),
            lambda: tr(
                "“{words}” is selected. Press {key}, and it is the cue, with a dashed line below it.",
                words=CUE,
                key=_key(cue),
            ),
            CUE,
            cue,
        ),
        _marking(
            phrase("What is said?"),
            lambda: tr(
                "“{words}” is selected. Press {key}, and it is the claim, with a double line below it.",
                words=CLAIM,
                key=_key(claim),
            ),
            CLAIM,
            claim,
        ),
        Step(
            phrase("Who says it, and by which word?"),
            lambda: tr("The sentence shows both, in dashed frames. Press {Enter}, and they belong to the claim."),
            CLAIM,
            None,
            lambda session: _is_linked(session, source.key),
        ),
    )


def _key(label: Label) -> str:
    return ltr(label.shortcut or "")


def _marking(title: Phrase, text: Callable[[], str], words: str, label: Label) -> Step:
    def is_done(session: Session) -> bool:
        return marked(session, words, label.key) is not None

    return Step(title, text, words, label.key, is_done)


def marked(session: Session, words: str, label: str) -> Span | None:
    """Return my mark with this label that covers these words, or a part of them."""
    document = session.document
    start = document.text.find(words) if document is not None else -1
    found = (one for one in session.spans if one.label == label and start < one.end and one.start < start + len(words))
    return next(found, None) if start >= 0 else None


def _is_linked(session: Session, role: str) -> bool:
    return any(relation.label == role for relation in session.relations)
