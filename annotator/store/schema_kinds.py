"""The kind that a mention shows: that of the entry which it names, by whatever attribute the scheme says it.

The registry and the marks cannot contradict each other: whoever corrects the kind of an entry, here or on another
machine, corrects it for everybody's mentions. What a mark itself holds is shown again when it names nobody any more.
"""

from annotator.store.schema_statements import SHOWN as SHOWN_BEFORE

KINDS = """
CREATE TABLE known_kinds (
    label TEXT NOT NULL, kind TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (label, kind)
) STRICT;
DROP VIEW marks;
"""

# An entry is looked up only where a mark names one.
SHOWN = SHOWN_BEFORE | {
    "marks": """SELECT s.id, s.document_id, s.annotator, s.label, s.start, s."end", s.parts,
    CASE WHEN n.kind IS NULL THEN s.attributes ELSE json_set(s.attributes, n.path, n.kind) END AS attributes,
    CASE WHEN k.names_actor THEN coalesce(r.root, a.id) END AS actor_id, s.derived_from, s.decided_by,
    CASE WHEN k.is_claim THEN coalesce(p.root, t.id) END AS statement_id,
    CASE WHEN k.is_claim AND t.id IS NOT NULL THEN s.agreement END AS agreement
FROM spans AS s CROSS JOIN known_labels AS k ON k.key = s.label
LEFT JOIN actors AS a ON a.id = s.actor_id LEFT JOIN actor_roots AS r ON r.id = a.id
LEFT JOIN actors AS e ON e.id = coalesce(r.root, a.id)
LEFT JOIN known_kinds AS n ON n.label = s.label AND n.kind = e.kind
LEFT JOIN statements AS t ON t.id = s.statement_id LEFT JOIN statement_roots AS p ON p.id = t.id
WHERE EXISTS (SELECT 1 FROM documents AS d WHERE d.id = s.document_id)""",
}
"""The views through which marks and relations are read."""
