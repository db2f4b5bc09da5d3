"""Schemes: found by name or in a file, and changed under marks that are there already."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from annotator import Project
from annotator.domain.change import Changes
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.scheme_change import Loss
from annotator.domain.span import Span
from annotator.errors import InputError, NotFoundError, SchemeError
from annotator.services.schemes import load_scheme, save_scheme, shipped

TEXT = "قال الوزير إن الميناء سيفتح، وقال أيضًا إن العقد وُقّع."


@pytest.fixture
def marked(tmp_path: Path) -> Iterator[Project]:
    """Two claims of one source, the second of whom reports the first; layla's."""
    with Project.create(tmp_path / "p.musnad") as project:
        document = project.add_document(TEXT)
        actor = project.annotate(document.id, (4, 10), "actor")
        cue = project.annotate(document.id, (0, 3), "cue", {"act": "say"})
        first = project.annotate(document.id, (14, 27), "claim", {"polarity": "denied"})
        second = project.annotate(document.id, (43, 53), "claim")
        project.link(first.id, actor.id, "source")
        project.link(first.id, cue.id, "cue")
        project.link(second.id, actor.id, "source")
        project.link(second.id, actor.id, "target", {"stance": "against"})
        yield project


def state(project: Project) -> tuple[Scheme, list[Span], list[Relation]]:
    document = project.documents()[0]
    return project.scheme, project.spans(document.id), project.relations(document.id)


def edited(scheme: Scheme, table: str, which: str, **fields: object) -> Scheme:
    items = getattr(scheme, table)
    fresh = tuple(msgspec.structs.replace(item, **fields) if item.key == which else item for item in items)
    return msgspec.structs.replace(scheme, **{table: fresh})


def without(scheme: Scheme, label: str) -> Scheme:
    """The scheme without a label, and without what needs it."""
    relations = tuple(kind for kind in scheme.relations if label not in (*kind.from_, *kind.to))
    roles = tuple(kind.key for kind in relations)
    frames = tuple(
        msgspec.structs.replace(
            frame,
            roles=tuple(role for role in frame.roles if role in roles),
            expected=tuple(role for role in frame.expected if role in roles),
        )
        for frame in scheme.frames
        if frame.head != label
    )
    labels = tuple(item for item in scheme.labels if item.key != label)
    return msgspec.structs.replace(scheme, labels=labels, relations=relations, frames=frames)


def test_schemes_are_found_by_name_or_file(tmp_path: Path) -> None:
    assert shipped() == ["actors-claims", "wojood"]
    with pytest.raises(NotFoundError, match="actors-claims, wojood"):
        load_scheme("nothing")
    (tmp_path / "bad.toml").write_bytes(b"[scheme]\nname = '\xff'")
    with pytest.raises(SchemeError, match="byte 17 is not UTF-8"):
        load_scheme(tmp_path / "bad.toml")


def test_a_new_title_is_a_new_version_and_touches_no_mark(marked: Project) -> None:
    heard: list[Changes] = []
    marked.listen(heard.append)
    before = state(marked)
    scheme = marked.set_scheme(edited(marked.scheme, "labels", "claim", title={"en": "Statement"}))
    assert scheme.version == 2 and marked.scheme == scheme
    assert state(marked)[1:] == before[1:]
    assert [set(changes.rows) for changes in heard] == [{"settings"}]
    assert marked.check() == []


def test_the_same_scheme_again_is_no_change(marked: Project) -> None:
    heard: list[Changes] = []
    marked.listen(heard.append)
    assert marked.set_scheme(load_scheme("actors-claims")) == marked.scheme
    assert marked.scheme.version == 1 and heard == []


def test_another_scheme_keeps_its_own_version(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.musnad") as project:
        assert project.set_scheme(load_scheme("wojood")) == load_scheme("wojood")


def test_what_would_lose_its_place_is_told_and_refused(marked: Project) -> None:
    scheme = without(marked.scheme, "claim")
    before = state(marked)
    change = marked.scheme_change(scheme)
    assert change.losses == (Loss("labels.claim", "label", 2),)
    assert (change.spans, change.relations) == (2, 4)
    with pytest.raises(InputError, match=r"labels\.claim \(2\)"):
        marked.set_scheme(scheme)
    assert state(marked) == before


def test_marks_follow_or_go_and_one_undo_brings_everything_back(marked: Project) -> None:
    before = state(marked)
    scheme = edited(without(marked.scheme, "cue"), "labels", "actor", key="speaker")
    relations = tuple(
        msgspec.structs.replace(kind, to=tuple("speaker" if end == "actor" else end for end in kind.to))
        for kind in scheme.relations
    )
    scheme = msgspec.structs.replace(scheme, relations=relations)
    marked.set_scheme(scheme, {"labels.actor": "speaker"}, drop=True)
    _, spans, links = state(marked)
    assert sorted(span.label for span in spans) == ["claim", "claim", "speaker"]
    assert sorted(link.label for link in links) == ["source", "source", "target"]
    assert marked.check() == []
    after = state(marked)
    marked.undo()
    assert state(marked) == before
    marked.redo()
    assert state(marked) == after


def test_a_removed_label_can_be_mapped_to_another(marked: Project) -> None:
    scheme = without(marked.scheme, "cue")
    marked.set_scheme(scheme, {"labels.cue": "claim"}, drop=True)
    document = marked.documents()[0]
    assert sorted(span.label for span in marked.spans(document.id)) == ["actor", "claim", "claim", "claim"]


def test_values_follow(marked: Project) -> None:
    label = marked.scheme.label("claim")
    attributes = tuple(
        msgspec.structs.replace(
            item,
            values=tuple(
                msgspec.structs.replace(value, key="negated") if value.key == "denied" else value
                for value in item.listed
            ),
        )
        if item.key == "polarity"
        else item
        for item in label.attributes
    )
    scheme = edited(marked.scheme, "labels", "claim", attributes=attributes)
    assert marked.scheme_change(scheme).losses == (Loss("labels.claim.polarity.denied", "value", 1),)
    marked.set_scheme(scheme, {"labels.claim.polarity.denied": "negated"})
    said = [span.attributes.get("polarity") for span in marked.spans(marked.documents()[0].id)]
    assert said.count("negated") == 1 and "denied" not in said


def test_links_that_are_too_many_or_repeat_go(marked: Project) -> None:
    document = marked.documents()[0]
    head = next(span for span in marked.spans(document.id) if span.label == "claim")
    other = marked.annotate(document.id, (14, 21), "actor")
    marked.link(head.id, other.id, "source")
    fewer = edited(marked.scheme, "relations", "source", most=1)
    assert marked.scheme_change(fewer).losses == (Loss("relations.source", "links", 1),)
    # The second claim has the same actor as source and as target: as one relation they are one link.
    kinds = tuple(kind for kind in marked.scheme.relations if kind.key != "target")
    frames = (msgspec.structs.replace(marked.scheme.frames[0], roles=("source", "cue", "addressee")),)
    joined = msgspec.structs.replace(marked.scheme, relations=kinds, frames=frames)
    losses = marked.scheme_change(joined, {"relations.target": "source"}).losses
    assert {loss.kind for loss in losses} == {"attribute", "links"}


def test_a_faulty_scheme_is_refused(marked: Project) -> None:
    with pytest.raises(SchemeError, match="'claim', which does not exist"):
        marked.set_scheme(msgspec.structs.replace(marked.scheme, labels=marked.scheme.labels[:2]))
    assert marked.scheme.version == 1


def test_a_change_of_scheme_can_be_undone_after_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path) as project:
        project.set_scheme(load_scheme("wojood"))
    with Project.open(path) as project:
        assert project.scheme.name == "wojood"
        project.undo()
        assert project.scheme.name == "actors-claims"
        assert not project.can_undo
        project.redo()
        assert project.scheme.name == "wojood"


def test_what_a_colleagues_scheme_has_no_label_for_cannot_come_back(tmp_path: Path) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document(TEXT)
        project.delete(project.annotate(document.id, (0, 3), "cue").id)
    with Project.open(path, annotator="omar") as project:
        project.set_scheme(without(project.scheme, "cue"))
    with Project.open(path, annotator="layla") as project:
        with pytest.raises(InputError, match="no longer has 'cue'"):
            project.undo()
        assert project.spans(document.id) == [] and project.check() == []


def test_suggesters_are_calm_where_the_scheme_has_none_of_their_labels(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.musnad", scheme="wojood") as project:
        document = project.add_document("أعلن سامر الحلبي أن الميناء سيفتح. وقال سامر الحلبي إن العقد جاهز.")
        project.add_actor("سامر الحلبي", "person")
        project.annotate(document.id, (5, 16), "pers")
        report = project.suggest(["aliases", "cues", "repeats"])
        assert (report.failed, report.found) == ([], {"aliases": 0, "cues": 0, "repeats": 1})
        assert project.check() == []


def test_a_scheme_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    save_scheme(load_scheme("actors-claims"), file)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert load_scheme(file) == load_scheme("actors-claims")


HEAD = '[scheme]\nname = "x"\nversion = 1\n\n'


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ("x = " + "[" * 20_000, "its brackets are nested too deep"),
        ("x = " + "{a = " * 20_000, "its brackets are nested too deep"),
        (HEAD.replace("1", "9" * 5000), "a number that is too long"),
        (HEAD.replace("1", "9" * 4000) + '[[labels]]\nkey = "a"', "line 3: the version must be 1000000 at most"),
        (HEAD + "a" + ".a" * 50_000 + " = 1", "line 5: its keys are nested too deep"),
        (HEAD + "[" + "a." * 50_000 + "a]", "line 5: its keys are nested too deep"),
        (HEAD + "".join(f'[[labels]]\nkey = "l{number}"\n' for number in range(2000)), "may have 1000 of these"),
        (HEAD + f'[[labels]]\nkey = "{"k" * 100_000}!"', "the key 'kkk.*…k*!' must be lower-case"),
        (HEAD + 'title = { en = "' + "x" * 2**20, "a scheme may have 1024 KiB"),
    ],
)
def test_a_scheme_that_would_take_for_ever_is_refused_at_once(toml: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(SchemeError, match=rf"s\.toml.*{reason}") as told:
        load_scheme(tmp_path / "s.toml")
    assert len(str(told.value)) < 500


@pytest.mark.parametrize("name", ["a\0b", "\udcff", "", "x" * 5000, "none.toml"])
def test_names_of_no_scheme(name: str) -> None:
    with pytest.raises((NotFoundError, SchemeError)):
        load_scheme(name)
