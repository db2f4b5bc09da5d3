"""Claims of a statement in words: who says it, whether they agree, where; and who stands on which side."""

from collections import Counter
from collections.abc import Iterable, Mapping

from annotator.domain.statement import AGREEMENTS, Agreement, ClaimFigures
from annotator.services.mentions import Mention
from annotator.ui.i18n import isolate, listed, tr, tr_n
from annotator.ui.panels.statement_card import TITLES

MOST_NAMES = 8
"""Names of one side; more are counted."""
BETWEEN = "   ·   "

Sources = Mapping[str, tuple[str, ...]]
"""The sources of each claim, by the id of its span."""


def claim_told(claim: Mention, sources: Sources) -> str:
    """Return who says a claim and whether they agree, in whose reading and in which article."""
    return BETWEEN.join(filter(None, (speakers(claim, sources), agreement_told(claim.span.agreement), _where(claim))))


def speakers(claim: Mention, sources: Sources) -> str:
    """Return who says a claim."""
    names = sources.get(claim.span.id, ())
    return listed(map(isolate, names)) if names else tr("nobody named")


def agreement_told(agreement: Agreement | None) -> str:
    """Return whether a source agrees, in a word; nothing where that is not said."""
    return TITLES[agreement]() if agreement is not None else ""


def _where(claim: Mention) -> str:
    return f"{isolate(claim.span.annotator)}{BETWEEN}{isolate(claim.hit.title)}"


def sides_told(claims: Iterable[Mention], sources: Sources) -> str:
    """Return who agrees, who disagrees, and of whom that is unclear: a line each, the most frequent first."""
    sides: dict[Agreement | None, Counter[str]] = {one: Counter() for one in (*AGREEMENTS, None)}
    for claim in claims:
        sides[claim.span.agreement].update(sources.get(claim.span.id, ()))
    return "\n".join(_side(one, _names(counts)) for one, counts in sides.items() if counts)


def _side(agreement: Agreement | None, names: list[str]) -> str:
    if agreement == "yes":
        return tr("Agree: {names}", names=names)
    if agreement == "no":
        return tr("Disagree: {names}", names=names)
    return tr("Unclear: {names}", names=names) if agreement == "unclear" else tr("Not said: {names}", names=names)


def _names(counts: Counter[str]) -> list[str]:
    shown = [
        tr("{name} ({n})", name=name, n=count) if count > 1 else name for name, count in counts.most_common(MOST_NAMES)
    ]
    more = len(counts) - len(shown)
    return [*shown, tr_n("and {n} others", more)] if more else shown


def figures_told(figures: ClaimFigures) -> str:
    """Return how many claims say a statement, in how many articles, and how many of their sources agree or do not."""
    if not figures.claims:
        return tr("no claim yet")
    parts = (
        tr_n("{n} claims", figures.claims),
        tr_n("{n} articles", figures.articles),
        tr_n("{n} agree", figures.yes) if figures.yes else "",
        tr_n("{n} disagree", figures.no) if figures.no else "",
    )
    return " · ".join(filter(None, parts))
