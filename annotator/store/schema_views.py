"""The views for other tools, as SQL: who says what about whom, by what the scheme says that its keys mean.

They read the scheme where it stands, in the settings, so they follow it whatever its keys are. substr() counts code
points, as our offsets do. SQLite has `->>` only from 3.38 on, and Ubuntu 22.04 has 3.37.
"""

from annotator.store.schema import DEEPER_QUOTE, QUOTE

VIEWS_BY_MEANING = f"""
DROP VIEW mentions_view;
DROP VIEW claims_view;
CREATE VIEW mentions_view AS
SELECT s.id, s.document_id, d.title AS document, s.annotator, s.label, s.start, s."end",
    {QUOTE} AS mention,
    a.name AS actor, a.kind AS kind, a.wikidata AS wikidata
FROM marks AS s JOIN documents AS d ON d.id = s.document_id LEFT JOIN actors AS a ON a.id = s.actor_id
WHERE s.actor_id IS NOT NULL OR s.label IN (
    SELECT json_extract(l.value, '$.key') FROM settings AS t, json_each(t.value, '$.labels') AS l
    WHERE t.id = 'scheme' AND json_extract(l.value, '$.names_actor'));
CREATE VIEW claims_view AS
WITH roles AS (
    SELECT json_extract(k.value, '$.key') AS label, e.value AS head,
        CASE WHEN json_type(k.value, '$.means') IS NULL THEN json_extract(k.value, '$.key')
             ELSE json_extract(k.value, '$.means') END AS means
    FROM settings AS t, json_each(t.value, '$.relations') AS k, json_each(k.value, '$.from') AS e
    WHERE t.id = 'scheme'
), heads AS (
    SELECT json_extract(f.value, '$.head') AS label FROM settings AS t, json_each(t.value, '$.frames') AS f
    WHERE t.id = 'scheme' AND json_extract(f.value, '$.head') IN (
        SELECT head FROM roles WHERE means IN ('source', 'cue', 'target'))
), quoted AS (
    SELECT s.id, s.document_id, d.title AS document, s.annotator, s.label, s.start, s."end",
        {DEEPER_QUOTE} AS quote
    FROM marks AS s JOIN documents AS d ON d.id = s.document_id
)
SELECT c.id, c.document_id, c.document, c.annotator, c.start, c."end", c.quote AS claim,
    (SELECT group_concat(q.quote, '; ') FROM links AS r JOIN quoted AS q ON q.id = r.to_id
     WHERE r.from_id = c.id
     AND r.label IN (SELECT label FROM roles WHERE head = c.label AND means = 'source')) AS source,
    (SELECT group_concat(q.quote, '; ') FROM links AS r JOIN quoted AS q ON q.id = r.to_id
     WHERE r.from_id = c.id
     AND r.label IN (SELECT label FROM roles WHERE head = c.label AND means = 'cue')) AS cue,
    (SELECT group_concat(q.quote, '; ') FROM links AS r JOIN quoted AS q ON q.id = r.to_id
     WHERE r.from_id = c.id
     AND r.label IN (SELECT label FROM roles WHERE head = c.label AND means = 'target')) AS target
FROM quoted AS c WHERE c.label IN (SELECT label FROM heads);
"""
