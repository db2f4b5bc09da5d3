"""The marks of a project that the feature structures of a CAS become.

Annotations are spans, structures with a governor and a dependent relations, and a feature that leads to an annotation
is a relation too. Tokens and sentences are no marks; a token comes along where a relation leads to it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from annotator.domain.comment import MOST_CHARACTERS, Comment
from annotator.domain.ids import digest
from annotator.domain.relation import Relation
from annotator.domain.scheme import LONGEST_NOTE
from annotator.domain.span import Parts, Span
from annotator.errors import InputError
from annotator.formats import cas_layers
from annotator.formats.cas_layers import CAS_METADATA, CONTINUATION, SENTENCE, TOKEN, LayerNames
from annotator.formats.cas_model import (
    DOCUMENT_ANNOTATION,
    Cas,
    Sofa,
    Structure,
    short,
)
from annotator.formats.cas_placeless import Placeless
from annotator.formats.escapes import unescaped
from annotator.formats.ids import relation_id, span_id
from annotator.formats.left_out import NO_END, NO_TEXT, TO_ITSELF, TWICE
from annotator.formats.offset_tables import cleaned_offsets, merged_parts, points_of_units
from annotator.formats.options import named
from annotator.formats.source import Source

TOO_LONG = named("ends of values that are too long")
OTHER = named("structures that are no marks")

ACTOR_ID, ACTOR_NAME = "actorId", "actorName"
_ENDS = (("Governor", "Dependent"), ("governor", "dependent"))


class CasMarks:
    """Makes spans and relations of what one view holds; `own` says that it is one that we wrote."""

    def __init__(self, cas: Cas, sofa: Sofa, text: str, source: Source, *, own: bool) -> None:
        self._cas, self._sofa, self._text, self._source, self._own = cas, sofa, text, source, own
        self._points = points_of_units(sofa.text)
        self._clean = cleaned_offsets(sofa.text, text)
        here = [one for one in cas.structures.values() if one.begin is not None and one.sofa in (sofa.id, None)]
        self._metadata = [one for one in here if self._is_metadata(one)]
        marks = [one for one in here if not self._is_metadata(one)]
        self._links = [one for one in marks if _ends(one) is not None]
        self._annotations = [one for one in marks if _ends(one) is None]
        self._names = LayerNames(one.type for one in self._annotations)
        self._link_names = LayerNames(one.type for one in self._links)
        self._spans: dict[int, Span] = {}
        self._further: defaultdict[int, list[int]] = defaultdict(list)
        self._turns: Counter[tuple[str, Parts]] = Counter()
        self._label_names: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._relation_names: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._made: dict[str, Relation] = {}
        self._remarks: dict[str, Comment] = {}
        self._placeless = Placeless(cas.structures)

    @property
    def language(self) -> str:
        """The language that the document says it is in; empty for none."""
        return next((one.values["language"] for one in self._metadata if one.values.get("language")), "")

    @property
    def title(self) -> str:
        """The title that the document says it has; empty for none."""
        names = ("documentTitle", "documentId")
        return next((one.values[name] for name in names for one in self._metadata if one.values.get(name)), "")

    @property
    def address(self) -> str:
        """The address on the web that the document says it has; empty for none."""
        found = (one.values.get("documentUri", "") for one in self._metadata)
        return next((address for address in found if address.startswith(("http://", "https://"))), "")

    def said_of_all(self) -> Iterator[str]:
        """Yield the values of annotations that cover the whole text: what a file says of itself."""
        for one in self._annotations:
            if not one.begin and one.end == len(self._points) - 1:
                yield from one.values.values()

    @property
    def label_names(self) -> Mapping[str, str]:
        """The full names of the labels."""
        return cas_layers.usual(self._label_names)

    @property
    def relation_names(self) -> Mapping[str, str]:
        """The full names of the relations."""
        return cas_layers.usual(self._relation_names)

    @property
    def is_empty(self) -> bool:
        """True where nobody has marked anything: there are tokens and sentences at most."""
        return not self._links and all(one.type in (TOKEN, SENTENCE) for one in self._annotations)

    @property
    def comments(self) -> Sequence[Comment]:
        """The values of layers of whole documents, which lie at no place of the text."""
        return list(self._remarks.values())

    def make(self, document_id: str, handle: str) -> tuple[list[Span], list[Relation]]:
        """Return the spans and relations, as marks of this annotator. Raises InputError."""
        needed = set(self._ends_of_links())
        rest = self._continued()
        for one in sorted(self._annotations, key=lambda one: one.id):
            segment = one.type in (TOKEN, SENTENCE) and one.id not in needed
            if not segment and one.id not in rest:
                self._span(one, document_id, handle)
        for one in self._annotations:
            if one.id in self._spans and one.type not in (TOKEN, SENTENCE):
                self._references(one, document_id, handle)
        for one in self._links:
            if one.type != CONTINUATION:
                self._relation(one, document_id, handle)
        for group in self._placeless.groups.values():
            self._group(group, document_id, handle)
        self._source.line = 0
        return list(self._spans.values()), list(self._made.values())

    def _is_metadata(self, one: Structure) -> bool:
        types = self._cas.types
        return types.is_a(one.type, DOCUMENT_ANNOTATION) or one.type in cas_layers.TOLD_OF_DOCUMENTS

    def _ends_of_links(self) -> Iterator[int]:
        for link in self._links:
            yield from _ends(link) or ()
        for one in self._annotations:
            if one.type not in (TOKEN, SENTENCE):
                for ids in one.refs.values():
                    yield from (target for _, _, target in self._targets(ids))

    def _continued(self) -> dict[int, int]:
        """Return the further parts of discontinuous spans, each with the first."""
        links = [one for one in self._links if one.type == CONTINUATION]
        pairs = [_ends(one) or (0, 0) for one in links]
        rest = {end: start for start, end in pairs if start != end}
        for end, start in rest.items():
            self._further[start].append(end)
        return rest

    # Spans

    def _span(self, one: Structure, document_id: str, handle: str) -> None:
        self._source.line = one.line
        also = [self._cas.structures[id] for id in self._further[one.id] if id in self._cas.structures]
        parts = merged_parts([self._part(part) for part in (one, *also)])
        if not parts:
            self._source.left[NO_TEXT] += 1
            return
        label, feature = cas_layers.label_of(one, self._names.of(one.type), self._source.asked)
        self._label_names[label][f"{one.type}[{feature}={label}]" if feature else one.type] += 1
        turn = self._turns[label, parts]
        self._turns[label, parts] += 1
        hidden = {feature, ACTOR_ID, ACTOR_NAME} if self._own else {feature}
        self._spans[one.id] = Span(
            id=span_id(document_id, handle, label, parts, turn),
            document_id=document_id,
            annotator=handle,
            label=label,
            parts=parts,
            attributes=self._attributes(one, hidden),
            actor_id=one.values.get(ACTOR_ID) if self._own else None,
        )

    def _part(self, one: Structure) -> tuple[int, int]:
        begin, end = one.begin or 0, one.end if one.end is not None else -1
        last = len(self._points) - 1
        if not 0 <= begin <= end <= last:
            raise InputError(
                "{type} {id} lies at [{begin}, {end}), outside the text of {length} UTF-16 units",
                type=one.type,
                id=one.id,
                begin=begin,
                end=end,
                length=last,
            )
        return self._clean[self._point(begin, back=True)], self._clean[self._point(end, back=False)]

    def _point(self, unit: int, *, back: bool) -> int:
        """Return an offset in code points; one inside a character takes the whole of it in."""
        found = self._points[unit]
        if found is None:
            found = self._points[unit - 1 if back else unit + 1]
        return found if found is not None else 0

    def _attributes(self, one: Structure, hidden: set[str | None]) -> dict[str, str]:
        said: dict[str, list[str]] = {}
        for key, value in self._placeless.values(one):
            if key not in hidden and value.strip():
                said.setdefault(key, []).append(unescaped(value) if self._own else value)
        made = {key: " | ".join(values) for key, values in said.items()}
        self._source.left[TOO_LONG] += sum(len(value) > LONGEST_NOTE for value in made.values())
        return {key: value[:LONGEST_NOTE] for key, value in made.items()}

    # Relations

    def _relation(self, link: Structure, document_id: str, handle: str) -> None:
        self._source.line = link.line
        start, end = _ends(link) or (0, 0)
        label = self._link_names.of(link.type)
        self._relation_names[label][link.type] += 1
        self._link(label, (start, end), self._attributes(link, set()), (document_id, handle))

    def _references(self, one: Structure, document_id: str, handle: str) -> None:
        """Make a relation of each feature that leads to an annotation."""
        self._source.line = one.line
        for feature, ids in one.refs.items():
            for role, link, target in self._targets(ids):
                label = role or feature
                full = f"{one.type}:{feature}" + (f"[{link.type}={role}]" if link is not None else "")
                self._relation_names[label][full] += 1
                said = self._attributes(link, {"role"}) if link is not None else {}
                self._link(label, (one.id, target), said, (document_id, handle))

    def _link(self, label: str, ends: tuple[int, int], attributes: dict[str, str], whose: tuple[str, str]) -> None:
        start, end = (self._spans.get(one) for one in ends)
        if start is None or end is None:
            self._source.left[NO_END] += 1
            return
        if start.id == end.id:
            self._source.left[TO_ITSELF] += 1
            return
        id = relation_id(whose[0], label, start.id, end.id)
        if id in self._made:
            self._source.left[TWICE] += 1
            return
        self._made[id] = Relation(
            id=id,
            document_id=whose[0],
            annotator=whose[1],
            label=label,
            from_id=start.id,
            to_id=end.id,
            attributes=attributes,
        )

    def _targets(self, ids: Sequence[int]) -> Iterator[tuple[str, Structure | None, int]]:
        """Yield the annotations to which a feature leads, through lists and links, with the role and the link."""
        for one in self._placeless.members(ids):
            if one.begin is not None:
                yield "", None, one.id
            elif one.id not in self._placeless.groups:
                leads = self._placeless.leads(one)
                for lead in leads:
                    role = lead.holder.values.get("role", "").strip()
                    yield role or (lead.path[-1] if len(leads) > 1 else ""), lead.holder, lead.target

    def _group(self, one: Structure, document_id: str, handle: str) -> None:
        """Make relations of what a structure that lies nowhere brings together: of its arguments, or its mentions."""
        self._source.line = one.line
        leads = [lead for lead in self._placeless.leads(one) if lead.target in self._spans]
        ends = list(dict.fromkeys(lead.target for lead in leads))
        said, label = self._attributes(one, set()), short(one.type)
        if len(ends) < 2:
            if ends:
                self._describe(ends[0], {f"{label}.{key}": value for key, value in said.items()})
            elif said and one.sofa in (self._sofa.id, None):
                self._remark(
                    f"{label}: " + ", ".join(f"{key}={value}" for key, value in said.items()), document_id, handle
                )
            return
        is_chain = len({lead.path for lead in leads}) == 1
        for place, end in enumerate(ends[1:]):
            self._relation_names[label][one.type] += 1
            self._link(label, (ends[place if is_chain else 0], end), dict(said), (document_id, handle))

    def _describe(self, id: int, said: Mapping[str, str]) -> None:
        """Give a span what a structure says that leads to it alone."""
        span = self._spans[id]
        self._spans[id] = msgspec.structs.replace(span, attributes={**said, **span.attributes})

    def _remark(self, text: str, document_id: str, handle: str) -> None:
        if not handle:
            self._source.left[OTHER] += 1
            return
        id = digest("\n".join(("comment", document_id, handle, text)))
        self._remarks[id] = Comment(
            id=id, document_id=document_id, annotator=handle, text=text[:MOST_CHARACTERS], made=""
        )


def _ends(one: Structure) -> tuple[int, int] | None:
    """Return the ends of a structure that links two others; None for one that does not."""
    for start, end in _ENDS:
        if start in one.refs and end in one.refs and one.refs[start] and one.refs[end]:
            return one.refs[start][0], one.refs[end][0]
    return None


def username(cas: Cas) -> str:
    """Return the annotator whom INCEpTION names in a file; empty for none."""
    found = (one.values.get("username", "") for one in cas.structures.values() if one.type == CAS_METADATA)
    return next((name for name in found if name), "")


def at_least_one(texts: Sequence[Sofa]) -> Sequence[Sofa]:
    """Return the views that hold a text. Raises InputError for a file without any."""
    found = [one for one in texts if one.text.strip()]
    if not found:
        raise InputError("it holds no text")
    return found
