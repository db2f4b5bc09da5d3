"""What people do on their replicas, chosen at random: every kind of action that the door has."""

import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import msgspec

from annotator import Project
from annotator.domain.meanings import claim_labels
from annotator.domain.scheme import Scheme
from annotator.domain.statement import AGREEMENTS
from annotator.errors import MusnadError

TEXTS = (
    "قال وزير النقل سامر الحلبي إن الميناء سيفتح. وقالت نادية إن «العقد» جاهز، بحسب سامر.",
    "وأضافت هند أن الوزير وعد بأن المرفأ جاهز. وأعلن سامر أن العقد وُقّع.",
    "نفت النقابة ما قاله الوزير.",
)
NAMES = ("سامر", "سامر الحلبي", "نادية", "هند", "النقابة")
KINDS = ("person", "organization")
SENTENCES = ("يجب إغلاق الميناء", "يجب فتح الميناء", "العقد جاهز")


class Worker:
    """One person at one replica; `chance` decides what they do."""

    def __init__(self, project: Project, chance: random.Random) -> None:
        self.project = project
        self.chance = chance
        self.file = project.path.with_name("aside.jsonl")

    def act(self) -> None:
        """Do something; what the door refuses is not done."""
        action: Callable[[], object] = self.chance.choice(ACTIONS).__get__(self)
        try:
            action()
        except MusnadError:
            return

    def one(self, items: Any) -> Any:
        """One of these, or an error as for something that is not there."""
        items = list(items)
        if not items:
            raise MusnadError("there is none")
        return self.chance.choice(items)

    def document(self) -> str:
        return str(self.one(self.project.summaries()).id)

    def span(self) -> Any:
        return self.one(span for one in self.project.summaries() for span in self.project.spans(one.id))

    def actor(self) -> str:
        return str(self.one(self.project.actors()).id)

    def stretch(self, document: str) -> tuple[int, int]:
        length = len(self.project.document(document).text)
        start = self.chance.randrange(length - 1)
        return start, min(length, start + self.chance.randint(1, 12))

    # Marks

    def annotate(self) -> None:
        document = self.document()
        label = self.one(self.project.scheme.labels)
        actors = [None, *(one.id for one in self.project.actors())] if label.names_actor else [None]
        self.project.annotate(document, self.stretch(document), label.key, actor_id=self.one(actors))

    def move(self) -> None:
        span = self.span()
        self.project.update(span.id, parts=self.stretch(span.document_id))

    def relabel(self) -> None:
        self.project.update(self.span().id, label=self.one(self.project.scheme.labels).key)

    def attribute(self) -> None:
        span = self.one(
            span
            for one in self.project.summaries()
            for span in self.project.spans(one.id)
            if self.project.scheme.label(span.label).attributes
        )
        attribute = self.one(self.project.scheme.label(span.label).attributes)
        self.project.update(span.id, attributes={attribute.key: self.one(attribute.values).key})

    def name(self) -> None:
        self.project.update(self.span().id, actor_id=self.one([None, *(one.id for one in self.project.actors())]))

    def delete(self) -> None:
        self.project.delete(self.span().id)

    def link(self) -> None:
        """Between two marks that the scheme allows, most often the first claim: so that links compete."""
        spans = self.project.spans(self.document())
        kind = self.one(self.project.scheme.relations)
        heads = [span for span in spans if span.label in kind.from_]
        ends = [span for span in spans if span.label in kind.to]
        self.project.link(self.one(heads[:2]).id, self.one(ends).id, kind.key)

    def report(self) -> None:
        """A chain of links of a kind that may not run in a circle."""
        kind = self.one(one for one in self.project.scheme.relations if one.depth is not None)
        claims = [span for span in self.project.spans(self.document()) if span.label in kind.from_]
        self.project.link(self.one(claims).id, self.one(claims).id, kind.key)

    def unlink(self) -> None:
        self.project.delete(
            self.one(link for one in self.project.summaries() for link in self.project.relations(one.id)).id
        )

    def set_status(self) -> None:
        self.project.set_status(self.document(), self.one(("todo", "doing", "done")))

    # Articles

    def add_document(self) -> None:
        origin = self.one((None, "https://one.example", "https://two.example", "https://three.example"))
        self.project.add_document(self.one(TEXTS), title=self.one((None, "الميناء", "العقد")), origin=origin)

    def tell_about(self) -> None:
        field, value = self.one((("title", "المرفأ"), ("title", "الوزير"), ("language", "fa"), ("direction", "rtl")))
        self.project.update_document(self.document(), **{field: value})

    # The registry

    def add_actor(self) -> None:
        self.project.add_actor(self.one(NAMES), self.one(KINDS), [self.one(("Samer", "أبو عمر"))])

    def correct(self) -> None:
        field, value = self.one((("note", "وزير"), ("note", "مدير"), ("wikidata", "Q42"), ("name", "خالد")))
        self.project.update_actor(self.actor(), **{field: value})

    def merge(self) -> None:
        self.project.merge_actors(self.actor(), self.actor())

    def split(self) -> None:
        actor = self.one(self.project.mention_counts())
        mentions = self.project.mentions(actor)[:2]
        self.project.split_actor(actor, [one.span.id for one in mentions], name=self.one(NAMES))

    def forget(self) -> None:
        self.project.delete_actor(self.actor())

    # Statements

    def statement(self) -> str:
        return str(self.one(self.project.statement_registry()).id)

    def claim(self) -> Any:
        """Somebody's claim that says a statement or none."""
        entries = [None, *(one.id for one in self.project.statement_registry())]
        return self.one(claim for one in entries for claim in self.project.claims(one)).span

    def state(self) -> None:
        mine = (span for one in self.project.summaries() for span in self.project.spans(one.id))
        claims = [span for span in mine if span.label in claim_labels(self.project.scheme)]
        self.project.state(self.one(claims).id, self.one(SENTENCES), self.one((None, *AGREEMENTS)))

    def disagree(self) -> None:
        self.project.update(self.span().id, agreement=self.one((None, *AGREEMENTS)))

    def add_statement(self) -> None:
        parents = [None, *(one.id for one in self.project.statement_registry())]
        self.project.add_statement(self.one(SENTENCES), parent_id=self.one(parents))

    def reword(self) -> None:
        parents = [one.id for one in self.project.statement_registry()]
        changes: dict[str, Any] = self.one(
            ({"text": self.one(SENTENCES)}, {"parent_id": self.one([None, *parents])}, {"color": "#1f78b4"})
        )
        self.project.update_statement(self.statement(), **changes)

    def merge_statements(self) -> None:
        self.project.merge_statements(self.statement(), self.statement())

    def split_statement(self) -> None:
        claim = self.claim()
        self.project.split_statement(claim.statement_id or "", [claim.id], text=self.one(SENTENCES))

    def recode(self) -> None:
        entries = [None, *(one.id for one in self.project.statement_registry())]
        self.project.recode([self.claim().id], self.one(entries))

    def forget_statement(self) -> None:
        self.project.delete_statement(self.statement())

    # Suggestions

    def suggest(self) -> None:
        self.project.suggest([self.one(("cues", "aliases", "repeats"))], [self.document()])

    def suggestion(self) -> str:
        found = (span for one in self.project.summaries() for span in self.project.suggestions(one.id))
        return str(self.one(found).id)

    def accept(self) -> None:
        self.project.accept(self.suggestion())

    def refuse(self) -> None:
        self.project.reject(self.suggestion())

    # Files

    def put_aside(self) -> None:
        self.project.export("jsonl", self.file)

    def bring_back(self) -> None:
        """Everybody's readings as they were when somebody put them into a file."""
        if self.file.exists():
            self.project.import_(self.file)

    # Bundles and words between colleagues

    def share(self) -> None:
        """Mine, or everything that is here, for whoever finds it."""
        name = self.project.path.with_name(f"{self.chance.randrange(6)}.musnad-share")
        self.project.share(name, everything=self.chance.random() < 0.5)

    def take(self) -> None:
        self.project.merge(self.one(sorted(self.project.path.parent.glob("*.musnad-share"))))

    def say(self) -> None:
        span = self.one((None, self.span()))
        document = self.document() if span is None else span.document_id
        self.project.comment(document, "انظر", span_id=None if span is None else span.id)

    def answer(self) -> None:
        """Go on with a thread: answer, close or open it, or take back or change what I said."""
        said = self.one(self.project.comments(self.document()))
        mine = said.annotator == self.project.annotator
        do = self.one(("answer", "resolve", "reopen", *(("change", "delete") if mine else ())))
        if do == "answer":
            self.project.comment(said.document_id, "@sami نعم", reply_to=said.id)
        elif do == "change":
            self.project.update_comment(said.id, "لا")
        elif do == "delete":
            self.project.delete_comment(said.id)
        else:
            self.project.resolve_comment(said.id, is_open=do == "reopen")

    def go_back(self) -> None:
        self.project.go_back(self.one(self.project.history_page(most=12).lines).action)

    # Review

    def judge(self) -> None:
        """Decide something about what layla and omar say, by a rule or by hand."""
        document, readers = self.document(), ("layla", "omar")
        if self.chance.random() < 0.5:
            self.project.apply_rule(document, readers, self.one(("agreed", "punctuation", "proclitics")))
            return
        difference = self.one(self.project.review(document, readers).comparison.differences)
        verdict = self.one(("take", "both", "merge", "reject"))
        reader = self.one(readers) if verdict == "take" else ""
        self.project.adjudicate(document, difference.id, readers, verdict, reader=reader, reason="boundary")

    def reopen(self) -> None:
        self.project.reopen(self.one(self.project.decisions()).id)

    def assign(self) -> None:
        self.project.assign([self.document()], [self.one(("layla", "omar", "sami"))])

    def unassign(self) -> None:
        self.project.unassign(self.one(self.project.assignments()).id)

    # The scheme

    def change_scheme(self) -> None:
        scheme, renames = self.one((_renamed, _retitled, _lettered, _without, _with))(self.project.scheme)
        self.project.set_scheme(scheme, renames, drop=True)

    # Taking back

    def undo(self) -> None:
        for _ in range(self.chance.randint(1, 3)):
            self.project.undo()

    def undo_what_is_possible(self) -> None:
        """Take back a few actions, and find the project whole after each."""
        for _ in range(self.chance.randint(1, 6)):
            with suppress(MusnadError):
                self.project.undo()
        assert self.project.check() == []

    def redo(self) -> None:
        self.project.redo()


ACTIONS = (
    *(Worker.annotate,) * 6,
    *(Worker.link,) * 4,
    *(Worker.report,) * 2,
    *(Worker.undo,) * 2,
    *(Worker.move, Worker.relabel, Worker.attribute, Worker.name, Worker.delete, Worker.unlink, Worker.set_status),
    *(Worker.add_document, Worker.tell_about, Worker.add_actor, Worker.correct, Worker.merge, Worker.split),
    *(Worker.state, Worker.state, Worker.disagree, Worker.add_statement, Worker.reword, Worker.merge_statements),
    *(Worker.split_statement, Worker.recode, Worker.forget_statement),
    *(Worker.put_aside, Worker.bring_back, Worker.share, Worker.share, Worker.take, Worker.take),
    *(Worker.say, Worker.answer, Worker.go_back),
    *(Worker.judge, Worker.judge, Worker.judge, Worker.reopen, Worker.assign, Worker.assign, Worker.unassign),
    *(Worker.forget, Worker.suggest, Worker.accept, Worker.refuse, Worker.change_scheme, Worker.undo, Worker.redo),
)

Change = tuple[Scheme, dict[str, str]]


def _renamed(scheme: Scheme) -> Change:
    was = scheme.labels[-1].key
    now = {"cue": "signal", "signal": "cue"}.get(was, was + "x" if len(was) < 12 else "cue")

    def other(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(now if key == was else key for key in keys)

    labels = tuple(msgspec.structs.replace(one, key=other((one.key,))[0]) for one in scheme.labels)
    relations = tuple(
        msgspec.structs.replace(one, from_=other(one.from_), to=other(one.to)) for one in scheme.relations
    )
    frames = tuple(msgspec.structs.replace(one, head=other((one.head,))[0]) for one in scheme.frames)
    made = msgspec.structs.replace(scheme, labels=labels, relations=relations, frames=frames)
    return made, {f"labels.{was}": now}


def _retitled(scheme: Scheme) -> Change:
    first = msgspec.structs.replace(scheme.labels[0], title={"en": scheme.labels[0].key + "!"})
    return msgspec.structs.replace(scheme, labels=(first, *scheme.labels[1:])), {}


def _lettered(scheme: Scheme) -> Change:
    taken = {one.shortcut for one in scheme.labels} | {one.shortcut for one in scheme.relations}
    letter = next(one for one in "XYZWV" if one not in taken)
    last = msgspec.structs.replace(scheme.labels[-1], shortcut=letter)
    return msgspec.structs.replace(scheme, labels=(*scheme.labels[:-1], last)), {}


def _without(scheme: Scheme) -> Change:
    """Without its last label and what leads to it."""
    gone = scheme.labels[-1].key
    if len(scheme.labels) < 2 or any(frame.head == gone for frame in scheme.frames):
        return scheme, {}
    relations = tuple(one for one in scheme.relations if gone not in (*one.from_, *one.to))
    kept = {one.key for one in relations}
    frames = tuple(
        msgspec.structs.replace(
            one,
            roles=tuple(role for role in one.roles if role in kept),
            expected=tuple(role for role in one.expected if role in kept),
        )
        for one in scheme.frames
    )
    return msgspec.structs.replace(scheme, labels=scheme.labels[:-1], relations=relations, frames=frames), {}


def _with(scheme: Scheme) -> Change:
    """With another label, which a relation leads to."""
    key = next((one for one in ("place", "day") if all(label.key != one for label in scheme.labels)), None)
    if key is None or not scheme.relations:
        return scheme, {}
    label = msgspec.structs.replace(scheme.labels[-1], key=key, shortcut=None, names_actor=False, attributes=())
    first = scheme.relations[0]
    wider = first if first.depth is not None else msgspec.structs.replace(first, to=(*first.to, key))
    return (
        msgspec.structs.replace(scheme, labels=(*scheme.labels, label), relations=(wider, *scheme.relations[1:])),
        {},
    )
