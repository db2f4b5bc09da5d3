"""The same words, marked wherever they stand."""

from annotator import Project


def test_a_place_that_was_marked_meanwhile_is_marked_once(project: Project) -> None:
    document = project.add_document("زار رائد الحلبي المرفأ، وعاد رائد الحلبي.")
    first, second = (document.text.index("رائد", at) for at in (0, 20))
    project.annotate(document.id, (first, first + 11), "actor")
    places = [(document.id, (start, start + 11)) for start in (first, second, second)]
    [made] = project.annotate_many(places, "actor")
    assert made.start == second and len(project.spans(document.id)) == 2
    project.undo()
    assert [span.start for span in project.spans(document.id)] == [first]


def test_the_project_is_searched_for_all_that_an_article_is(project: Project) -> None:
    for mark, other in (("أبو مازن", "أبي مازن"), ("«المدار»", "المدار"), ("ك. ر. جونسون", "ك.ر. جونسون")):
        first = project.add_document(f"وصل {mark} أمس.")
        second = project.add_document(f"التقى الوفد {other} صباحًا.")
        start = first.text.index(mark)
        span = project.annotate(first.id, (start, start + len(mark)), "actor")
        found = [hit.document_id for hit in project.everywhere(span.id)]
        assert found == [hit.document_id for hit in project.everywhere(span.id, second.id)] == [second.id]
