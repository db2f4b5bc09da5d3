"""A report of marked articles as one HTML file that needs nothing else: for reading, printing and sending."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from annotator.domain.scheme import Label
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.options import named
from annotator.formats.record import Record
from annotator.formats.registry import writer
from annotator.formats.report import (
    COLUMNS,
    HOLDS,
    TINTS,
    WORDS,
    MarkedStretch,
    ReportLanguage,
    ReportOptions,
    direction_of,
    direction_of_words,
    frames,
    heading,
    labels_of,
    page_direction,
    pieces,
    stretches,
    title_of_label,
)
from annotator.text.direction import base_direction

# The policy keeps a page from fetching or running anything, whatever an article says.
_HEAD = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
<style>
:root {{ color-scheme: light; }}
body {{ font-family: "Noto Naskh Arabic", "Amiri", "Traditional Arabic", serif; line-height: 2.3; color: #222;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font-size: 1.1rem; background: #fff; }}
h1, h2, .about, .legend, table {{ font-family: "Noto Sans Arabic", "Segoe UI", sans-serif; }}
h2 {{ margin-top: 3rem; border-top: 1px solid #ccc; padding-top: 1rem; font-size: 1.3rem; }}
.about {{ color: #555; font-size: .85rem; }}
.text {{ white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }}
mark {{ color: inherit; border-bottom: 2px solid; padding-bottom: 1px; }}
mark[data-label] {{ position: relative; }}
mark[data-label]::before {{ content: attr(data-label); position: absolute; top: -.9em; inset-inline-start: 0;
  font: .55rem/1.3 "Noto Sans Arabic", sans-serif; white-space: nowrap; }}
mark.short::before {{ max-inline-size: 100%; overflow: hidden; text-overflow: ellipsis; }}
mark mark[data-label]::before {{ top: -1.7em; }}
table {{ border-collapse: collapse; width: 100%; font-size: .85rem; line-height: 1.5; margin-top: 1rem; }}
th, td {{ border: 1px solid #ccc; padding: .35rem .5rem; text-align: start; vertical-align: top; }}
th {{ background: #f4f4f4; }}
.legend span {{ margin-inline-end: 1rem; }}
@media print {{ body {{ max-width: none; }} h2 {{ break-after: avoid; }} tr {{ break-inside: avoid; }} }}
{marks}
</style></head><body>
"""


@writer(
    id="html",
    title="Report (HTML)",
    use="reading",
    about=named("Marked articles and their claims on one page for the browser"),
    suffix=".html",
    holds=HOLDS,
    options=ReportOptions,
)
def write_html(dataset: Dataset, out: Sink, options: ReportOptions) -> None:
    """Write the articles with their marks, each with a table of who says what."""
    with out.file(f"{dataset.card.name}.html") as stream:
        for line in _page(dataset, options.language):
            stream.write(line.encode("utf-8", "replace"))


def _page(dataset: Dataset, language: ReportLanguage) -> Iterator[str]:
    labels = labels_of(dataset)
    title = dataset.card.name
    yield _HEAD.format(
        language=language,
        direction=page_direction(language),
        title=escape(title),
        marks="\n".join(_styles(labels)),
    )
    yield f"<h1>{escape(title)}</h1>\n"
    yield f'<p class="legend"><b>{WORDS[language]["labels"]}:</b> {" ".join(_legend(labels, language))}</p>\n'
    for record in dataset.records:
        yield from _article(record, dataset, labels, language)
    yield "</body></html>\n"


def _styles(labels: Mapping[str, Label]) -> Iterator[str]:
    lines = {"solid": "solid", "dashed": "dashed", "dotted": "dotted", "double": "double"}
    for number, label in enumerate(labels.values()):
        light, dark = TINTS[label.color]
        line = lines.get(label.underline, "solid")
        yield f"mark.l{number} {{ background: #{light}; border-bottom: 2px {line} #{dark}; }}"
        yield f"mark.l{number}::before {{ color: #{dark}; }}"


def _legend(labels: Mapping[str, Label], language: ReportLanguage) -> Iterator[str]:
    """Yield the labels; what stands between them has to be white space, or a browser joins their letters."""
    for number, label in enumerate(labels.values()):
        yield f'<span><mark class="l{number}">{escape(title_of_label(label, language))}</mark></span>'


def _article(record: Record, dataset: Dataset, labels: Mapping[str, Label], language: ReportLanguage) -> Iterator[str]:
    document = record.document
    direction = direction_of(record)
    yield f'<section><h2 dir="{direction_of_words(document.title, language)}">{escape(document.title)}</h2>\n'
    yield f'<p class="about">{_with_names(heading(record, language))}</p>\n'
    yield f'<div class="text" dir="{direction}" lang="{escape(document.language)}">'
    numbers = {key: number for number, key in enumerate(labels)}
    for stretch in stretches(record):
        yield _marked(stretch, labels, numbers, language)
    yield "</div>\n"
    rows = list(frames(record, dataset.scheme, language))
    if rows:
        yield from _table(rows, language)
    yield "</section>\n"


def _marked(
    stretch: MarkedStretch, labels: Mapping[str, Label], numbers: Mapping[str, int], language: ReportLanguage
) -> str:
    """The stretch inside a mark for each span, the shortest innermost; what begins here is named.

    The name lies above the words and not among them, where it would tear joined letters apart.
    """
    known = [span for span in stretch.marks if span.label in labels]
    made = escape(stretch.text)
    for span in known:
        title = escape(title_of_label(labels[span.label], language))
        named = f' data-label="{title}"' if span in stretch.begins else ""
        # A name that is longer than its words would lie over the next one.
        short = " short" if named and len(stretch.text) <= len(title) else ""
        made = f'<mark class="l{numbers[span.label]}{short}"{named}>{made}</mark>'
    return made


def _table(rows: Iterable[tuple[str, ...]], language: ReportLanguage) -> Iterator[str]:
    words = WORDS[language]
    yield "<table><thead><tr>" + "".join(f"<th>{words[column]}</th>" for column in COLUMNS) + "</tr></thead><tbody>\n"
    for row in rows:
        yield "<tr>" + "".join(_cell(cell, language) for cell in row) + "</tr>\n"
    yield "</tbody></table>\n"


def _cell(text: str, language: ReportLanguage) -> str:
    return f'<td dir="{direction_of_words(text, language)}">{_with_names(text)}</td>'


def _with_names(text: str) -> str:
    """Words of ours with names among them, each kept apart."""
    return "".join(
        f'<bdi dir="{base_direction(piece)}">{escape(piece)}</bdi>' if is_name else escape(piece)
        for piece, is_name in pieces(text)
    )
