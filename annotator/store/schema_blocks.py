"""The shape of changes that are kept many together, as SQL: what an import, or another scheme, writes at once.

A block stands for `size` changes of one transaction: the uid of each is that of the block and its number in eight
digits, from `first` on; their stamps and counters follow one another. `body` says the rest (`store.blocks`).
`block_rows` and `block_subjects` lead to the blocks and follow from them: of each row that a block says something of,
and of each document. The keys in them are digests (`store.blocks.key_of`). `first_stamps` has the first stamp in blocks
of each row of the tables that are listed in the order in which their rows were made (IN_ORDER).
"""

IN_ORDER = ("origins", "actors", "statements", "comments")

BLOCKS = """
CREATE TABLE change_blocks (
    number INTEGER PRIMARY KEY, uid TEXT NOT NULL, first INTEGER NOT NULL, size INTEGER NOT NULL, stamp TEXT NOT NULL,
    last TEXT NOT NULL, annotator TEXT NOT NULL, replica TEXT NOT NULL, counter INTEGER NOT NULL, action TEXT NOT NULL,
    undoes TEXT, shape INTEGER NOT NULL, body BLOB NOT NULL
) STRICT;
CREATE TABLE block_rows (
    row INTEGER NOT NULL, block INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (row, block, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE block_subjects (
    subject INTEGER NOT NULL, block INTEGER NOT NULL, PRIMARY KEY (subject, block)
) STRICT, WITHOUT ROWID;
CREATE TABLE first_stamps (
    "table" TEXT NOT NULL, row_id TEXT NOT NULL, stamp TEXT NOT NULL, PRIMARY KEY ("table", row_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_blocks_uid ON change_blocks (uid, first, size);
CREATE INDEX change_blocks_replica ON change_blocks (replica, counter, size);
CREATE INDEX change_blocks_latest ON change_blocks (last, stamp, annotator, replica, action, undoes);
CREATE INDEX change_blocks_action ON change_blocks (action, last, size);
CREATE TRIGGER change_blocks_are_history_update BEFORE UPDATE ON change_blocks
BEGIN SELECT RAISE(ABORT, 'history is never rewritten'); END;
CREATE TRIGGER change_blocks_are_history_delete BEFORE DELETE ON change_blocks
WHEN NOT EXISTS (
    SELECT 1 FROM set_aside WHERE uid BETWEEN old.uid || printf('%08x', old.first)
    AND old.uid || printf('%08x', old.first + old.size - 1))
BEGIN SELECT RAISE(ABORT, 'history is never rewritten'); END;
"""


def first_stamp(table: str, row: str) -> str:
    """Return the SQL for the first stamp of a row of one of the tables IN_ORDER; `row` is the column with its id."""
    assert table in IN_ORDER
    loose = f"""(SELECT min(stamp) FROM changes WHERE "table" = '{table}' AND row_id = {row})"""
    packed = f"""(SELECT stamp FROM first_stamps WHERE "table" = '{table}' AND row_id = {row})"""
    return f"nullif(min(coalesce({loose}, '~'), coalesce({packed}, '~')), '~')"
