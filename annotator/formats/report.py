"""Readable reports of marked articles: the words and the stretches of text that HTML and Word have in common."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Annotated, Literal

import msgspec

from annotator.domain.scheme import Color, Label, Scheme
from annotator.domain.span import Span
from annotator.formats.claims import SEPARATOR, Claim, claims_of
from annotator.formats.dataset import Dataset
from annotator.formats.losses import EVERYTHING, Feature
from annotator.formats.options import Options, named, titled
from annotator.formats.record import Record
from annotator.text.direction import base_direction

LOST = (
    Feature.ATTRIBUTES
    | Feature.RELATIONS
    | Feature.RELATION_ATTRIBUTES
    | Feature.ACTORS
    | Feature.COMMENTS
    | Feature.SPLITS
    | Feature.SCHEME
)
HOLDS = EVERYTHING & ~LOST
"""The features of a report, which is for reading: numbers and ids are in the other formats."""

ReportLanguage = Literal["ar", "en"]

WORDS: Mapping[ReportLanguage, Mapping[str, str]] = {
    "ar": {
        "source": "القائل",
        "cue": "قرينة القول",
        "claim": "القول",
        "statement": "المقولة",
        "target": "المعنيّ",
        "reading": "قراءة",
        "yes": "موافق",
        "no": "معارض",
        "unclear": "غير واضح",
        "labels": "الوسوم",
        "articles": "المقالات",
    },
    "en": {
        "source": "Source",
        "cue": "Cue",
        "claim": "Claim",
        "statement": "Statement",
        "target": "About",
        "reading": "Read by",
        "yes": "agrees",
        "no": "disagrees",
        "unclear": "unclear",
        "labels": "Labels",
        "articles": "Articles",
    },
}
"""The words of a report; they are of the language of the report and not of the window."""

TINTS: Mapping[Color, tuple[str, str]] = {
    "blue": ("DCEBF7", "1F5F94"),
    "orange": ("FBE7CF", "9A5200"),
    "green": ("DDF1DC", "1F6B22"),
    "purple": ("E9E0F3", "56338A"),
    "red": ("FADDDD", "A01C1C"),
    "cyan": ("D8F2F5", "0B6670"),
    "pink": ("FBE0F0", "97296F"),
    "olive": ("EFEFD2", "5E5E10"),
    "gray": ("E8E8E8", "4A4A4A"),
}
"""A light and a dark shade of each colour: behind the words, and for the line below them and the label's name."""

COLUMNS = ("source", "cue", "claim", "statement", "target")


class ReportOptions(Options, frozen=True, kw_only=True):
    """The language of the headings."""

    language: Annotated[ReportLanguage, titled("Language", ar=named("Arabic"), en=named("English"))] = "ar"


class MarkedStretch(msgspec.Struct, frozen=True):
    """Words that are marked alike: `marks` cover them, the shortest first; `begins` are those that begin here."""

    text: str
    marks: tuple[Span, ...]
    begins: tuple[Span, ...]


def stretches(record: Record) -> Iterator[MarkedStretch]:
    """Yield the text of a record in stretches, each marked alike."""
    text = record.document.text
    starts: dict[int, list[Span]] = {}
    ends: dict[int, list[Span]] = {}
    for span in record.spans:
        for start, end in span.parts:
            starts.setdefault(start, []).append(span)
            ends.setdefault(end, []).append(span)
    edges = sorted({0, len(text), *starts, *ends})
    held: dict[str, Span] = {}
    for start, end in pairwise(edges):
        for span in ends.get(start, ()):
            held.pop(span.id, None)
        held.update((span.id, span) for span in starts.get(start, ()))
        marks = sorted(held.values(), key=lambda span: (span.length, span.id))
        begins = tuple(span for span in starts.get(start, ()) if span.start == start)
        yield MarkedStretch(text[start:end], tuple(marks), begins)


def frames(record: Record, scheme: Scheme, language: ReportLanguage) -> Iterator[tuple[str, ...]]:
    """Yield a row for each claim: who says it, by which words, what, the statement, about whom."""
    for claim in claims_of(record, scheme):
        yield claim.names("source"), claim.names("cue"), claim.quote, _statement(claim, language), _about(claim, scheme)


def heading(record: Record, language: ReportLanguage) -> str:
    """Return the line below a title: the outlet, the day, and whose reading it is."""
    document = record.document
    outlets = SEPARATOR.join(dict.fromkeys(one.publisher for one in document.origins if one.publisher))
    date = min((one.published[:10] for one in document.origins if one.published), default="")
    # Digits and hyphens behind Arabic letters would be turned around.
    date = f"\u200e{date}" if date else ""
    annotator = record.annotator
    reading = f"{WORDS[language]['reading']}: {annotator.name or annotator.handle}" if annotator else ""
    return " · ".join(part for part in (outlets, date, reading) if part)


def direction_of(record: Record) -> str:
    """Return the direction of an article: rtl or ltr."""
    return record.document.direction or base_direction(record.document.text)


def title_of_label(label: Label, language: ReportLanguage) -> str:
    """Return what a label is called."""
    return label.title.get(language) or next(iter(label.title.values()), label.key)


def labels_of(dataset: Dataset) -> Mapping[str, Label]:
    """Return the labels of the scheme by their keys."""
    return {label.key: label for label in dataset.scheme.labels}


def page_direction(language: ReportLanguage) -> str:
    """Return the direction of headings and tables."""
    return "rtl" if language == "ar" else "ltr"


def _statement(claim: Claim, language: ReportLanguage) -> str:
    if claim.statement is None:
        return ""
    stand = WORDS[language].get(claim.span.agreement or "", "")
    return f"{claim.statement.text} ({stand})" if stand else claim.statement.text


def _about(claim: Claim, scheme: Scheme) -> str:
    titles = {
        value.key: value.title
        for kind in scheme.relations
        if kind.means == "target"
        for attribute in kind.attributes
        for value in attribute.listed
    }
    parts: Sequence[str] = [
        f"{party.name} ({next(iter(titles.get(party.stance, {}).values()), party.stance)})"
        if party.stance
        else party.name
        for party in claim.parties("target")
    ]
    return SEPARATOR.join(parts)
