"""Repeats: what I have marked, wherever else it stands.

Short marks only: names and words for saying come again, what was said does not. Words that I marked in several ways
are proposed in the way I marked them last.
"""

from collections.abc import Callable

from annotator.domain.document import Document
from annotator.suggest.fitting import fit
from annotator.suggest.names import Names
from annotator.suggest.proposal import Proposal
from annotator.suggest.registry import Context, MarkedWords, prepared
from annotator.text.morphology import splits

MAX_WORDS = 8


@prepared("repeats")
def prepare_repeats(context: Context) -> Callable[[Document], list[Proposal]]:
    """Reads what is known once; what it answers finds it again in one document."""
    names = Names(((known.text, known) for known in context.known if len(known.text.split()) <= MAX_WORDS), splits())

    def suggest(document: Document) -> list[Proposal]:
        found = [
            _proposal(number, (start, end), known[-1])
            for number, (start, end, known) in enumerate(names.find(document.text))
        ]
        return fit(found, document.text, context.scheme)

    return suggest


def _proposal(number: int, part: tuple[int, int], known: MarkedWords) -> Proposal:
    return Proposal(
        key=f"repeat-{number}",
        label=known.label,
        parts=(part,),
        attributes=known.attributes,
        actor_id=known.actor_id,
    )
