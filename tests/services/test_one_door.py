"""`Project` is the one door: everything is done through it, and each of its methods leads to one use case."""

import ast
import inspect
import sys
import threading
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest

import annotator
from annotator import Project
from annotator.domain.change import Changes
from annotator.domain.document import Document
from annotator.errors import InputError, NotFoundError
from annotator.services import articles, marks
from annotator.services.door.file import ProjectFile

HOME = Path(annotator.__file__).parent
TEXT = "قال الوزير سامر إن «الميناء جاهز»، وأضاف أن العمل بدأ."


@pytest.fixture
def document(project: Project) -> Document:
    return project.add_document(TEXT, title="الميناء")


# How the code is laid out


def modules(package: str) -> dict[str, Path]:
    """The modules of a package below `annotator`, by dotted name."""
    paths = sorted((HOME / package).rglob("*.py")) if (HOME / package).is_dir() else [HOME / f"{package}.py"]
    return {f"annotator.{'.'.join(path.relative_to(HOME).with_suffix('').parts)}": path for path in paths}


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """Module and name of everything that a file imports, inside functions and for types as well."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            yield from ((node.module, alias.name) for alias in node.names)


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """One circle of a graph, [] if it has none."""
    done: set[str] = set()
    way: list[str] = []

    def visit(node: str) -> list[str]:
        if node in way:
            return [*way[way.index(node) :], node]
        if node in done:
            return []
        way.append(node)
        found = next((found for one in sorted(graph[node]) if (found := visit(one))), [])
        way.pop()
        done.add(node)
        return found

    return next((found for node in graph if (found := visit(node))), [])


@pytest.mark.parametrize("package", ["services", "text", "domain", "cli"])
def test_no_files_import_each_other_in_a_circle(package: str) -> None:
    known = modules(package)
    graph = {
        name: {target for module, item in imports(path) for target in (f"{module}.{item}", module) if target in known}
        - {name}
        for name, path in known.items()
    }
    assert circle(graph) == []


@pytest.mark.parametrize("package", ["ui", "cli", "app"])
def test_the_window_and_the_command_line_pass_nothing_by(package: str) -> None:
    passed = []
    for name, path in modules(package).items():
        for module, item in imports(path):
            if module.startswith("annotator.services"):
                found = getattr(import_module(module), item, None)
                if inspect.isfunction(found) and works_on_a_project(found):
                    passed.append(f"{name}: {module}.{item}")
    assert passed == []


def works_on_a_project(function: object) -> bool:
    """Whether a function takes an open project, or a connection to one."""
    assert inspect.isfunction(function)
    kinds = {str(parameter.annotation) for parameter in inspect.signature(function).parameters.values()}
    return any("Project" in kind or "Connection" in kind for kind in kinds)


def test_use_cases_work_on_the_file_and_not_on_the_door() -> None:
    for name, path in modules("services").items():
        known = {item for module, item in imports(path) if module == "annotator.services.project"}
        # Those that make a project of their own need one.
        assert known <= ({"Project"} if name.endswith((".sample", ".tour")) else set()), name


def test_each_method_of_the_door_is_a_line() -> None:
    source = ast.parse((HOME / "services" / "project.py").read_text(encoding="utf-8"))
    door = next(node for node in source.body if isinstance(node, ast.ClassDef))
    for method in door.body:
        if isinstance(method, ast.FunctionDef):
            body = [line for line in method.body[1:] if not isinstance(line, ast.ImportFrom)]
            assert len(body) == 1, method.name


# What the doors do


def test_a_claim_that_is_accepted_brings_its_source_and_cue(project: Project, document: Document) -> None:
    project.suggest(["cues"])
    claim = next(span for span in project.suggestions(document.id) if span.label == "claim")
    taken = project.accept(claim.id)
    assert {span.label for span in taken} == {"claim", "cue", "actor"}
    assert {relation.label for relation in project.relations(document.id)} == {"source", "cue"}
    project.undo()
    assert project.spans(document.id) == []
    assert [span.label for span in project.accept(claim.id, alone=True)] == ["claim"]


def test_a_claim_that_is_refused_takes_its_cue_along_and_leaves_the_name(project: Project, document: Document) -> None:
    project.suggest(["cues"])
    before = project.suggestions(document.id)
    claim = next(span for span in before if span.label == "claim")
    project.reject(claim.id)
    gone = [span.label for span in before if span not in project.suggestions(document.id)]
    assert sorted(gone) == ["claim", "cue"]


def test_an_article_is_removed_with_everything_on_it_and_comes_back_whole(project: Project, document: Document) -> None:
    other = project.add_document("مقال آخر.")
    project.suggest(["cues"])
    claim = next(span for span in project.suggestions(document.id) if span.label == "claim")
    project.accept(claim.id)
    project.reject(*(span.id for span in project.suggestions(document.id)))
    actor = project.add_actor("سامر", "person")
    mention = next(span for span in project.spans(document.id) if span.label == "actor")
    project.update(mention.id, actor_id=actor.id)
    before = project.spans(document.id), project.relations(document.id), project.status(document.id)
    project.remove_document(document.id)
    assert [one.id for one in project.documents()] == [other.id]
    assert project.search("الميناء") == [] and project.mention_counts() == {}
    assert project.check() == []
    project.undo()
    assert [one.id for one in project.documents()] == [document.id, other.id]
    assert (project.spans(document.id), project.relations(document.id), project.status(document.id)) == before
    assert project.document(document.id) == document
    assert [hit.document_id for hit in project.search("الميناء")] == [document.id]
    assert project.check() == []
    with pytest.raises(NotFoundError):
        project.remove_document("nothing")


def test_only_what_a_mark_has_can_be_changed(project: Project, document: Document) -> None:
    claim = project.annotate(document.id, (19, 32), "claim")
    cue = project.annotate(document.id, (0, 3), "cue")
    link = project.link(claim.id, cue.id, "cue")
    assert project.update(claim.id, parts=(20, 32)) == project.span(claim.id)
    with pytest.raises(InputError, match="A relation has no 'label' to change"):
        project.update(link.id, label="source")
    with pytest.raises(NotFoundError):
        project.update("nothing", attributes={})


def test_what_listens_cannot_make_an_action_fail(
    project: Project, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: reported.append(kind))
    heard: list[Changes] = []

    def broken(_: Changes) -> None:
        raise ZeroDivisionError("a bug in a view")

    project.listen(broken)
    project.listen(heard.append)
    mark = project.annotate(document.id, (0, 3), "cue")
    assert project.spans(document.id) == [mark]
    assert (reported, len(heard)) == ([ZeroDivisionError], 1)


def test_what_is_read_together_is_of_one_moment(project: Project, document: Document) -> None:
    first = project.annotate(document.id, (0, 3), "cue")
    written = threading.Event()

    def write() -> None:
        project.annotate(document.id, (4, 10), "actor")
        written.set()

    writer = threading.Thread(target=write)
    with project.reading():
        assert project.spans(document.id) == [first]
        writer.start()
        assert not written.wait(0.2)
        assert project.spans(document.id) == [first]
        assert project.status(document.id) == "doing"
    writer.join()
    assert len(project.spans(document.id)) == 2


def test_scripts_may_call_the_use_cases_themselves(project: Project) -> None:
    assert isinstance(project, ProjectFile)
    made = articles.add(project, TEXT)
    mark = marks.make(project, made.id, (0, 3), "cue")
    assert project.spans(made.id) == [mark]
