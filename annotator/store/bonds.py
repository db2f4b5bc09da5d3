"""References between tables: the columns that name a row of another table."""

from typing import Literal, NamedTuple

from annotator.store.rows import TABLES

RowKey = tuple[str, str]
"""A table and the id of a row in it."""

Bond = Literal["needs", "part", "loose", "trace"]


class Reference(NamedTuple):
    """Rows of `table` name a row of `parent` in this column.

    "needs": they cannot be without it; "part": they belong to it and say nothing by themselves; "loose": they are
    whole without it, and then name nothing; "trace": they tell where they came from, whether it is there or not.
    """

    table: str
    column: str
    parent: str
    bond: Bond = "needs"


REFERENCES = (
    Reference("origins", "document_id", "documents", "part"),
    Reference("annotation_sets", "document_id", "documents"),
    Reference("annotation_sets", "annotator", "annotators"),
    Reference("actor_aliases", "actor_id", "actors", "part"),
    Reference("actors", "merged_into", "actors", "loose"),
    Reference("statements", "parent_id", "statements", "loose"),
    Reference("statements", "merged_into", "statements", "loose"),
    Reference("spans", "document_id", "documents"),
    Reference("spans", "annotator", "annotators"),
    Reference("spans", "actor_id", "actors", "loose"),
    Reference("spans", "statement_id", "statements", "loose"),
    Reference("spans", "derived_from", "spans", "trace"),
    Reference("relations", "document_id", "documents"),
    Reference("relations", "annotator", "annotators"),
    Reference("relations", "from_id", "spans"),
    Reference("relations", "to_id", "spans"),
    Reference("refusals", "document_id", "documents"),
    Reference("refusals", "annotator", "annotators"),
    Reference("comments", "document_id", "documents"),
    Reference("comments", "annotator", "annotators"),
    Reference("comments", "span_id", "spans", "loose"),
    Reference("comments", "reply_to", "comments", "loose"),
    Reference("assignments", "document_id", "documents"),
    Reference("assignments", "annotator", "annotators"),
    Reference("decisions", "document_id", "documents"),
    Reference("decisions", "annotator", "annotators"),
    Reference("merges", "annotator", "annotators"),
)

REFERENCES_OF = {table: [one for one in REFERENCES if one.table == table] for table in TABLES}
"""The references of each table."""

NEEDS = {table: [one for one in REFERENCES if (one.table, one.bond) == (table, "needs")] for table in TABLES}
"""The references of each table without which its rows cannot be."""
