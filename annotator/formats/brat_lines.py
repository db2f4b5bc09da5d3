"""brat standoff as text: the annotations of an `.ann` file, each with its line. Pure; knows no project.

T1  Claim 0 5;9 12  quote       a stretch, or several, of the text (code points)
E1  Claim:T1 Source:T2          an event: a trigger and what plays which role in it
E1  Says Source:T1 Cue:T2       an event without a trigger, which is a relation
R1  Source Arg1:T1 Arg2:T2      a relation           *   Equiv T1 T2   marks that mean the same
A1  Negation E1                 an attribute, or with a value: A1 Polarity E1 denied
N1  Reference T1 Wiki:12  name  an entry of a registry; or N1  Wiki Annotation:T1 Referent:12
#1  AnnotatorNotes T1  words    a note

A quote may be broken over lines, whatever the next one begins with. Behind it may stand the smallest stretch that
means the same, as in the coreference of the BioNLP tasks: T1  Exp 0 13  The IL-2 gene  4 13  IL-2 gene.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import msgspec

from annotator.domain.span import Parts
from annotator.errors import InputError
from annotator.formats.options import named

MOST_LINES = 2_000_000

MINIMAL = "minimal"
"""The attribute with the smallest stretch that means the same."""

_HEAD = re.compile(r"(?:TT?\d\S*|[ERAMNW]\d\S*|#\d*\S*|\*)[\t ]")
# A label of several words is that of a coding system: 271782001 | Drowsy | 9 19.
_TEXT = re.compile(r"(\S(?:[^\t\n]{0,400}?\S)??)[ \t]+(-?\d+ +-?\d+(?: *; *-?\d+ +-?\d+)*)(?:[ \t](.*))?", re.DOTALL)
_BEHIND_QUOTE = re.compile(r"([^\t]*)\t\d+ \d+(?:;\d+ \d+)*\t([^\t]*)", re.DOTALL)
_LONGEST_OFFSET = 12

LISTS = named("lists in brackets behind relations")


class TextBound(msgspec.Struct):
    """A stretch of the text with a label; `quote` is None where the file repeats no text."""

    id: str
    label: str
    parts: Parts
    quote: str | None
    line: int
    file: str = ""


class LinkLine(msgspec.Struct):
    """An annotation that names others: an event (its `trigger` and roles), a relation, or marks that mean the same."""

    id: str
    label: str
    ends: list[tuple[str, str]]
    line: int
    trigger: str = ""
    file: str = ""


class Remark(msgspec.Struct):
    """Something said of one annotation: an attribute (`value` empty for a flag), an entry of a registry, a note."""

    id: str
    label: str
    target: str
    value: str
    line: int
    name: str = ""


class Standoff(msgspec.Struct):
    """The annotations of one file in their order; `left` counts what none of these is."""

    texts: dict[str, TextBound] = {}
    events: dict[str, LinkLine] = {}
    relations: list[LinkLine] = []
    equivalences: list[LinkLine] = []
    attributes: list[Remark] = []
    entries: list[Remark] = []
    notes: list[Remark] = []
    left: Counter[str] = msgspec.field(default_factory=Counter)


def parse(data: str, at: Callable[[int], None], found: Standoff | None = None, file: str = "") -> Standoff:
    """Return the annotations of a file; `at` hears each line's number. Raises InputError for a line that is none.

    They are added to `found`, which may hold those of another file about the same text.
    """
    found = Standoff() if found is None else found
    for number, line in _lines(data, at):
        if not line.strip():
            continue
        if not _HEAD.match(line):
            raise InputError("it is no annotation of brat: these begin with T1, E1, R1, A1, N1, #1 or * and a tab")
        id, rest = line.split("\t", 1) if "\t" in line else line.split(" ", 1)
        if id in found.texts or id in found.events:
            raise InputError("the id {id!r} stands twice in the file", id=id)
        _take(found, id, rest, number, file)
    return found


def _lines(data: str, at: Callable[[int], None]) -> Iterator[tuple[int, str]]:
    """Yield each annotation with the number of its first line: one whose quote is broken goes on below."""
    raw = data.removeprefix("\ufeff").split("\n")
    if len(raw) > MOST_LINES:
        raise InputError("it has more than {most} lines", most=MOST_LINES)
    place = 0
    while place < len(raw):
        first, line = place + 1, raw[place].removesuffix("\r")
        place += 1
        if line.startswith("T"):
            lacking = _lacking(line)
            while place < len(raw) and lacking > 0 and not _begins(raw[place]):
                line += "\n" + raw[place].removesuffix("\r")
                lacking -= len(raw[place]) + 1
                place += 1
        at(first)
        yield first, line
    at(0)


def _lacking(line: str) -> int:
    """Return how many characters the quote of a T line is shorter than its parts say."""
    found = _TEXT.fullmatch(line.partition("\t")[2])
    if found is None or found[3] is None or len(found[2]) > 10_000:
        return 0
    parts = _parts(found[2])
    return sum(end - start for start, end in parts) + len(parts) - 1 - len(found[3])


def _begins(line: str) -> bool:
    """Return whether a line is an annotation of its own and not the rest of a quote."""
    if not _HEAD.match(line) or "\t" not in line:
        return False
    return not line.startswith("T") or _TEXT.fullmatch(line.partition("\t")[2].removesuffix("\r")) is not None


def _take(found: Standoff, id: str, rest: str, line: int, file: str) -> None:
    match id[0]:
        case "T":
            found.texts[id] = _text(found, id, rest, line, file)
        case "E":
            _event(found, id, rest, line, file)
        case "R":
            rest, _, listed = rest.partition(" [")
            found.left[LISTS] += bool(listed)
            found.relations.append(_linked(id, rest, line))
        case "*":
            label, *ids = rest.split()[:1000] or [""]
            found.equivalences.append(LinkLine(id, label, [("", one) for one in ids], line))
        case "A" | "M":
            found.attributes.append(_attribute(id, rest, line))
        case "N":
            found.entries.append(_entry(id, rest, line))
        case "#":
            found.notes.append(_note(id, rest, line))
        case _:
            found.left[named("annotations of a kind that brat has and a project has not")] += 1


def _text(standoff: Standoff, id: str, rest: str, line: int, file: str) -> TextBound:
    found = _TEXT.fullmatch(rest)
    if found is None:
        raise InputError("{id} needs a label, its offsets and its text: T1, tab, Label 0 5, tab, words", id=id)
    quote: str | None = found[3]
    if quote and (behind := _BEHIND_QUOTE.fullmatch(quote)) is not None:
        quote = behind[1]
        standoff.attributes.append(Remark(id, MINIMAL, id, behind[2], line))
    return TextBound(id, found[1], tuple(_parts(found[2])), quote, line, file)


def _parts(text: str) -> Sequence[tuple[int, int]]:
    """Return the offsets in `0 5;9 12`; those that are too long to be any are far outside every text."""
    found = []
    for part in text.split(";"):
        start, end = (int(number) if len(number) <= _LONGEST_OFFSET else 10**_LONGEST_OFFSET for number in part.split())
        found.append((start, end))
    return found


def _event(found: Standoff, id: str, rest: str, line: int, file: str) -> None:
    ends = _ends(rest.split())
    (label, trigger), *roles = ends or [("", "")]
    if trigger:
        found.events[id] = LinkLine(id, label, roles, line, trigger, file)
    elif len(roles) > 1:
        found.relations.append(LinkLine(id, label, roles, line))
    else:
        raise InputError("{id} needs a trigger (E1, tab, Label:T1), or two ends", id=id)


def _linked(id: str, rest: str, line: int) -> LinkLine:
    words = rest.split()
    if len(words) < 3:
        raise InputError("{id} needs a label and two ends: R1, tab, Label Arg1:T1 Arg2:T2", id=id)
    ends = _ends(words[1:])
    if {name for name, _ in ends} == {"Arg1", "Arg2"}:
        ends.sort()
    return LinkLine(id, words[0], ends, line)


def _ends(words: Sequence[str]) -> list[tuple[str, str]]:
    ends = []
    for word in words:
        name, _, target = word.rpartition(":") if ":" in word else (word, "", "")
        ends.append((name, target))
    return ends


def _attribute(id: str, rest: str, line: int) -> Remark:
    words = rest.split(None, 2)
    if len(words) < 2:
        raise InputError("{id} needs a name and what it is said of: A1, tab, Negation E1", id=id)
    return Remark(id, words[0], words[1], words[2].strip() if len(words) > 2 else "", line)


def _entry(id: str, rest: str, line: int) -> Remark:
    head, _, name = rest.partition("\t")
    words = head.split()
    if len(words) < 3:
        raise InputError("{id} needs what it names and an entry: N1, tab, Reference T1 Name:12, tab, words", id=id)
    if words[1].startswith("Annotation:"):
        value = f"{words[0]}:{words[2].removeprefix('Referent:')}"
        return Remark(id, words[0], words[1].removeprefix("Annotation:"), value, line, name.strip())
    return Remark(id, words[0], words[1], words[2], line, name.strip())


def _note(id: str, rest: str, line: int) -> Remark:
    head, tab, text = rest.partition("\t")
    words = head.split(None, 2)
    if not tab and len(words) > 2:
        text = words[2]
    label, target = (*words[:2], "", "")[:2]
    return Remark(id, label, target, text, line)
