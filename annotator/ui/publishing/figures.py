"""The charts that an outlook makes: labels, roles, lengths, publishers, months, and marks over marks."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from PySide6.QtCore import QLocale

from annotator.domain.scheme import Label, RelationType, Scheme, title_in
from annotator.services.outlook import Outlook
from annotator.ui.i18n import date, isolate, language, number, tr, tr_n
from annotator.ui.publishing.charts import Chart, Figure

MOST_BARS = 8
MOST_LENGTHS = 12
"""Columns of a chart of lengths; what is longer is counted together."""
MOST_MONTHS = 24


def charts(found: Outlook, scheme: Scheme) -> Iterator[Chart]:
    """Yield the charts of a dataset in the language of the window; none that would be empty."""
    items: list[Label | RelationType] = [*scheme.labels, *scheme.relations]
    titles = {one.key: title_in(one.title, language(), one.key) for one in items}
    if found.labels:
        yield Chart(tr("Labels"), tr_n("{n} marks", found.counts.spans), _most(_named(found.labels, titles)))
    if found.relations:
        told = tr_n("{n} links", found.counts.relations)
        yield Chart(tr("Roles and links"), told, _most(_named(found.relations, titles)))
    for label, lengths in found.lengths.items():
        yield _lengths(titles.get(label, label), lengths)
    if outlets := {name: count for name, count in found.outlets.items() if name}:
        rows = [(isolate(name), count) for name, count in outlets.items()]
        yield Chart(tr("Publishers"), number(len(outlets)), _most(rows))
    if months := {name: count for name, count in found.months.items() if len(name) == len("2026-01")}:
        yield _months(months)
    if sum(found.layers):
        yield _layers(found.layers)


def _named(counts: Mapping[str, int], titles: Mapping[str, str]) -> list[Figure]:
    return [(isolate(titles.get(key, key)), count) for key, count in counts.items()]


def _most(rows: Sequence[Figure]) -> list[Figure]:
    """The first of them, and the others together."""
    if len(rows) <= MOST_BARS:
        return list(rows)
    others = rows[MOST_BARS - 1 :]
    told = tr_n("{n} others", len(others))
    return [*rows[: MOST_BARS - 1], (told, sum(count for _, count in others))]


def _lengths(title: str, lengths: Mapping[int, int]) -> Chart:
    longest = max(lengths)
    width = -(-longest // MOST_LENGTHS)
    bins: dict[int, int] = dict.fromkeys(range((longest - 1) // width + 1 if longest else 1), 0)
    for words, count in lengths.items():
        bins[max(words - 1, 0) // width] += count
    told = tr("median {median}, longest {longest}", median=median(lengths), longest=longest)
    figures = [(_span(place * width + 1, (place + 1) * width), count) for place, count in bins.items()]
    return Chart(tr("{label}: length in words", label=title), told, figures, columns=True)


def _span(first: int, last: int) -> str:
    return number(first) if first == last else f"{number(first)}–{number(last)}"


def median(counts: Mapping[int, int]) -> int:
    """Return the lower median of values that are counted."""
    values = sorted(counts)
    half = (sum(counts.values()) + 1) // 2
    sums = accumulate(counts[value] for value in values)
    return next(value for value, reached in zip(values, sums, strict=True) if reached >= half)


def _months(months: Mapping[str, int]) -> Chart:
    shown = _every(min(months), max(months))
    if len(shown) <= MOST_MONTHS:
        return Chart(tr("Months"), "", [(date(one), months.get(one, 0)) for one in shown], columns=True)
    years: dict[str, int] = {}
    for month, count in months.items():
        years[month[:4]] = years.get(month[:4], 0) + count
    return Chart(tr("Years"), "", sorted(years.items()), columns=True)


def _every(first: str, last: str) -> list[str]:
    """The months from the first to the last."""
    start, end = (int(one[:4]) * 12 + int(one[5:7]) - 1 for one in (first, last))
    return [f"{one // 12:04}-{one % 12 + 1:02}" for one in range(start, end + 1)]


def _layers(layers: Sequence[int]) -> Chart:
    total = sum(layers)
    titles = [tr("no mark"), tr("one mark"), tr("two marks"), tr("three and more")]
    figures = [(f"{title} ({percent(count / total)})", count) for title, count in zip(titles, layers, strict=True)]
    return Chart(tr("Letters under marks"), tr_n("{n} letters", total), figures)


def percent(share: float) -> str:
    """Return a share as percent, in the digits of the window."""
    return f"{number(round(share * 100))}{QLocale().percent()}"
