"""Reading Web Annotations in JSON-LD whose articles lie in the file, as ours do; marks may have been added since."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from annotator.domain.annotator import is_handle
from annotator.errors import InputError
from annotator.formats.json_file import items_of, json_fault, whole
from annotator.formats.jsonl import NativeLines
from annotator.formats.native_notes import KEY, RelationNotes, SpanNotes, ToolRelation, ToolSpan, native_line
from annotator.formats.record import Record
from annotator.formats.registry import LIKELY, SURE, reader
from annotator.formats.source import Source
from annotator.formats.w3c import tags_of

_OWN = re.compile(rb'"http://www\.w3\.org/ns/(?:anno\.jsonld|oa#?)"')

Json = dict[str, Any]


class _Page(msgspec.Struct):
    """A page, or a collection whose first page lies in the same file."""

    items: list[msgspec.Raw] | None = None
    first: Any = None


class _Reading:
    """One annotator's marks on one article."""

    def __init__(self, notes: Json | None) -> None:
        self.notes = notes
        self.spans: list[ToolSpan] = []
        self.relations: list[ToolRelation] = []


def looks_w3c(name: str, head: bytes) -> float:
    """Return how sure it is that a file is of Web Annotations: by its suffix, and by the context that it names."""
    if _OWN.search(head) is None or not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return 0.0
    return SURE if name.lower().endswith((".jsonld", ".json")) else LIKELY


@reader(id="w3c", title="Web Annotation (W3C)", suffix=".jsonld", sniff=looks_w3c)
def read_w3c(source: Source) -> Iterator[Record]:
    """Yield a record for each annotator of each article. Raises InputError that names the annotation."""
    texts: dict[str, str] = {}
    readings: dict[tuple[str, str], _Reading] = {}
    links: list[Json] = []
    owners: dict[str, _Reading] = {}
    for number, one in enumerate(_annotations(whole(source)), 1):
        try:
            if one.get("motivation") == "linking":
                links.append(one)
            elif not _describe(one, texts, readings):
                _mark(one, texts, readings, owners)
        except InputError as error:
            raise InputError("annotation {number}: {reason}", number=number, reason=error) from error
    for one in links:
        _link(one, owners)
    lines = NativeLines(source)
    for (document, handle), reading in readings.items():
        notes = reading.notes
        if notes is None:
            notes = {"annotator": handle or source.annotator, "status": "done"}
        line = native_line(texts[document], notes, reading.spans, reading.relations, source)
        yield source.fitted(lines.record(line))


def _annotations(data: bytes) -> Iterator[Json]:
    try:
        for raw in items_of(data):
            page = msgspec.json.decode(raw, type=_Page) if bytes(raw).startswith(b"{") else _Page()
            items = page.first.get("items") if isinstance(page.first, dict) else page.items
            for item in items if isinstance(items, list) else [raw]:
                made = msgspec.json.decode(item) if isinstance(item, msgspec.Raw) else item
                if not isinstance(made, dict):
                    raise InputError("it holds something that is no annotation: {what}", what=str(made))
                yield made
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise json_fault(data, error) from error


def _bodies(one: Json) -> list[Any]:
    body = one.get("body")
    return body if isinstance(body, list) else [] if body is None else [body]


def _account(one: Json) -> str:
    """The handle of who made an annotation; empty where it does not say, or says it in another way."""
    creator = one.get("creator")
    named = creator.get("account") or creator.get("name") if isinstance(creator, dict) else creator
    return named if isinstance(named, str) and is_handle(named) else ""


def _describe(one: Json, texts: dict[str, str], readings: dict[tuple[str, str], _Reading]) -> bool:
    """Take in an annotation that says what an article's text is; False for any other."""
    target = one.get("target")
    name = target.get("id") if isinstance(target, dict) else target
    body = _bodies(one)[0] if len(_bodies(one)) == 1 else None
    if one.get("motivation") != "describing" or not isinstance(name, str) or not isinstance(body, dict):
        return False
    if not isinstance(body.get("value"), str):
        raise InputError("it describes {name} without a text", name=name)
    if texts.setdefault(name, body["value"]) != body["value"]:
        raise InputError("the text of {name} is another one than before", name=name)
    notes = one.get(KEY)
    if notes is not None and not isinstance(notes, dict):
        raise InputError("{key}: {reason}", key=KEY, reason="an object is needed")
    readings.setdefault((name, _account(one)), _Reading(notes))
    return True


def _mark(
    one: Json, texts: dict[str, str], readings: dict[tuple[str, str], _Reading], owners: dict[str, _Reading]
) -> None:
    """Take in an annotation of a stretch of an article; others (comments, bookmarks) are passed over."""
    label = next((str(body.get("value")) for body in _bodies(one) if _classifies(body)), None)
    if label is None:
        return
    stretches = _stretches(one.get("target"))
    names = {name for name, _ in stretches}
    if len(names) != 1 or (name := next(iter(names))) not in texts:
        raise InputError("its article {name} is not in the file", name=", ".join(sorted(names)) or "?")
    parts = tuple(part for _, selectors in stretches for part in [_position(selectors, texts[name])])
    reading = readings.setdefault((name, _account(one)), _Reading(None))
    key = str(one.get("id") or f"annotation {len(owners)}")
    notes: SpanNotes = _converted(one.get(KEY) or {}, SpanNotes)
    reading.spans.append(ToolSpan(key=key, label=label, parts=parts, attributes=tags_of(_bodies(one)), notes=notes))
    owners[key] = reading


def _classifies(body: Any) -> bool:
    return isinstance(body, dict) and body.get("purpose") == "classifying"


def _stretches(target: Any) -> list[tuple[str, Sequence[Any]]]:
    """The article and the selectors of each stretch that a target is."""
    items = target.get("items", [target]) if isinstance(target, dict) else target if isinstance(target, list) else []
    found: list[tuple[str, Sequence[Any]]] = []
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict):
            source, selector = item.get("source"), item.get("selector")
            name = source.get("id") if isinstance(source, dict) else source
            found.append((str(name), selector if isinstance(selector, list) else [selector]))
    return found


def _position(selectors: Sequence[Any], text: str) -> tuple[int, int]:
    """The stretch that selectors name: by position, held against the quote; by the quote alone where it stands once."""
    known = [one for one in selectors if isinstance(one, dict)]
    exact = next((one.get("exact") for one in known if one.get("type") == "TextQuoteSelector"), None)
    for one in known:
        start, end = one.get("start"), one.get("end")
        if one.get("type") == "TextPositionSelector" and isinstance(start, int) and isinstance(end, int):
            if exact is not None and text[max(0, start) : max(0, end)] != exact:
                raise InputError(
                    "it is said to read {given!r}, but the text reads {quote!r} at [{start}, {end})",
                    given=str(exact),
                    quote=text[max(0, start) : max(0, end)],
                    start=start,
                    end=end,
                )
            return start, end
    if isinstance(exact, str) and exact and text.count(exact) == 1:
        return text.index(exact), text.index(exact) + len(exact)
    raise InputError("it names no place in the text that can be found")


def _link(one: Json, owners: dict[str, _Reading]) -> None:
    label = next((str(body.get("value")) for body in _bodies(one) if _classifies(body)), "relation")
    ends = [body.get("source") for body in _bodies(one) if isinstance(body, dict) and body.get("purpose") == "linking"]
    start = str(one.get("target"))
    if start not in owners or len(ends) != 1 or str(ends[0]) not in owners:
        raise InputError(
            "a relation {label} leads to {end}, which is no mark here", label=label, end=str(ends or start)
        )
    notes: RelationNotes = _converted(one.get(KEY) or {}, RelationNotes)
    owners[start].relations.append(
        ToolRelation(label=label, from_key=start, to_key=str(ends[0]), attributes=tags_of(_bodies(one)), notes=notes)
    )


def _converted(said: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(said, kind)
    except msgspec.ValidationError as error:
        raise InputError("{key}: {reason}", key=KEY, reason=str(error)) from error
