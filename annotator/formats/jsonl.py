"""Native JSON Lines: one annotation set a line, UTF-8, LF; read back, it gives the same project.

Beside the fields that every line has, these stand where there is something to say, so that nothing is lost:

* line: `annotator_name`, `direction` (when someone overrode it), `intake` (what intake did to the text),
  `comments` (on its spans, and on the first line of a document those on the document), `statements`
  (wider than those that its spans say), and, on the last line, `actors` and `statements`: entries of the registries
  that no span in the file names;
* origin: `path`; actor: `aliases`, `note`; statement: `parent`, `note`, `color`; span: `statement`, `agreement`;
  span and relation: `derived_from`, `decided_by`; comment: `span`, `reply_to`, `annotator_name`.

A document that nobody has opened is a line whose `annotator`, `annotator_kind` and `status` are null. `frames`
repeats what spans and relations say; reading ignores it, as it ignores fields it does not know. The scheme is
named, not repeated: the project that reads a file must have it. All offsets are code points from the text's first,
and `offsets` says so; a line without it means the same.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import UNSET, UnsetType

from annotator.domain.actor import Actor
from annotator.domain.annotator import Annotator, kind_of
from annotator.domain.comment import Comment
from annotator.domain.document import Document, Origin, document_id
from annotator.domain.relation import Relation
from annotator.domain.span import Span, as_parts
from annotator.domain.statement import Statement
from annotator.errors import InputError
from annotator.formats.json_lines import decoded, numbered
from annotator.formats.jsonl_layout import (
    UNIT,
    ActorItem,
    CommentItem,
    Line,
    OriginItem,
    RelationItem,
    SchemeItem,
    SpanItem,
    StatementItem,
)
from annotator.formats.record import Record
from annotator.formats.registry import CERTAIN, LIKELY, SURE, reader
from annotator.formats.source import Source
from annotator.text.cleaning import clean
from annotator.text.titles import title_of
from annotator.text.units import NAMES, unit_of

SHOWN = 40
"""Number of characters of a quotation that a message repeats."""

BESIDE = b'{"file":'
"""The beginning of a line of `metadata.jsonl`, which is of no format by itself."""

_NATIVE = re.compile(rb'"(?:annotator|spans|origins|scheme)"\s*:')

_OTHERS = re.compile(
    rb'"(?:entities|start_offset|tokens|token_start|head_span|_input_hash|_task_hash|answer|musnad)"\s*:'
)
"""Fields of doccano's and Prodigy's lines, which are called so too."""


def looks_native(name: str, head: bytes) -> float:
    """Return how sure it is that a file is native JSON Lines: by its suffix, and by the fields of its first line."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if first.startswith(BESIDE):
        return 0.0
    native = first.startswith(b"{") and b'"text"' in first and _NATIVE.search(first) is not None
    native = native and _OTHERS.search(first.partition(b"\n")[0]) is None
    if name.lower().endswith(".jsonl"):
        return SURE if native else CERTAIN
    return LIKELY if native else 0.0


@reader(id="jsonl", title="JSON Lines", suffix=".jsonl", sniff=looks_native, foreign=False)
def read_jsonl(source: Source) -> Iterator[Record]:
    """The records of a file, each held against its own text, the lines before it and the scheme.

    Raises InputError with the reason and the mend; `source.line` says where.
    """
    decoder = msgspec.json.Decoder(Line)
    lines = NativeLines(source)
    for raw in numbered(source):
        yield source.fitted(lines.record(decoded(raw, decoder)))


class NativeLines:
    """Turns lines into records, and remembers what may not come twice in one file."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._ids: set[str] = set()
        self._sets: set[tuple[str, str | None]] = set()
        self._actors: dict[str, Actor] = {}
        self._statements: dict[str, Statement] = {}

    def record(self, line: Line, *, ours: bool = True) -> Record:
        """The record that a line holds; InputError if it does not hold together.

        Only of `ours` each reading stands in one place: a list of somebody else's may hold a sentence several times,
        and what the same person marked in it is one reading.
        """
        if line.offsets not in (UNIT, UNSET):
            raise InputError(
                "its offsets are counted in {unit}; they must be counted in code points", unit=line.offsets
            )
        document = _document(line)
        annotator = self._annotator(line)
        handle = annotator.handle if annotator else ""
        again = (document.id, handle) in self._sets
        if again and ours:
            raise InputError("this article and annotator stand on an earlier line already")
        self._sets.add((document.id, handle))
        said = line.comments or ()
        given = [*(one.id for one in line.spans), *(one.id for one in line.relations), *(one.id for one in said)]
        for id in given:
            if not id or (id in self._ids and not again):
                raise InputError("the id {id!r} is empty or stands twice in the file", id=id)
            self._ids.add(id)
        scheme = line.scheme or SchemeItem(name="", version=1)
        return Record(
            document=document,
            annotator=annotator,
            status=line.status or "todo",
            scheme_name=scheme.name,
            scheme_version=scheme.version,
            split=line.split,
            actors=self._named(line),
            statements=self._said(line),
            spans=tuple(_read_span(span, document, handle) for span in line.spans),
            relations=tuple(_read_relation(relation, document.id, handle) for relation in line.relations),
            comments=tuple(_read_comment(one, document.id, self._source.annotator) for one in said),
            authors=_authors(said),
        )

    def _annotator(self, line: Line) -> Annotator | None:
        """Return the annotator of the marks; the importing person for marks without a name."""
        handle = line.annotator
        if handle is None:
            if not line.spans and not line.relations:
                if line.status not in (None, "todo"):
                    raise InputError("its status is {status}, but it names no annotator", status=line.status)
                return None
            handle = self._source.annotator
        kind = line.annotator_kind or kind_of(handle)
        return Annotator(handle=handle, kind=kind, name=line.annotator_name or "")

    def _named(self, line: Line) -> tuple[Actor, ...]:
        """The actors on this line as the file describes them up to here, each once."""
        given = [*(line.actors or ()), *(span.actor for span in line.spans if span.actor)]
        for actor in given:
            self._actors[actor.id] = _merged(actor, self._actors.get(actor.id))
        return tuple(self._actors[id] for id in dict.fromkeys(actor.id for actor in given))

    def _said(self, line: Line) -> tuple[Statement, ...]:
        """The statements on this line, each once."""
        given = [*(line.statements or ()), *(span.statement for span in line.spans if span.statement)]
        for one in given:
            made = _statement(one)
            if self._statements.setdefault(made.id, made) != made:
                raise InputError("the statement {id} is another here than on an earlier line", id=made.id)
        return tuple(self._statements[id] for id in dict.fromkeys(one.id for one in given))


def _statement(item: StatementItem) -> Statement:
    if not item.id or not item.text.strip():
        raise InputError("a statement needs an id and words")
    return Statement(
        id=item.id, text=item.text, parent_id=item.parent or None, note=item.note or "", color=item.color or ""
    )


def _merged(actor: ActorItem, known: Actor | None) -> Actor:
    """An actor as described here and on earlier lines, which may say more, but nothing else."""
    if not actor.id or not actor.name.strip():
        raise InputError("an actor needs an id and a name")
    aliases = actor.aliases or ()
    if known is None:
        return Actor(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            wikidata=actor.wikidata,
            aliases=tuple(dict.fromkeys(aliases)),
            note=actor.note or "",
        )
    if (actor.name, actor.kind) != (known.name, known.kind):
        raise InputError(
            "the actor {id} is {name!r} ({kind}) here and {known!r} ({known_kind}) before",
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            known=known.name,
            known_kind=known.kind,
        )
    return msgspec.structs.replace(
        known,
        wikidata=known.wikidata or actor.wikidata,
        aliases=tuple(dict.fromkeys((*known.aliases, *aliases))),
        note=known.note or actor.note or "",
    )


def read_origin(item: OriginItem) -> Origin:
    """Return the origin that was written so."""
    return Origin(
        url=item.url,
        publisher=item.publisher,
        published=item.published,
        path=item.path or None,
        author=item.author or None,
    )


def _document(line: Line) -> Document:
    text, notes = line.text, line.intake or ()
    if line.id is UNSET and not line.spans:
        # Articles from elsewhere: nothing rests on their offsets yet, so intake's rules can be applied.
        text, made = clean(text)
        notes = (*notes, *made)
    elif clean(text)[0] != text:
        raise InputError(
            "its text holds carriage returns, line separators or control characters, which no article here does; "
            "import the article as a text file and mark it here"
        )
    id = document_id(text)
    if line.id is not UNSET and line.id != id:
        raise InputError(
            "its id is {given!r}, but this text has the id {id}; the text was changed, or leave the id out",
            given=line.id,
            id=id,
        )
    return Document(
        id=id,
        title=title_of(text) if line.title is None else line.title,
        text=text,
        language=line.language,
        direction=line.direction or None,
        origins=tuple(map(read_origin, line.origins)),
        intake=notes,
    )


def _read_span(line: SpanItem, document: Document, handle: str) -> Span:
    given = line.parts or ((line.start, line.end),)
    _check_unit(line, document.text)
    try:
        parts = as_parts(given, len(document.text))
    except InputError as error:
        raise InputError("the span {id}: {reason}", id=line.id, reason=str(error)) from error
    if parts != given or (line.start, line.end) != (parts[0][0], parts[-1][1]):
        raise InputError(
            "the span {id}: its parts {parts} must be sorted and apart, from its start {start} to its end {end}",
            id=line.id,
            parts=[list(part) for part in given],
            start=line.start,
            end=line.end,
        )
    span = Span(
        id=line.id,
        document_id=document.id,
        annotator=handle,
        label=line.label,
        parts=parts,
        attributes=line.attributes,
        actor_id=line.actor.id if line.actor else None,
        statement_id=line.statement.id if line.statement else None,
        agreement=line.agreement or None,
        derived_from=line.derived_from or None,
        decided_by=line.decided_by or None,
    )
    _check_quote(span, line.text, document.text)
    return span


def _check_unit(line: SpanItem, text: str) -> None:
    """InputError that names the unit where offsets are those of the quote, only counted in another one."""
    if line.text is UNSET or line.text == text[line.start : line.end] or (line.parts and len(line.parts) > 1):
        return
    unit = unit_of(text, line.start, line.end, line.text)
    if unit is not None:
        raise InputError(
            "the span {id}: its offsets [{start}, {end}) are counted in {unit}; they must be counted in code points",
            id=line.id,
            start=line.start,
            end=line.end,
            unit=NAMES[unit],
        )


def _check_quote(span: Span, given: str | UnsetType, text: str) -> None:
    """Offsets counted in another unit, or into another text, show here."""
    quote = span.quote(text)
    if given is not UNSET and given != quote:
        raise InputError(
            "the span {id} is said to read {given!r}, but the text reads {quote!r} at [{start}, {end}); "
            "offsets must be counted in code points",
            id=span.id,
            given=_shortened(given),
            quote=_shortened(quote),
            start=span.start,
            end=span.end,
        )


def _shortened(quote: str) -> str:
    return quote if len(quote) <= SHOWN else quote[: SHOWN - 1] + "…"


def _read_relation(line: RelationItem, document_id: str, handle: str) -> Relation:
    return Relation(
        id=line.id,
        document_id=document_id,
        annotator=handle,
        label=line.label,
        from_id=line.from_,
        to_id=line.to,
        attributes=line.attributes,
        derived_from=line.derived_from or None,
        decided_by=line.decided_by or None,
    )


def _read_comment(line: CommentItem, document_id: str, mine: str) -> Comment:
    return Comment(
        id=line.id,
        document_id=document_id,
        annotator=line.annotator or mine,
        text=line.text,
        made=line.made,
        span_id=line.span or None,
        reply_to=line.reply_to or None,
        parts=line.parts or None,
        resolved_by=line.resolved_by or None,
    )


def _authors(comments: Iterable[CommentItem]) -> tuple[Annotator, ...]:
    """The annotators that comments name, each once."""
    names = {one.annotator: one.annotator_name or "" for one in comments if one.annotator}
    return tuple(Annotator(handle=handle, kind=kind_of(handle), name=name) for handle, name in names.items())
