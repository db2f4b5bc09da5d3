"""Whatever a project holds: written to JSON Lines and read into a new one, it is the same project."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator import Project
from annotator.domain.actor import Actor
from annotator.domain.annotator import Annotator
from annotator.domain.change import Changes
from annotator.domain.comment import Comment
from annotator.domain.document import Document, Origin, document_id
from annotator.domain.meanings import claim_labels
from annotator.domain.relation import Relation
from annotator.domain.scheme import Attribute
from annotator.domain.span import Parts, Span
from annotator.domain.statement import AGREEMENTS, Statement
from annotator.formats.record import Record
from annotator.services.schemes import load_scheme
from annotator.text.cleaning import clean

SCHEME = load_scheme("actors-claims")
PEOPLE = (
    Annotator(handle="layla"),
    Annotator(handle="omar", name="عمر \u202eX"),
    Annotator(handle="model:ner", kind="model"),
    Annotator(handle="gold", kind="gold"),
)
PIECES = [
    *("قال", " ", "وزيرٌ", "لِلصِّينِ", "😀", "👨‍👩‍👧", "𐤀𐤁", "Delta", "،", "«", "»", '"', "\\", "{", "٪"),
    *("\n", "\r\n", "\r", "\x85", "\u2028", "\x00", "\x1b", "\t", "\ufeff", "\u00a0"),
    *("\u200b", "\u200c", "\u200f", "\u202b", "\u202e", "\u202c", "\u2066", "\u2069", "\u00ad", "\u061c"),
]

texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(lambda pieces: "ق" + "".join(pieces))
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
names = words.map(lambda word: f"م{word}")
ids = st.uuids().map(lambda uuid: uuid.hex)
origins = st.builds(
    Origin,
    url=st.none() | words,
    publisher=st.none() | words,
    published=st.none() | st.dates().map(str),
    path=st.none() | names,
)
actors = st.builds(
    Actor,
    id=ids,
    name=names,
    kind=st.sampled_from(["person", "state"]),
    aliases=st.lists(words, max_size=2, unique=True).map(tuple),
    wikidata=st.none() | st.just("Q42"),
    note=words,
)


@st.composite
def statements(draw: st.DrawFn) -> list[Statement]:
    """Some entries of the registry, each wider than the next or not."""
    found: list[Statement] = []
    for id in draw(st.lists(ids, max_size=3, unique=True)):
        made = draw(
            st.builds(Statement, id=st.just(id), text=names, note=words, color=st.sampled_from(["", "#1f78b4"]))
        )
        found.append(replace(made, parent_id=draw(st.sampled_from([None, *(one.id for one in found)]))))
    return found


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text, notes = clean(draw(texts))
    return Document(
        id=document_id(text),
        title=draw(names),
        text=text,
        language=draw(st.sampled_from(["ar", "fa", "he"])),
        direction=draw(st.sampled_from([None, "rtl", "ltr"])),
        origins=tuple(draw(st.lists(origins, max_size=2, unique_by=repr))),
        intake=notes,
    )


@st.composite
def parts(draw: st.DrawFn, length: int) -> Parts:
    """One stretch, or several that do not touch."""
    most = min(3, (length + 1) // 2)
    count = draw(st.integers(1, most)) * 2
    cuts = sorted(draw(st.lists(st.integers(0, length), min_size=count, max_size=count, unique=True)))
    return tuple(zip(cuts[::2], cuts[1::2], strict=True))


def attributes(draw: st.DrawFn, allowed: tuple[Attribute, ...]) -> dict[str, str]:
    chosen = draw(st.lists(st.sampled_from(allowed), unique_by=lambda one: one.key)) if allowed else []
    return {one.key: draw(st.sampled_from(one.listed)).key for one in chosen}


@st.composite
def spans(draw: st.DrawFn, document: Document, handle: str, registry: list[Actor], stated: list[Statement]) -> Span:
    label = draw(st.sampled_from(SCHEME.labels))
    claims = claim_labels(SCHEME)
    said = draw(st.sampled_from([None, *(one.id for one in stated)])) if label.key in claims else None
    return Span(
        id=draw(ids),
        document_id=document.id,
        annotator=handle,
        label=label.key,
        parts=draw(parts(len(document.text))),
        attributes=attributes(draw, label.attributes),
        actor_id=draw(st.sampled_from([None, *(actor.id for actor in registry)])) if label.names_actor else None,
        statement_id=said,
        agreement=None if said is None else draw(st.sampled_from([None, *AGREEMENTS])),
        derived_from=draw(st.none() | ids),
        decided_by=draw(st.sampled_from([None, "omar"])),
    )


def relations(draw: st.DrawFn, marks: list[Span]) -> tuple[Relation, ...]:
    """Some of the links that the scheme allows between these spans; no chain is longer than one."""
    found: list[Relation] = []
    for head in marks:
        for end in marks:
            fit = [one for one in SCHEME.relations if head.label in one.from_ and end.label in one.to]
            if not fit or head is end or not draw(st.booleans()):
                continue
            kind = draw(st.sampled_from(fit))
            held = [one for one in found if one.label == kind.key]
            if (kind.depth and held) or (kind.most and any(one.from_id == head.id for one in held)):
                continue
            found.append(
                Relation(
                    id=draw(ids),
                    document_id=head.document_id,
                    annotator=head.annotator,
                    label=kind.key,
                    from_id=head.id,
                    to_id=end.id,
                    attributes=attributes(draw, kind.attributes),
                    derived_from=draw(st.none() | ids),
                    decided_by=draw(st.sampled_from([None, "omar"])),
                )
            )
    return tuple(found)


def comments(draw: st.DrawFn, document: Document, marks: list[Span], *, first: bool) -> tuple[Comment, ...]:
    """Comments on marks, and on the document where this is its `first` record; each may answer the one before."""
    places = [mark.id for mark in marks] + ([None] if first else [])
    found: list[Comment] = []
    for place in draw(st.lists(st.sampled_from(places), max_size=3)) if places else []:
        answers = found[-1].id if found and found[-1].span_id == place and draw(st.booleans()) else None
        made = draw(st.sampled_from(["", "2026-03-01T12:00:00.000+00:00", "2026-03-02"]))
        author = draw(st.sampled_from(["layla", "omar", "salma"]))
        said = Comment(id=draw(ids), document_id=document.id, annotator=author, text=draw(names), made=made)
        found.append(replace(said, span_id=place, reply_to=answers))
    return tuple(found)


@st.composite
def projects(draw: st.DrawFn) -> list[Record]:
    """Everything that one project holds; the last record may carry actors that nobody names."""
    registry = draw(st.lists(actors, max_size=3, unique_by=lambda one: one.id))
    stated = draw(statements())
    records: list[Record] = []
    for document in draw(st.lists(documents(), min_size=1, max_size=3, unique_by=lambda one: one.id)):
        bare = Record(
            document=document,
            scheme_name=SCHEME.name,
            scheme_version=SCHEME.version,
            actors=tuple(registry),
            statements=tuple(stated),
        )
        people = draw(st.lists(st.sampled_from(PEOPLE), max_size=3, unique_by=lambda one: one.handle))
        for annotator in people:
            marks = draw(st.lists(spans(document, annotator.handle, registry, stated), max_size=5))
            records.append(
                replace(
                    bare,
                    annotator=annotator,
                    status=draw(st.sampled_from(["todo", "doing", "done"])),
                    spans=tuple(marks),
                    relations=relations(draw, marks),
                    comments=comments(draw, document, marks, first=annotator == min(people, key=_handle)),
                )
            )
        if not people:
            records.append(replace(bare, comments=comments(draw, document, [], first=True)))
    return records


def _handle(annotator: Annotator) -> str:
    return annotator.handle


def picture(project: Project) -> Any:
    """Everything that a project holds and that must not change."""
    here = project.documents()
    people = {one.handle: one for one in project.annotators()}
    sets = {one.id: one for document in here for one in project.sets(document.id)}
    return (
        here,
        sets,
        {one.annotator: people[one.annotator] for one in sets.values()},
        {id: project.spans(one.document_id, one.annotator) for id, one in sets.items()},
        {id: project.relations(one.document_id, one.annotator) for id, one in sets.items()},
        {id: project.frames(one.document_id, one.annotator) for id, one in sets.items()},
        sorted(project.actors(), key=lambda actor: actor.id),
        sorted(project.statement_registry(), key=lambda one: one.id),
        {document.id: sorted(project.comments(document.id), key=lambda one: one.id) for document in here},
    )


def everyone(project: Project) -> list[str]:
    """All readings; a model's has to be asked for by its name."""
    return ["all", *(one.handle for one in project.annotators() if one.kind == "model")]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(projects())
def test_a_project_written_and_read_is_the_same_project(records: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Project.create(folder / "a.musnad", annotator="layla") as first:
            first.store_records(records)
            before = picture(first)
            assert before[0] == list({one.document.id: one.document for one in records}.values())
            report = first.export("jsonl", folder / "a.jsonl", everyone(first))
            assert report.losses == {}
            # Reading one's own dataset changes nothing.
            heard: list[Changes] = []
            first.listen(heard.append)
            assert first.import_(folder / "a.jsonl").failed == ()
            assert (heard, picture(first)) == ([], before)
        with Project.create(folder / "b.musnad", annotator="salma") as second:
            for _ in range(2):
                assert second.import_(folder / "a.jsonl").failed == ()
                assert picture(second) == before
            assert second.check() == []
            second.export("jsonl", folder / "b.jsonl", everyone(second))
        assert (folder / "a.jsonl").read_bytes() == (folder / "b.jsonl").read_bytes()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.lists(texts, min_size=1, max_size=3))
def test_work_of_ones_own_comes_through(data: st.DataObject, raw: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Project.create(folder / "a.musnad", annotator="layla") as first:
            for text in raw:
                document = first.add_document(text, origin="https://example.org/1")
                length = len(document.text)
                actor = first.annotate(document.id, data.draw(parts(length)), "actor")
                claim = first.annotate(document.id, data.draw(parts(length)), "claim")
                first.link(claim.id, actor.id, "target", {"stance": "against"})
            first.set_status(document.id, "done")
            before = picture(first)
            first.export("jsonl", folder / "a.jsonl")
        with Project.create(folder / "b.musnad", annotator="layla") as second:
            second.import_(folder / "a.jsonl")
            assert picture(second) == before
