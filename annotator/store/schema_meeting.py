"""The shape that a project file has since journals can meet, as SQL.

Rows of colleagues arrive in any order, so no table but the journal refuses one: there are no foreign keys that SQLite
checks, and nothing is unique but the primary key. What has not arrived whole, has lost what it belongs to or stands
against the rules is kept and not shown: people and exports read `marks` and `links`.
"""

from annotator.store.schema import HISTORY, views_of

SYNCED_TABLES = {
    "documents": """CREATE TABLE documents (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL, direction TEXT,
    intake TEXT NOT NULL, added TEXT NOT NULL
) STRICT""",
    "origins": """CREATE TABLE origins (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL, url TEXT, publisher TEXT, published TEXT, path TEXT
) STRICT""",
    "annotators": """CREATE TABLE annotators (id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL) STRICT""",
    "annotation_sets": """CREATE TABLE annotation_sets (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL, annotator TEXT NOT NULL, status TEXT NOT NULL
) STRICT""",
    "actors": """CREATE TABLE actors (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, wikidata TEXT, note TEXT NOT NULL, merged_into TEXT
) STRICT""",
    "actor_aliases": """CREATE TABLE actor_aliases (
    id TEXT PRIMARY KEY, actor_id TEXT NOT NULL, alias TEXT NOT NULL, place INTEGER NOT NULL
) STRICT""",
    "spans": """CREATE TABLE spans (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL, annotator TEXT NOT NULL, label TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, parts TEXT NOT NULL, attributes TEXT NOT NULL,
    actor_id TEXT, derived_from TEXT, decided_by TEXT
) STRICT""",
    "relations": """CREATE TABLE relations (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL, annotator TEXT NOT NULL, label TEXT NOT NULL,
    from_id TEXT NOT NULL, to_id TEXT NOT NULL, attributes TEXT NOT NULL, derived_from TEXT, decided_by TEXT
) STRICT""",
    "refusals": """CREATE TABLE refusals (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL, annotator TEXT NOT NULL, label TEXT NOT NULL, parts TEXT NOT NULL
) STRICT""",
    "settings": """CREATE TABLE settings (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT""",
}

INDEXES = """
CREATE INDEX documents_list ON documents (added, id, title, direction);
CREATE INDEX origins_document ON origins (document_id);
CREATE INDEX annotation_sets_document ON annotation_sets (document_id, annotator, status);
CREATE INDEX actor_aliases_actor ON actor_aliases (actor_id);
CREATE INDEX actors_merged ON actors (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX spans_document ON spans (document_id, annotator, start);
CREATE INDEX spans_actor ON spans (actor_id);
CREATE INDEX spans_derived ON spans (derived_from) WHERE derived_from IS NOT NULL;
CREATE INDEX relations_document ON relations (document_id, annotator);
CREATE INDEX relations_from ON relations (from_id);
CREATE INDEX relations_to ON relations (to_id);
CREATE INDEX refusals_document ON refusals (document_id, annotator);
CREATE TRIGGER documents_text_is_immutable BEFORE UPDATE OF text ON documents WHEN old.text IS NOT new.text
BEGIN SELECT RAISE(ABORT, 'the text of a document never changes'); END;
"""

JOURNAL = """
CREATE TABLE changes (
    uid TEXT PRIMARY KEY, stamp TEXT NOT NULL, annotator TEXT NOT NULL, replica TEXT NOT NULL,
    counter INTEGER NOT NULL, action TEXT NOT NULL, undoes TEXT, "table" TEXT NOT NULL, row_id TEXT NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('put', 'delete')), row TEXT, shape INTEGER NOT NULL,
    CHECK ((op = 'put') = (row IS NOT NULL))
) STRICT;
CREATE TABLE project (id TEXT PRIMARY KEY) STRICT;
"""

JOURNAL_INDEXES = f"""
CREATE INDEX changes_row ON changes ("table", row_id, stamp, uid);
CREATE INDEX changes_replica ON changes (replica, counter);
CREATE INDEX changes_stamp ON changes (annotator, replica, stamp);
CREATE INDEX changes_latest ON changes (stamp);
CREATE INDEX changes_action ON changes (action);
{HISTORY}"""

# What follows from the rows above and is made anew where they change: the labels of the scheme, the entry that each
# merged actor has become, and the relations that are not shown, with the reason.
DERIVED_TABLES = """
CREATE TABLE known_labels (key TEXT PRIMARY KEY, names_actor INTEGER NOT NULL) STRICT;
CREATE TABLE actor_roots (id TEXT PRIMARY KEY, root TEXT NOT NULL) STRICT;
CREATE INDEX actor_roots_root ON actor_roots (root);
CREATE TABLE hidden_relations (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL, annotator TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX hidden_relations_document ON hidden_relations (document_id, annotator);
"""

_MARKS_AND_LINKS = {
    "marks": """SELECT s.id, s.document_id, s.annotator, s.label, s.start, s."end", s.parts, s.attributes,
    CASE WHEN k.names_actor THEN coalesce(r.root, a.id) END AS actor_id, s.derived_from, s.decided_by
FROM spans AS s CROSS JOIN known_labels AS k ON k.key = s.label
LEFT JOIN actors AS a ON a.id = s.actor_id LEFT JOIN actor_roots AS r ON r.id = a.id
WHERE EXISTS (SELECT 1 FROM documents AS d WHERE d.id = s.document_id)""",
    "links": """SELECT r.* FROM relations AS r
CROSS JOIN marks AS f ON f.id = r.from_id CROSS JOIN marks AS t ON t.id = r.to_id
WHERE NOT EXISTS (SELECT 1 FROM hidden_relations AS h WHERE h.id = r.id)""",
}

VIEWS = f"""
CREATE VIEW marks AS {_MARKS_AND_LINKS["marks"]};
CREATE VIEW links AS {_MARKS_AND_LINKS["links"]};{views_of("marks", "links")}"""
