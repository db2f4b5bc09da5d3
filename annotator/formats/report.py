"""Readable reports of marked articles: the words and the stretches of text that HTML and Word have in common."""

import re
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

OPEN, CLOSE = "\u2068", "\u2069"
_ISOLATES = re.compile("[\u2066-\u2069]")
_PIECE = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}|[^{OPEN}]+")

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
    """Yield a row for each claim: who says it, by which words, what, the statement, about whom; see `joined`."""
    for claim in claims_of(record, scheme):
        yield (
            joined(SEPARATOR, [party.name for party in claim.parties("source")]),
            joined(SEPARATOR, [party.name for party in claim.parties("cue")]),
            claim.quote,
            _statement(claim, language),
            _about(claim, scheme, language),
        )


def heading(record: Record, language: ReportLanguage) -> str:
    """Return the line below a title: the outlet, the day, and whose reading it is."""
    document = record.document
    outlets = tuple(dict.fromkeys(one.publisher for one in document.origins if one.publisher))
    date = min((one.published[:10] for one in document.origins if one.published), default="")
    # Digits and hyphens behind Arabic letters would be turned around.
    date = f"\u200e{date}" if date else ""
    annotator = record.annotator
    reading = f"{WORDS[language]['reading']}: {apart(annotator.name or annotator.handle)}" if annotator else ""
    return " · ".join(part for part in (joined(SEPARATOR, outlets, beside=True), date, reading) if part)


def apart(name: str) -> str:
    """Return a name in an isolate, so that it does not turn the words beside it around."""
    return f"{OPEN}{_ISOLATES.sub('', name)}{CLOSE}"


def joined(separator: str, names: Sequence[str], *, beside: bool = False) -> str:
    """Return names side by side, each in an isolate where it does not stand alone; `beside`: other words follow."""
    return separator.join(map(apart, names)) if beside or len(names) > 1 else "".join(names)


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield what `apart` and `joined` made piece by piece, without controls, and whether it is a name of its own."""
    for found in _PIECE.finditer(text):
        yield (found[1], True) if found[1] is not None else (found[0], False)


def direction_of_words(text: str, language: ReportLanguage) -> str:
    """Return the direction of a cell or a title: its own, or that of the page where names stand side by side."""
    return page_direction(language) if OPEN in text or not text else base_direction(text)


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
    return f"{apart(claim.statement.text)} ({stand})" if stand else claim.statement.text


def _about(claim: Claim, scheme: Scheme, language: ReportLanguage) -> str:
    titles = {
        value.key: value.title
        for kind in scheme.relations
        if kind.means == "target"
        for attribute in kind.attributes
        for value in attribute.listed
    }
    parties = claim.parties("target")
    if len(parties) == 1 and not parties[0].stance:
        return parties[0].name
    return SEPARATOR.join(
        f"{apart(party.name)} ({_title_of_value(titles.get(party.stance, {}), party.stance, language)})"
        if party.stance
        else apart(party.name)
        for party in parties
    )


def _title_of_value(titles: Mapping[str, str], key: str, language: ReportLanguage) -> str:
    return titles.get(language) or next(iter(titles.values()), key)
