"""Making proposals fit a project: what its scheme does not have is not proposed, and no part splits a cluster."""

from collections.abc import Iterable, Mapping

import msgspec

from annotator.domain.scheme import Attribute, RelationType, Scheme
from annotator.domain.span import Parts
from annotator.suggest.proposal import Proposal, ProposedRelation
from annotator.text.graphemes import snap


def fit(proposals: Iterable[Proposal], text: str, scheme: Scheme) -> list[Proposal]:
    """The proposals that can stand in the scheme, without attributes, values and relations that it does not have."""
    labels = {label.key: label for label in scheme.labels}
    kept = {proposal.key: proposal for proposal in proposals if proposal.label in labels}
    types = {relation.key: relation for relation in scheme.relations}
    return [
        msgspec.structs.replace(
            proposal,
            parts=whole(text, proposal.parts),
            attributes=_known(proposal.attributes, labels[proposal.label].attributes),
            actor_id=proposal.actor_id if labels[proposal.label].names_actor else None,
            relations=tuple(
                msgspec.structs.replace(link, attributes=_known(link.attributes, types[link.label].attributes))
                for link in proposal.relations
                if _allowed(proposal, link, kept, types)
            ),
        )
        for proposal in kept.values()
    ]


def whole(text: str, parts: Parts) -> Parts:
    """The parts widened to whole grapheme clusters; those that meet become one."""
    found: list[tuple[int, int]] = []
    for part in parts:
        start, end = snap(text, *part)
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return tuple(found)


def _known(given: Mapping[str, str], attributes: Iterable[Attribute]) -> dict[str, str]:
    known = {attribute.key: attribute for attribute in attributes}
    return {key: value for key, value in given.items() if key in known and known[key].value(value) is not None}


def _allowed(
    proposal: Proposal, link: ProposedRelation, kept: Mapping[str, Proposal], types: Mapping[str, RelationType]
) -> bool:
    if link.label not in types or link.to not in kept:
        return False
    kind = types[link.label]
    return proposal.label in kind.from_ and kept[link.to].label in kind.to
