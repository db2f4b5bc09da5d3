"""The shape of the tables of people who review each other, as SQL."""

# What was brought in from bundles (`merges` is in the journal; the other two are about this file alone), who is to read
# what, and what reviewers decided.
REVIEW = """
CREATE TABLE merges (
    id TEXT PRIMARY KEY, annotator TEXT NOT NULL, made TEXT NOT NULL, name TEXT NOT NULL, sender TEXT NOT NULL
) STRICT;
CREATE TABLE arrivals (uid TEXT PRIMARY KEY, merge_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX arrivals_merge ON arrivals (merge_id);
CREATE TABLE set_aside (
    uid TEXT PRIMARY KEY, stamp TEXT NOT NULL, annotator TEXT NOT NULL, replica TEXT NOT NULL, counter INTEGER NOT NULL,
    action TEXT NOT NULL, undoes TEXT, "table" TEXT NOT NULL, row_id TEXT NOT NULL, op TEXT NOT NULL, row TEXT,
    shape INTEGER NOT NULL, merge_id TEXT NOT NULL
) STRICT;
CREATE INDEX set_aside_merge ON set_aside (merge_id);
CREATE TABLE assignments (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL, annotator TEXT NOT NULL, given_by TEXT NOT NULL, made TEXT NOT NULL,
    purpose TEXT NOT NULL
) STRICT;
CREATE INDEX assignments_document ON assignments (document_id);
CREATE TABLE decisions (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL, annotator TEXT NOT NULL, made TEXT NOT NULL,
    difference TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL, verdict TEXT NOT NULL, taken TEXT NOT NULL,
    rule TEXT NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL, marks TEXT NOT NULL, gold TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_document ON decisions (document_id);
DROP TRIGGER changes_are_history_delete;
CREATE TRIGGER changes_are_history_delete BEFORE DELETE ON changes
WHEN NOT EXISTS (SELECT 1 FROM set_aside WHERE uid = old.uid)
BEGIN SELECT RAISE(ABORT, 'history is never rewritten'); END;
"""
