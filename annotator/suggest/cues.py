"""Cues: who says what, by the words for saying and what follows them.

Rules over a lexicon (`resources/lexicons/`), so it needs no model. Each attribution is proposed as a claim with its
cue and, where the words name him, its source; a claim inside another's is reported by it. Precision comes first: a
word of saying that introduces nothing is not proposed, nor is anything inside a quotation.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from annotator.domain.document import Document
from annotator.domain.meanings import actor_label, claim_label, cue_label, role_of, saying, with_meanings
from annotator.domain.scheme import Label, RelationType, Scheme
from annotator.errors import UnfitSchemeError
from annotator.suggest.fitting import fit
from annotator.suggest.proposal import Proposal, ProposedRelation
from annotator.suggest.registry import Context, knows, prepared
from annotator.suggest.reporting.attributions import ReportedSpeech, attributions
from annotator.suggest.reporting.candidates import Candidate

DEEPEST = 3
"""Claims of a chain «A said that B said that C said» beyond the first that are linked; the scheme allows no more."""

_MARKS = {"«": "»", "»": "«", "“": "”", "”": "“", '"': '"', "„": "“”"}


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The keys that a scheme has for the parts of an attribution; None where it has no such part."""

    claim: Label
    source: RelationType | None
    cue: RelationType | None
    reported_by: RelationType | None
    speaker: Label | None
    verb: Label | None

    @classmethod
    def of(cls, scheme: Scheme) -> "Words | None":
        """The words of a scheme's attribution; None where nothing in it means one."""
        claim = claim_label(scheme)
        if claim is None:
            return None
        source, cue = role_of(scheme, claim.key, "source"), role_of(scheme, claim.key, "cue")
        return cls(
            claim=claim,
            source=source,
            cue=cue,
            reported_by=role_of(scheme, claim.key, "reported_by"),
            speaker=_speaker(scheme, source),
            verb=cue_label(scheme, cue),
        )


def _speaker(scheme: Scheme, source: RelationType | None) -> Label | None:
    """The label of who says it: of several at the end of the link, one that names actors."""
    ends = [scheme.label(end) for end in source.to] if source is not None else []
    return next((label for label in ends if label.names_actor), next(iter(ends), actor_label(scheme)))


READS = ("ar",)
"""The languages of the lexicon."""


@prepared("cues", reads=READS, asks_for_marks=False)
def prepare_cues(context: Context) -> Callable[[Document], list[Proposal]]:
    """Return a function that reads one document. Raises UnfitSchemeError where nothing in the scheme means a claim."""
    if Words.of(with_meanings(context.scheme)) is None:
        raise UnfitSchemeError(
            "Nothing in the scheme {scheme} means what somebody says, so no claims are proposed. Give a relation "
            'means = "source" or means = "cue".',
            scheme=context.scheme.name,
        )
    return lambda document: suggest_cues(document, context)


def suggest_cues(document: Document, context: Context) -> list[Proposal]:
    """Claims with their cues and sources, in reading order of the cues; none where the scheme means no such thing."""
    words = Words.of(with_meanings(context.scheme))
    if words is None or not knows(READS, document.language):
        return []
    return fit(proposals(document.text, attributions(document.text), words), document.text, context.scheme)


def proposals(text: str, found: list[ReportedSpeech], words: Words) -> Iterator[Proposal]:
    """Yield attributions as marks and links, in the words of a scheme; `found` is in reading order."""
    sources: dict[tuple[int, int], str] = {}
    above = list(_outer(found))
    for number, one in enumerate(found):
        if one.source is not None and one.source not in sources and words.speaker is not None:
            sources[one.source] = f"source-{len(sources)}"
            yield _source(one, sources[one.source], words.speaker)
        if one.cue is not None and words.verb is not None:
            act = saying(words.verb, "act", _act(one.found)) if one.found is not None else {}
            yield Proposal(key=f"cue-{number}", label=words.verb.key, parts=(one.cue,), attributes=act)
        stance = one.found.entry.stance if one.found is not None else "neutral"
        yield Proposal(
            key=f"claim-{number}",
            label=words.claim.key,
            parts=one.claim,
            attributes={
                **saying(words.claim, "quote_type", _quote_type(text, one)),
                **saying(words.claim, "polarity", _polarity(one)),
                **saying(words.claim, "authorial_stance", stance),
            },
            relations=tuple(_links(number, one, sources, above, words)),
        )


def _links(
    number: int,
    one: ReportedSpeech,
    sources: Mapping[tuple[int, int], str],
    above: list[int | None],
    words: Words,
) -> Iterator[ProposedRelation]:
    if one.source is not None and one.source in sources and words.source is not None:
        yield ProposedRelation(label=words.source.key, to=sources[one.source])
    if one.cue is not None and words.cue is not None:
        yield ProposedRelation(label=words.cue.key, to=f"cue-{number}")
    outer = above[number]
    if outer is not None and words.reported_by is not None and _depth(above, number) <= DEEPEST:
        yield ProposedRelation(label=words.reported_by.key, to=f"claim-{outer}")


def _source(one: ReportedSpeech, key: str, speaker: Label) -> Proposal:
    assert one.source is not None
    kind = saying(speaker, "actor_kind", "unnamed_source") if one.unnamed else {}
    return Proposal(key=key, label=speaker.key, parts=(one.source,), attributes=kind)


def _outer(found: list[ReportedSpeech]) -> Iterator[int | None]:
    """For each attribution the innermost one whose claim holds its cue and its claim."""
    open_claims: list[int] = []
    for number, one in enumerate(found):
        while open_claims and found[open_claims[-1]].claim[-1][1] <= _begin(one):
            open_claims.pop()
        holding = (outer for outer in reversed(open_claims) if _holds(found[outer], one))
        yield next(holding, None)
        open_claims.append(number)


def _holds(outer: ReportedSpeech, inner: ReportedSpeech) -> bool:
    start, end = min(_begin(inner), inner.claim[0][0]), inner.claim[-1][1]
    return any(first <= start and end <= last for first, last in outer.claim)


def _begin(one: ReportedSpeech) -> int:
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


def _polarity(one: ReportedSpeech) -> str:
    if one.silent:
        return "no_comment"
    if one.found is None:
        return "affirmed"
    denied = (one.found.entry.act == "deny") != one.found.negated
    return "denied" if denied else "affirmed"


def _quote_type(text: str, one: ReportedSpeech) -> str:
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
