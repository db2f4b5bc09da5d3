"""The shape of the registry of statements, as SQL, and of marks that are linked to it."""

STATEMENTS = """
CREATE TABLE statements (
    id TEXT PRIMARY KEY, text TEXT NOT NULL, parent_id TEXT, note TEXT NOT NULL, color TEXT NOT NULL, merged_into TEXT
) STRICT;
CREATE INDEX statements_merged ON statements (merged_into) WHERE merged_into IS NOT NULL;
ALTER TABLE spans ADD COLUMN statement_id TEXT;
ALTER TABLE spans ADD COLUMN agreement TEXT;
CREATE INDEX spans_statement ON spans (statement_id) WHERE statement_id IS NOT NULL;
CREATE TABLE statement_roots (id TEXT PRIMARY KEY, root TEXT NOT NULL) STRICT;
CREATE INDEX statement_roots_root ON statement_roots (root);
DROP TABLE known_labels;
CREATE TABLE known_labels (
    key TEXT PRIMARY KEY, names_actor INTEGER NOT NULL, is_claim INTEGER NOT NULL
) STRICT;
DROP VIEW marks;
"""

# CROSS JOIN keeps SQLite from beginning with the few labels instead of with the marks that are asked for. An entry
# that a mark names is looked up only where it names one.
SHOWN = {
    "marks": """SELECT s.id, s.document_id, s.annotator, s.label, s.start, s."end", s.parts, s.attributes,
    CASE WHEN k.names_actor THEN coalesce(r.root, a.id) END AS actor_id, s.derived_from, s.decided_by,
    CASE WHEN k.is_claim THEN coalesce(p.root, t.id) END AS statement_id,
    CASE WHEN k.is_claim AND t.id IS NOT NULL THEN s.agreement END AS agreement
FROM spans AS s CROSS JOIN known_labels AS k ON k.key = s.label
LEFT JOIN actors AS a ON a.id = s.actor_id LEFT JOIN actor_roots AS r ON r.id = a.id
LEFT JOIN statements AS t ON t.id = s.statement_id LEFT JOIN statement_roots AS p ON p.id = t.id
WHERE EXISTS (SELECT 1 FROM documents AS d WHERE d.id = s.document_id)""",
    "links": """SELECT r.* FROM relations AS r
CROSS JOIN marks AS f ON f.id = r.from_id CROSS JOIN marks AS t ON t.id = r.to_id
WHERE NOT EXISTS (SELECT 1 FROM hidden_relations AS h WHERE h.id = r.id)""",
}
"""The views through which marks and relations are read."""
