"""Queries and hits of the search. Offsets are code points."""

from collections.abc import Mapping

import msgspec

from annotator.domain.document import Direction


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """A search in the texts of a project: the words, and the documents and spans to look in.

    `whole` wants whole words, `exact` the spelling as it is typed, `teh_marbuta` makes ة and ه one letter; `regex`
    makes `text` a regular expression over the texts as they are. The rest narrows the search: hits that share a
    character with a mark of `annotator` that has this `label`, these `attributes` and this actor (`actor` is an id);
    documents with an origin of `publisher`, published from `since` to `until` (ISO 8601 days, both included).
    """

    text: str
    whole: bool = False
    exact: bool = False
    teh_marbuta: bool = True
    regex: bool = False
    label: str | None = None
    attributes: Mapping[str, str] = {}
    actor: str | None = None
    annotator: str | None = None
    publisher: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def wants_origin(self) -> bool:
        """Return whether only documents of some origin count."""
        return not (self.publisher is None and self.since is None and self.until is None)

    @property
    def wants_marks(self) -> bool:
        """Return whether only hits in marks count."""
        return bool(self.label or self.attributes or self.actor)


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One place `[start, end)` of a document, with what it says and the words before and after it.

    `direction` is the way the document runs.
    """

    document_id: str
    start: int
    end: int
    title: str
    text: str
    before: str
    after: str
    direction: Direction = "rtl"
