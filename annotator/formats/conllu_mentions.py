"""Mentions of entities in MISC of CoNLL-U, as CorefUD and GUM write them, and expressions of several words of PARSEME.

`Entity=(e1-person-1-` opens a mention of the entity `e1` on a word and `Entity=e1)` closes it; a word may do both, many
times. `# global.Entity = eid-etype-head-other` names what stands between the hyphens. A mention in pieces is `e1[1/2]`
and `e1[2/2]`. `Bridge=e1<e2:part` and `SplitAnte=e1<e3,e2<e3` lead from a mention that begins here to others.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

import msgspec

from annotator.errors import InputError
from annotator.formats.left_out import NO_END, NO_TEXT
from annotator.formats.native_notes import ToolRelation, ToolSpan
from annotator.formats.source import Source

ENTITY_KEYS = "eid-etype-head-other"
"""The fields of a mention in CorefUD, where a file does not name them."""

MENTIONS = ("Entity", "Bridge", "SplitAnte")
EXPRESSION = "MWE"

_TAG = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")
_GROUPS = ("eid", "GRP")
_LABELS = ("etype", "entity")
_LINKS = {"Bridge": "bridging", "SplitAnte": "split antecedent"}
_SAME, _UNNAMED = "coreference", "mention"


class Noted(NamedTuple):
    """The MISC column of a line, and the number of the words before it; an `empty` node stands in no text."""

    line: int
    sentence: int
    place: int
    empty: bool
    misc: Mapping[str, str]


class _Mention(msgspec.Struct):
    """A mention: its entity, what is said of it, and the words of its pieces, from first to last."""

    number: int
    group: str
    label: str
    attributes: dict[str, str]
    pieces: list[tuple[int, int]] = msgspec.field(default_factory=list)

    @property
    def key(self) -> str:
        return f"mention {self.number}"


class Mentions:
    """The mentions of a document. `keys` names what the brackets say, `words` are the stretches of the words."""

    def __init__(self, noted: Sequence[Noted], keys: str, words: Sequence[tuple[int, int]], source: Source) -> None:
        self._keys, self._words, self._left = keys.split("-"), words, source.left
        self._at = next((self._keys.index(one) for one in _GROUPS if one in self._keys), 0)
        self._all: list[_Mention] = []
        self._open: defaultdict[str, list[tuple[_Mention, int, int]]] = defaultdict(list)
        self._awaited: defaultdict[str, list[_Mention]] = defaultdict(list)
        self._groups: defaultdict[str, list[int]] = defaultdict(list)
        self._leads: list[tuple[str, int, str, str]] = []
        for one in noted:
            source.line = one.line
            self._read(one)
        for tag, mentions in self._open.items():
            for _, _, source.line in mentions:
                raise InputError(
                    "the mention {tag!r} is opened and never closed: write {end} where it ends", tag=tag, end=f"{tag})"
                )

    def spans(self) -> Iterator[ToolSpan]:
        """Yield the mentions that stand in the text; those of empty nodes alone are counted."""
        for one in self._all:
            if not one.pieces:
                self._left[NO_TEXT] += 1
                continue
            parts = tuple((self._words[first][0], self._words[last][1]) for first, last in one.pieces)
            yield ToolSpan(key=one.key, label=one.label, parts=parts, attributes=one.attributes)

    def relations(self) -> Iterator[ToolRelation]:
        """Yield a link from each mention to the next of its entity, and those to mentions of other entities."""
        for numbers in self._groups.values():
            shown = [self._all[number] for number in numbers if self._all[number].pieces]
            for one, after in pairwise(shown):
                yield ToolRelation(label=_SAME, from_key=one.key, to_key=after.key)
        for label, number, group, kind in self._leads:
            found = self._groups.get(group, [])
            if number < 0 or not found:
                self._left[NO_END] += 1
                continue
            end = self._all[found[max(0, bisect_left(found, number) - 1)]]
            said = {"type": kind} if kind else {}
            yield ToolRelation(label=label, from_key=self._all[number].key, to_key=end.key, attributes=said)

    def _read(self, one: Noted) -> None:
        said, reached = one.misc.get("Entity", ""), 0
        for found in _TAG.finditer(said) if "(" in said or ")" in said else ():
            if found.start() != reached:
                break
            reached = found.end()
            if found[1]:
                self._opened(found[1].split("-", len(self._keys) - 1), one)
            if found[2] or found[3]:
                self._closed(self._tag((found[1] or found[3]).split("-")), one)
        if reached != len(said) and ("(" in said or ")" in said):
            raise InputError("Entity={said} cannot be read: (e1-person opens a mention, and e1) closes it", said=said)
        for name, label in _LINKS.items():
            for lead in one.misc[name].split(",") if name in one.misc else ():
                self._leads.append(self._lead(lead, name, label))

    def _lead(self, lead: str, name: str, label: str) -> tuple[str, int, str, str]:
        to, sign, rest = lead.partition("<")
        group, _, kind = rest.partition(":")
        if not (to and sign and group):
            raise InputError("{name}={lead} cannot be read: write {name}=e1<e2", name=name, lead=lead)
        return label, self._groups[group][-1] if group in self._groups else -1, to, kind

    def _tag(self, fields: Sequence[str]) -> str:
        """Return the entity that a bracket names; one that closes may name it alone."""
        return fields[min(self._at, len(fields) - 1)]

    def _opened(self, fields: Sequence[str], one: Noted) -> None:
        tag = self._tag(fields)
        group, _, piece = tag.partition("[")
        turn, _, count = piece.rstrip("]").partition("/")
        if turn in ("", "1"):
            said = dict(zip(self._keys, map(unquote, fields), strict=False))
            label = next((said[key] for key in _LABELS if said.get(key)), _UNNAMED)
            attributes = {key: value for key, value in said.items() if value and key not in (*_GROUPS, *_LABELS)}
            attributes.pop(self._keys[self._at], None)
            mention = _Mention(len(self._all), group, label, attributes)
            self._all.append(mention)
            self._groups[group].append(mention.number)
            if count:
                self._awaited[f"{group}[2/{count}]"].append(mention)
        elif self._awaited[tag]:
            mention = self._awaited[tag].pop()
            if turn.isdigit():
                self._awaited[f"{group}[{int(turn) + 1}/{count}]"].append(mention)
        else:
            raise InputError("there is no piece of a mention before {tag!r}", tag=tag)
        self._open[tag].append((mention, one.place, one.line))

    def _closed(self, tag: str, one: Noted) -> None:
        if not self._open[tag]:
            raise InputError("{end} closes a mention that is not open", end=f"{tag})")
        mention, first, _ = self._open[tag].pop()
        last = one.place - 1 if one.empty else one.place
        if last >= first:
            mention.pieces.append((first, last))


def expressions(noted: Sequence[Noted]) -> Iterator[tuple[str, str, list[int]]]:
    """Yield the expressions of several words: a name of each, its label and its words.

    A word says `1:VID;2` where it is the first of one expression and one more of another; numbers begin anew in each
    sentence.
    """
    labels: dict[str, str] = {}
    places: defaultdict[str, list[int]] = defaultdict(list)
    for one in noted:
        for said in one.misc[EXPRESSION].split(";") if EXPRESSION in one.misc and not one.empty else ():
            number, _, label = said.partition(":")
            key = f"expression {one.sentence}.{number}"
            places[key].append(one.place)
            labels[key] = labels.get(key) or label
    for key, words in places.items():
        yield key, labels[key] or EXPRESSION, words
