"""Cues: who says what, by the words for saying and what follows them.

Rules over a lexicon (`resources/lexicons/`), so it needs no model. Each attribution is proposed as a claim with its
cue and, where the words name him, its source; a claim inside another's is reported by it. Precision comes first: a
word of saying that introduces nothing is not proposed, nor is anything inside a quotation.
"""

from collections.abc import Iterable, Iterator

from annotator.domain.document import Document
from annotator.suggest.fitting import fit
from annotator.suggest.proposal import Proposal, ProposedRelation
from annotator.suggest.registry import Context, suggester
from annotator.suggest.reporting.attributions import Attribution, attributions
from annotator.suggest.reporting.candidates import Candidate

DEEPEST = 3
"""Claims of a chain «A said that B said that C said» beyond the first that are linked; the scheme allows no more."""

_MARKS = {"«": "»", "»": "«", "“": "”", "”": "“", '"': '"', "„": "“”"}


@suggester("cues")
def suggest_cues(document: Document, context: Context) -> list[Proposal]:
    """Claims with their cues and sources, in reading order of the cues."""
    return fit(_proposals(document.text, attributions(document.text)), document.text, context.scheme)


def _proposals(text: str, found: list[Attribution]) -> Iterator[Proposal]:
    sources: dict[tuple[int, int], str] = {}
    above = list(_outer(found))
    for number, one in enumerate(found):
        links = [ProposedRelation(label="cue", to=f"cue-{number}")] if one.cue is not None else []
        if one.source is not None:
            if one.source not in sources:
                sources[one.source] = f"source-{len(sources)}"
                yield _source(one, sources[one.source])
            links.insert(0, ProposedRelation(label="source", to=sources[one.source]))
        outer = above[number]
        if outer is not None and _depth(above, number) <= DEEPEST:
            links.append(ProposedRelation(label="reported_by", to=f"claim-{outer}"))
        if one.cue is not None and one.found is not None:
            yield Proposal(key=f"cue-{number}", label="cue", parts=(one.cue,), attributes={"act": _act(one.found)})
        yield Proposal(
            key=f"claim-{number}",
            label="claim",
            parts=one.claim,
            attributes={
                "quote_type": _quote_type(text, one),
                "polarity": _polarity(one),
                "authorial_stance": one.found.entry.stance if one.found is not None else "neutral",
            },
            relations=tuple(links),
        )


def _source(one: Attribution, key: str) -> Proposal:
    assert one.source is not None
    kind = {"kind": "unnamed_source"} if one.unnamed else {}
    return Proposal(key=key, label="actor", parts=(one.source,), attributes=kind)


def _outer(found: list[Attribution]) -> Iterator[int | None]:
    """For each attribution the innermost one whose claim holds its cue and its claim."""
    open_claims: list[int] = []
    for number, one in enumerate(found):
        while open_claims and found[open_claims[-1]].claim[-1][1] <= _begin(one):
            open_claims.pop()
        holding = (outer for outer in reversed(open_claims) if _holds(found[outer], one))
        yield next(holding, None)
        open_claims.append(number)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    start, end = min(_begin(inner), inner.claim[0][0]), inner.claim[-1][1]
    return any(first <= start and end <= last for first, last in outer.claim)


def _begin(one: Attribution) -> int:
    return one.cue[0] if one.cue is not None else one.claim[0][0]


def _depth(above: list[int | None], number: int) -> int:
    depth = 0
    outer = above[number]
    while outer is not None:
        depth, outer = depth + 1, above[outer]
    return depth


def _act(found: Candidate) -> str:
    """Return the act of the cue; a negated confirmation is a denial."""
    return "deny" if found.negated and found.entry.act == "confirm" else found.entry.act


def _polarity(one: Attribution) -> str:
    if one.silent:
        return "no_comment"
    if one.found is None:
        return "affirmed"
    denied = (one.found.entry.act == "deny") != one.found.negated
    return "denied" if denied else "affirmed"


def _quote_type(text: str, one: Attribution) -> str:
    """Direct where every part is a quotation, mixed where a part holds words in quotation marks."""
    parts = [text[start:end] for start, end in one.claim]
    if all(_is_quotation(part) for part in parts):
        return "direct"
    return "mixed" if any(_quotes_words(part) for part in parts) else "indirect"


def _is_quotation(part: str) -> bool:
    return len(part) > 2 and part[-1] in _MARKS.get(part[0], "") and part.count(part[0]) <= 2


def _quotes_words(part: str) -> bool:
    """Return whether something longer than a name stands in quotation marks."""
    return any(len(quoted.split()) > 1 for quoted in _quoted(part))


def _quoted(part: str) -> Iterable[str]:
    for mark, closing in (("«", "»"), ("“", "”"), ('"', '"')):
        yield from (piece.split(closing)[0] for piece in part.split(mark)[1:])
