"""The shape of the tables of what a project has learned from its marks, as SQL."""

# Derived from the marks and about this file alone: not in the journal, and in no bundle. `learned` has one row.
LEARNED = """
CREATE TABLE learned (
    id TEXT PRIMARY KEY, made TEXT NOT NULL, figures TEXT NOT NULL, taggers BLOB NOT NULL
) STRICT;
CREATE TABLE confidences (span_id TEXT PRIMARY KEY, value REAL NOT NULL) STRICT, WITHOUT ROWID;
"""
