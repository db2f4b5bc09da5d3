"""The shape of a project file, as SQL. `migrations.py` applies it; what has been released never changes here."""

APPLICATION_ID = 0x4D534E44
"""«MSND» in the file's header."""

HISTORY = """CREATE TRIGGER changes_are_history_update BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'history is never rewritten'); END;
CREATE TRIGGER changes_are_history_delete BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'history is never rewritten'); END;
"""
"""The triggers that keep the journal as it was written."""

FIRST_TABLES = f"""
CREATE TABLE documents (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL,
    direction TEXT CHECK (direction IN ('rtl', 'ltr')), intake TEXT NOT NULL,
    added TEXT NOT NULL
) STRICT;
CREATE TABLE origins (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED,
    url TEXT, publisher TEXT, published TEXT, path TEXT
) STRICT;
CREATE TABLE annotators (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('person', 'model', 'gold')), name TEXT NOT NULL
) STRICT;
CREATE TABLE annotation_sets (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED,
    annotator TEXT NOT NULL REFERENCES annotators(id) DEFERRABLE INITIALLY DEFERRED,
    status TEXT NOT NULL CHECK (status IN ('todo', 'doing', 'done')), UNIQUE (document_id, annotator)
) STRICT;
CREATE TABLE actors (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, wikidata TEXT, note TEXT NOT NULL
) STRICT;
CREATE TABLE actor_aliases (
    id TEXT PRIMARY KEY, actor_id TEXT NOT NULL REFERENCES actors(id) DEFERRABLE INITIALLY DEFERRED,
    alias TEXT NOT NULL, place INTEGER NOT NULL
) STRICT;
CREATE TABLE spans (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED,
    annotator TEXT NOT NULL REFERENCES annotators(id) DEFERRABLE INITIALLY DEFERRED, label TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, parts TEXT NOT NULL,
    attributes TEXT NOT NULL,
    actor_id TEXT REFERENCES actors(id) DEFERRABLE INITIALLY DEFERRED, derived_from TEXT, decided_by TEXT,
    CHECK (0 <= start AND start < "end")
) STRICT;
CREATE TABLE relations (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED,
    annotator TEXT NOT NULL REFERENCES annotators(id) DEFERRABLE INITIALLY DEFERRED, label TEXT NOT NULL,
    from_id TEXT NOT NULL REFERENCES spans(id) DEFERRABLE INITIALLY DEFERRED,
    to_id TEXT NOT NULL REFERENCES spans(id) DEFERRABLE INITIALLY DEFERRED,
    attributes TEXT NOT NULL, derived_from TEXT, decided_by TEXT
) STRICT;
CREATE TABLE settings (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE changes (
    uid TEXT PRIMARY KEY, stamp TEXT NOT NULL, annotator TEXT NOT NULL, device TEXT NOT NULL, action TEXT NOT NULL,
    undoes TEXT, "table" TEXT NOT NULL, row_id TEXT NOT NULL, op TEXT NOT NULL CHECK (op IN ('put', 'delete')),
    row TEXT, CHECK ((op = 'put') = (row IS NOT NULL))
) STRICT;
CREATE INDEX origins_document ON origins (document_id);
CREATE INDEX actor_aliases_actor ON actor_aliases (actor_id);
CREATE INDEX spans_document ON spans (document_id, annotator, start);
CREATE INDEX spans_actor ON spans (actor_id);
CREATE INDEX relations_document ON relations (document_id, annotator);
CREATE INDEX relations_from ON relations (from_id);
CREATE INDEX relations_to ON relations (to_id);
CREATE INDEX changes_row ON changes ("table", row_id, stamp);
CREATE INDEX changes_stamp ON changes (annotator, device, stamp);
CREATE INDEX changes_latest ON changes (stamp);
CREATE INDEX changes_action ON changes (action);
CREATE TRIGGER documents_text_is_immutable BEFORE UPDATE OF text ON documents WHEN old.text IS NOT new.text
BEGIN SELECT RAISE(ABORT, 'the text of a document never changes'); END;
{HISTORY}"""

# The index of the texts: `indexed` gives documents numbers that stay when another program packs the file (VACUUM).
FULL_TEXT = """
CREATE TABLE indexed (id INTEGER PRIMARY KEY, document_id TEXT NOT NULL UNIQUE) STRICT;
CREATE VIRTUAL TABLE documents_fts USING fts5(
    form, content='', columnsize=0, detail=none, tokenize="trigram case_sensitive 1"
);
"""

# What a list of documents shows, in its order, beside the table: in a row of that, the text comes before the rest.
# `folded` keeps the forms of the texts by their numbers in `indexed`, each with the way back to its text.
QUICK_READING = """
CREATE INDEX documents_list ON documents (added, id, title, direction);
CREATE TABLE folded (id INTEGER PRIMARY KEY, form TEXT NOT NULL, turns BLOB) STRICT;
"""

# Suggestions that somebody refused: a stretch of a document that is not to be proposed to them with this label again.
REFUSALS = """
CREATE TABLE refusals (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED,
    annotator TEXT NOT NULL REFERENCES annotators(id) DEFERRABLE INITIALLY DEFERRED,
    label TEXT NOT NULL, parts TEXT NOT NULL
) STRICT;
CREATE INDEX refusals_document ON refusals (document_id, annotator);
CREATE INDEX spans_derived ON spans (derived_from) WHERE derived_from IS NOT NULL;
"""

# The replicas that this file has been, in order; the last one, which has no end, is the one that it is now.
REPLICAS = """
CREATE TABLE replicas (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, place TEXT NOT NULL, until TEXT
) STRICT;
"""

QUOTE = """(SELECT group_concat(substr(d.text, p.first + 1, p.behind - p.first), ' … ')
     FROM (SELECT json_extract(value, '$[0]') AS first, json_extract(value, '$[1]') AS behind
           FROM json_each(s.parts)) AS p)"""
"""The words of a mark `s` on a document `d`. substr() counts code points, as our offsets do."""

DEEPER_QUOTE = QUOTE.replace("\n", "\n    ")


def views_of(marks: str, links: str) -> str:
    """Return the views for other tools, over these tables or views of spans and relations."""
    # SQLite has `->>` only from 3.38 on, and Ubuntu 22.04 has 3.37.
    return f"""
CREATE VIEW mentions_view AS
SELECT s.id, s.document_id, d.title AS document, s.annotator, s.label, s.start, s."end",
    {QUOTE} AS mention,
    a.name AS actor, a.kind AS kind, a.wikidata AS wikidata
FROM {marks} AS s JOIN documents AS d ON d.id = s.document_id LEFT JOIN actors AS a ON a.id = s.actor_id
WHERE s.label = 'actor' OR s.actor_id IS NOT NULL;
CREATE VIEW claims_view AS
WITH quoted AS (
    SELECT s.id, s.document_id, d.title AS document, s.annotator, s.label, s.start, s."end",
        {DEEPER_QUOTE} AS quote
    FROM {marks} AS s JOIN documents AS d ON d.id = s.document_id
)
SELECT c.id, c.document_id, c.document, c.annotator, c.start, c."end", c.quote AS claim,
    (SELECT group_concat(q.quote, '; ') FROM {links} AS r JOIN quoted AS q ON q.id = r.to_id
     WHERE r.from_id = c.id AND r.label = 'source') AS source,
    (SELECT group_concat(q.quote, '; ') FROM {links} AS r JOIN quoted AS q ON q.id = r.to_id
     WHERE r.from_id = c.id AND r.label = 'cue') AS cue,
    (SELECT group_concat(q.quote, '; ') FROM {links} AS r JOIN quoted AS q ON q.id = r.to_id
     WHERE r.from_id = c.id AND r.label = 'target') AS target
FROM quoted AS c WHERE c.label = 'claim';
"""


FIRST_VIEWS = views_of("spans", "relations")
