"""Relations: labelled, directed links between two spans of one annotator in one document."""

from collections.abc import Mapping

import msgspec


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """`from_id` and `to_id` are span ids; the label says which way they read (claim → *source* → actor)."""

    id: str
    document_id: str
    annotator: str
    label: str
    from_id: str
    to_id: str
    attributes: Mapping[str, str] = {}
    derived_from: str | None = None
    decided_by: str | None = None
