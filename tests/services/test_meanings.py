"""The program follows the scheme: with every key of the default scheme renamed, all of it is as before."""

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from annotator import Project
from annotator.domain import meanings
from annotator.domain.meanings import VALUES, has_meanings, with_meanings
from annotator.domain.scheme import Attribute, FrameType, Label, RelationType, Scheme
from annotator.services.schemes import load_scheme
from tests.older import make_older

TEXT = (
    "أكد وزير النقل سامر الحلبي أن الميناء سيفتح في موعده.\n"
    "ونفت وزارة المالية وجود أي خطة للبيع.\n"
    "وقال مصدر مطلع إن رئيس النقابة أعلن أن العمال «سيضربون غدًا عن العمل».\n"
    "ورفضت الشركة التعليق.\n"
)
NAMES = "زار سامر الحلبي الميناء."
Keys = dict[str, str]


def _renamed_attribute(attribute: Attribute) -> Attribute:
    values = tuple(replace(value, key=f"v_{value.key}") for value in attribute.listed)
    default = None if attribute.default is None else f"v_{attribute.default}"
    return replace(attribute, key=f"a_{attribute.key}", values=values, default=default)


def renamed(scheme: Scheme) -> Scheme:
    """The scheme with another key for everything that has one."""

    def attributes(item: Label | RelationType) -> tuple[Attribute, ...]:
        return tuple(map(_renamed_attribute, item.attributes))

    def ends(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"l_{key}" for key in keys)

    return replace(
        scheme,
        labels=tuple(replace(one, key=f"l_{one.key}", attributes=attributes(one)) for one in scheme.labels),
        relations=tuple(
            replace(one, key=f"r_{one.key}", from_=ends(one.from_), to=ends(one.to), attributes=attributes(one))
            for one in scheme.relations
        ),
        frames=tuple(
            replace(
                one,
                head=f"l_{one.head}",
                roles=tuple(f"r_{role}" for role in one.roles),
                expected=tuple(f"r_{role}" for role in one.expected),
            )
            for one in scheme.frames
        ),
    )


def _items(scheme: Scheme) -> list[Label | RelationType]:
    return [*scheme.labels, *scheme.relations]


DEFAULT = load_scheme("actors-claims")
RENAMED = renamed(DEFAULT)


class Told:
    """What a project with one of the two schemes came to, in the keys of the default scheme."""

    def __init__(self, path: Path, scheme: Scheme) -> None:
        self._plain = scheme is DEFAULT
        with Project.create(path, scheme=scheme, annotator="layla") as project:
            self._work(project, path)
        with closing(sqlite3.connect(path)) as connection:
            self.claims = sorted(connection.execute("SELECT claim, source, cue, target FROM claims_view"), key=repr)
            rows = connection.execute("SELECT mention, actor, kind FROM mentions_view")
            self.mentions = sorted(((mention, actor, self._key(kind)) for mention, actor, kind in rows), key=repr)

    def _work(self, project: Project, path: Path) -> None:
        document = project.add_document(TEXT, title="ت")
        other = project.add_document(NAMES, title="ث")
        project.suggest(["cues"])
        self.suggested = [self._span(span) for span in project.suggestions(document.id)]
        project.accept(*(span.id for span in project.suggestions(document.id)))
        self.accepted = [self._span(span) for span in project.spans(document.id)]
        links = project.relations(document.id)
        where = {span.id: span.parts for span in project.spans(document.id)}
        self.links = [(where[one.from_id], self._key(one.label), where[one.to_id]) for one in links]
        self.frames = [
            (where[frame.head], {self._key(role): len(ids) for role, ids in frame.roles.items()})
            for frame in project.frames(document.id)
        ]
        self.missing = [
            [self._key(role) for role in frame.missing(project.scheme)] for frame in project.frames(document.id)
        ]
        self._link_actors(project, document.id)
        project.suggest(["aliases", "repeats"])
        self.elsewhere = [self._span(span) for span in project.suggestions(other.id)]
        self.statements = [
            (one.quote, one.sources, one.targets, self._key(one.stance), self._key(one.polarity))
            for one in project.statements()
        ]
        against = project.statements(stance="against" if self._plain else "v_against")
        self.against = [one.quote for one in against]
        project.export("jsonl", path.with_suffix(".jsonl"))
        self.exported = [self._record(line) for line in path.with_suffix(".jsonl").read_text().splitlines()]
        self.kinds = self._imported_kinds(project, path.with_suffix(".csv"))
        self.problems = project.check()

    def _link_actors(self, project: Project, document_id: str) -> None:
        source, target = ("source", "target") if self._plain else ("r_source", "r_target")
        actor = "actor" if self._plain else "l_actor"
        claim = project.frames(document_id)[0].head
        [speaker] = project.frames(document_id)[0].roles[source]
        entry = project.name_actor(speaker, "سامر الحلبي", "person" if self._plain else "v_person")
        mention = project.annotate(document_id, (TEXT.index("الميناء"), TEXT.index("الميناء") + 7), actor)
        link = project.link(claim, mention.id, target)
        stance = {"stance": "against"} if self._plain else {"a_stance": "v_against"}
        project.update(link.id, attributes=stance)
        self.of_actor = [one.quote for one in project.statements(source=entry.id)]

    def _imported_kinds(self, project: Project, table: Path) -> list[str | None]:
        with table.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([["name", "kind"], ["الأولى", "منظمة"], ["الثاني", "Person"]])
        project.import_actors(table)
        return [self._key(actor.kind) for actor in project.actors()]

    def _span(self, span: Any) -> tuple[Any, ...]:
        attributes = {self._key(key): self._key(value) for key, value in span.attributes.items()}
        return span.parts, self._key(span.label), attributes

    def _record(self, line: str) -> Any:
        record = json.loads(line)
        ids = {one["id"]: f"span at {one['parts']}" for one in record["spans"]}
        gone = ("id", "from", "to", "derived_from", "document_id")
        return self._without_ids(record, {**ids, **dict.fromkeys(gone, "")})

    def _without_ids(self, value: Any, ids: Keys) -> Any:
        if isinstance(value, dict):
            kept = {self._key(key): below for key, below in value.items() if key not in ("id", "derived_from")}
            return {key: self._without_ids(below, ids) for key, below in kept.items()}
        if isinstance(value, list):
            return [self._without_ids(below, ids) for below in value]
        return ids.get(value, self._key(value)) if isinstance(value, str) else value

    def _key(self, key: Any) -> Any:
        """The key in the default scheme."""
        if self._plain or not isinstance(key, str) or key[:2] not in ("l_", "r_", "a_", "v_"):
            return key
        return key[2:]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, Told]:
    folder = tmp_path_factory.mktemp("meanings")
    return Told(folder / "plain.musnad", DEFAULT), Told(folder / "renamed.musnad", RENAMED)


def test_every_key_is_another() -> None:
    keys = {one.key for one in _items(DEFAULT)}
    assert keys.isdisjoint(one.key for one in _items(RENAMED))


@pytest.mark.parametrize(
    "part",
    [
        *("suggested", "accepted", "links", "frames", "missing", "elsewhere", "statements", "against", "of_actor"),
        *("exported", "kinds", "claims", "mentions", "problems"),
    ],
)
def test_with_other_keys_all_is_as_before(both: tuple[Told, Told], part: str) -> None:
    plain, other = both
    assert getattr(plain, part) == getattr(other, part)
    assert getattr(plain, part) or part == "problems"


def test_what_was_compared_holds_what_rests_on_meanings(both: tuple[Told, Told]) -> None:
    plain, _ = both
    said = [attributes for _, label, attributes in plain.suggested if label == "claim"]
    assert {one["polarity"] for one in said} == {"affirmed", "denied", "no_comment"}
    assert {one["quote_type"] for one in said} == {"indirect", "mixed"}
    assert any(label == "reported_by" for _, label, _ in plain.links)
    assert any(attributes.get("kind") == "unnamed_source" for _, _, attributes in plain.suggested)
    assert any(attributes.get("mention") == "name" for _, _, attributes in plain.elsewhere)
    assert plain.against and plain.of_actor
    assert any(source and cue for _, source, cue, _ in plain.claims)


# What has no meaning


def test_a_scheme_that_means_nothing_gets_nothing_that_rests_on_it(tmp_path: Path) -> None:
    label = Label(key="thing", attributes=(Attribute(key="size", values="number"),))
    link = RelationType(key="part_of", from_=("thing",), to=("thing",))
    scheme = Scheme(
        name="things",
        version=1,
        labels=(label,),
        relations=(link,),
        frames=(FrameType(head="thing", roles=("part_of",)),),
    )
    with Project.create(tmp_path / "p.musnad", scheme=scheme, annotator="layla") as project:
        document = project.add_document(TEXT)
        project.annotate(document.id, (0, 4), "thing", {"size": "3.5"})
        report = project.suggest(["cues", "aliases"])
        assert report.found == {"cues": 0, "aliases": 0}
        assert not report.failed
        assert "means what somebody says" in str(dict(report.idle)["cues"])
        assert "names actors" in str(dict(report.idle)["aliases"])
        assert project.statements() == []
        with closing(sqlite3.connect(project.path)) as connection:
            assert connection.execute("SELECT count(*) FROM claims_view").fetchone() == (0,)
        assert project.check() == []


# Projects from before schemes said what they mean


def test_a_scheme_from_before_is_read_with_the_meanings_that_its_keys_had(tmp_path: Path) -> None:
    path = tmp_path / "old.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document(TEXT)
    make_older(path, 4)
    _forget_meanings(path)
    with Project.open(path, annotator="layla") as project:
        assert project.scheme == DEFAULT
        project.suggest(["cues"])
        project.accept(*(span.id for span in project.suggestions(document.id)))
        assert project.statements()
        assert project.check() == []
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM claims_view WHERE source IS NOT NULL").fetchone()[0] > 0


def _forget_meanings(path: Path) -> None:
    """Write the scheme as it was written before: without a word of meanings."""

    def without(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: without(below) for key, below in value.items() if key != "means"}
        return [without(below) for below in value] if isinstance(value, list) else value

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        [trigger] = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'changes_are_history_update'"
        ).fetchone()
        connection.execute("DROP TRIGGER changes_are_history_update")
        for table, column in (("settings", "value"), ("changes", "row")):
            rows = connection.execute(f"SELECT rowid, {column} FROM {table} WHERE {column} LIKE '%means%'").fetchall()
            for rowid, text in rows:
                said = json.dumps(without(json.loads(text)), ensure_ascii=False)
                connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (said, rowid))
        connection.execute(trigger)


def test_a_scheme_that_says_what_it_means_is_left_alone() -> None:
    assert has_meanings(DEFAULT)
    assert with_meanings(RENAMED) == RENAMED
    only = replace(DEFAULT, relations=tuple(replace(one, means=None) for one in DEFAULT.relations))
    assert with_meanings(only) == only
    assert meanings.roles(only, "source") == []


def test_every_meaning_of_a_value_is_said_by_the_default_scheme() -> None:
    attributes = [one for item in _items(DEFAULT) for one in item.attributes]
    said = {one.means: tuple(value.means for value in one.listed) for one in attributes if one.means is not None}
    assert said == dict(VALUES)
