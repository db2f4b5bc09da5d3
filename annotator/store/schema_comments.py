"""The shape of the table of comments, as SQL."""

# What people say about a document, or about a mark on it.
COMMENTS = """
CREATE TABLE comments (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL, annotator TEXT NOT NULL, text TEXT NOT NULL, made TEXT NOT NULL,
    span_id TEXT, reply_to TEXT
) STRICT;
CREATE INDEX comments_document ON comments (document_id, made);
"""
