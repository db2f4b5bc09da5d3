"""Proposals of a suggester: spans that belong together, before anyone has taken them."""

from collections.abc import Mapping

import msgspec

from annotator.domain.span import Parts


class ProposedRelation(msgspec.Struct, frozen=True, kw_only=True):
    """A link from the proposal that holds it to the one with the key `to`, in the same answer of the suggester."""

    label: str
    to: str
    attributes: Mapping[str, str] = {}


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """One span, as it would be marked: offsets in code points, parts sorted and disjoint, whole grapheme clusters.

    `key` names it among the proposals for one document, and nowhere else. Attributes that are not sure are left
    out, so that the scheme's defaults stand. `confidence` is the chance that it is right, with what it is linked to,
    where the suggester knows one.
    """

    key: str
    label: str
    parts: Parts
    attributes: Mapping[str, str] = {}
    actor_id: str | None = None
    relations: tuple[ProposedRelation, ...] = ()
    confidence: float | None = None
