"""brat standoff: for each reading a `.txt` with the text and an `.ann` with the marks, in a folder a reader.

Beside them lie `annotation.conf` and `visual.conf`, made of the scheme, so that a brat server shows the folder as it
is, and `metadata.jsonl` with what brat has no place for. Offsets are code points.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Literal

from annotator.domain.actor import Actor
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.formats import metadata
from annotator.formats.brat_conf import annotation_conf, visual_conf
from annotator.formats.brat_marks import ACTOR, EQUIVALENCE, FLAG, NOTE, REFERENCE
from annotator.formats.canonical import Ordered, ordered
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.escapes import LINE_BREAKS, escaped
from annotator.formats.file_names import FileNames, reading_path
from annotator.formats.losses import EVERYTHING
from annotator.formats.metadata import MetadataLine
from annotator.formats.options import Options, named, titled
from annotator.formats.record import Record
from annotator.formats.registry import writer
from annotator.formats.written_names import WrittenNames
from annotator.text.direction import base_direction

_NAME = re.compile(r"[^\s:;,|<>*+?{}\[\]=\"#!-][^\s:;,|<>*+?{}\[\]=\"]*")
_VALUE = re.compile(r"[^\s|,\x00-\x1f\x7f\x85\u2028\u2029]+")


class BratOptions(Options, frozen=True, kw_only=True):
    """The choice of frames that are written as events; the others are relations."""

    events: Annotated[
        Literal["foreign", "all", "none"],
        titled(
            "Frames as events",
            foreign=named("where the scheme came with them"),
            all=named("all of them"),
            none=named("none of them"),
        ),
    ] = "foreign"


@writer(
    id="brat",
    title="brat standoff",
    use="tools",
    about=named("Text with marks beside it for brat, and for tools that read standoff"),
    suffix=".ann",
    holds=EVERYTHING,
    shape="folder",
    options=BratOptions,
    count=metadata.count_lost,
)
def write_brat(dataset: Dataset, out: Sink, options: BratOptions) -> None:
    """Write two files a reading, the configuration of brat, and what it has no place for."""
    lines = _Lines(dataset.scheme, options)
    files, folders = FileNames(), FileNames(dataset.splits)
    items: list[MetadataLine] = []
    directions: Counter[str | None] = Counter()
    for record in dataset.records:
        order = ordered(record)
        place = reading_path(record, files, folders)
        directions[record.document.direction or base_direction(record.document.text)] += 1
        with out.file(f"{place}.txt") as stream:
            stream.write(record.document.text.encode())
        with out.file(f"{place}.ann") as stream:
            stream.write("".join(f"{line}\n" for line in lines.of(record, order)).encode())
        items.append(metadata.item_of(record, place, order))
    with out.file("annotation.conf") as stream:
        stream.write(annotation_conf(dataset.scheme, lines.names, lines.events).encode())
    with out.file("visual.conf") as stream:
        stream.write(visual_conf(dataset.scheme, lines.names, rtl=directions["rtl"] >= directions["ltr"]).encode())
    with out.file(metadata.NAME) as stream:
        metadata.write_items(items, stream)


def fits_brat(name: str) -> bool:
    """Return whether brat can have a type of this name."""
    return _NAME.fullmatch(name) is not None


class _Lines:
    """Writes the lines of `.ann` files that follow one scheme."""

    def __init__(self, scheme: Scheme, options: BratOptions) -> None:
        self.names = WrittenNames(scheme, fits_brat)
        self.events = event_roles(scheme, options.events)

    def of(self, record: Record, order: Ordered) -> Iterator[str]:
        """Yield the lines of a record: stretches, events, relations, attributes, actors, notes."""
        text = record.document.text
        ids: dict[str, str] = {}
        for place, span in enumerate(order.spans, 1):
            ids[span.id] = f"E{place}" if span.label in self.events else f"T{place}"
            yield f"T{place}\t{self._text(span, text)}"
        rest = _Roles(order, self.events)
        for place, span in enumerate(order.spans, 1):
            if span.label in self.events:
                roles = (f" {self.names.relations[label]}{number}:{ids[to]}" for label, number, to in rest.of(span))
                yield f"E{place}\t{self.names.labels[span.label]}:T{place}{''.join(roles)}"
        told = [(ids[span.id], span.attributes) for span in order.spans]
        chains, relations = _chains(rest.relations, self.names)
        for chain in chains:
            yield f"*\t{EQUIVALENCE} {' '.join(ids[id] for id in chain)}"
        for place, relation in enumerate(relations, 1):
            told.append((f"R{place}", relation.attributes))
            label = self.names.relations[relation.label]
            yield f"R{place}\t{label} Arg1:{ids[relation.from_id]} Arg2:{ids[relation.to_id]}"
        yield from self._described(told, record, order, ids)

    def _text(self, span: Span, text: str) -> str:
        parts = ";".join(f"{start} {end}" for start, end in span.parts)
        # One line: brat, too, shows a line end in a quote as a space.
        quote = " ".join(text[start:end] for start, end in span.parts).replace("\n", " ")
        return f"{self.names.labels[span.label]} {parts}\t{quote}"

    def _described(
        self, told: list[tuple[str, Mapping[str, str]]], record: Record, order: Ordered, ids: Mapping[str, str]
    ) -> Iterator[str]:
        notes: list[tuple[str, str, str]] = []
        number = 0
        for owner, attributes in told:
            for key, value in sorted(attributes.items()):
                name = self.names.attributes[key]
                if not _VALUE.fullmatch(value):
                    notes.append((name, owner, value))
                    continue
                number += 1
                yield f"A{number}\t{name} {owner}" + ("" if value == FLAG else f" {value}")
        yield from _references(record.actors, order, ids)
        notes += [(NOTE, ids[one.span_id or ""], one.text) for one in record.comments if one.span_id in ids]
        for place, (name, owner, words) in enumerate(notes, 1):
            yield f"#{place}\t{name} {owner}\t{escaped(words, LINE_BREAKS)}"


def _chains(relations: Sequence[Relation], names: WrittenNames) -> tuple[list[list[str]], list[Relation]]:
    """Return the chains of marks that mean the same, as brat lists them, and the relations that are none of these."""
    same = [one for one in relations if names.relations[one.label] == EQUIVALENCE and not one.attributes]
    following = {one.from_id: one.to_id for one in same}
    heads = [one.from_id for one in same if one.from_id not in following.values()]
    if len(following) < len(same) or len(set(following.values())) < len(same):
        return [], list(relations)
    chains: list[list[str]] = []
    for head in heads:
        chain = [head]
        while chain[-1] in following:
            chain.append(following.pop(chain[-1]))
        chains.append(chain)
    # What is still there runs in circles.
    return chains, [one for one in relations if one not in same or one.from_id in following]


def _references(actors: tuple[Actor, ...], order: Ordered, ids: Mapping[str, str]) -> Iterator[str]:
    known = {actor.id: actor for actor in actors}
    named_by = [(ids[span.id], known[span.actor_id]) for span in order.spans if span.actor_id in known]
    for place, (owner, actor) in enumerate(named_by, 1):
        yield f"N{place}\t{REFERENCE} {owner} {ACTOR}:{'_'.join(actor.id.split())}\t{escaped(actor.name, LINE_BREAKS)}"


class _Roles:
    """The relations of a record as roles of events, and the `relations` that remain."""

    def __init__(self, order: Ordered, events: Mapping[str, frozenset[str]]) -> None:
        labels = {span.id: span.label for span in order.spans}
        self._of: dict[str, list[tuple[str, str]]] = {}
        self.relations: list[Relation] = []
        for relation in order.relations:
            if relation.label in events.get(labels[relation.from_id], ()) and not relation.attributes:
                self._of.setdefault(relation.from_id, []).append((relation.label, relation.to_id))
            else:
                self.relations.append(relation)

    def of(self, span: Span) -> Iterator[tuple[str, str, str]]:
        """Yield the roles of an event with their number (nothing for the first of a name) and what plays them."""
        seen: Counter[str] = Counter()
        for label, to in self._of.get(span.id, ()):
            seen[label] += 1
            yield label, "" if seen[label] == 1 else str(seen[label]), to


def event_roles(scheme: Scheme, which: str) -> dict[str, frozenset[str]]:
    """Return the labels that become events, each with the relations that become their roles."""
    foreign = {label.key for label in scheme.labels if label.foreign}
    return {
        frame.head: frozenset(frame.roles)
        for frame in scheme.frames
        if which == "all" or (which == "foreign" and frame.head in foreign)
    }
