"""The list of documents: the same lines whether counted or not, and read without the texts."""

import msgspec

from annotator import Project
from annotator.store import documents


def test_uncounted_lines_say_the_same_but_for_the_counts(project: Project, article: str) -> None:
    first = project.add_document(article, title="الأول", origin="https://example.org/1")
    project.add_document("نص آخر", title="الثاني")
    project.annotate(first.id, (0, 3), "cue")
    counted, bare = project.summaries(), project.summaries(counted=False)
    assert [(one.length, one.spans) for one in counted] == [(len(article), 1), (6, 0)]
    assert bare == [msgspec.structs.replace(one, length=None, spans=None) for one in counted]
    assert [one.status for one in bare] == ["doing", "todo"]


def test_the_list_reads_no_texts(project: Project) -> None:
    asked: list[str] = []
    with project.reading() as connection:
        connection.set_trace_callback(asked.append)
        documents.summaries(connection, "layla", counted=False)
        connection.set_trace_callback(None)
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {asked[0]}")]
    assert any("USING COVERING INDEX documents_list" in step for step in plan)
