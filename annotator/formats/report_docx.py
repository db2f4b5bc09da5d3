"""A report of marked articles as a Word document, for people who hand on paper; right to left where the words are."""

import io
import zipfile
from typing import Any

from annotator import zips
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.escapes import NOT_XML
from annotator.formats.options import named
from annotator.formats.record import Record
from annotator.formats.registry import writer
from annotator.formats.report import (
    COLUMNS,
    HOLDS,
    TINTS,
    WORDS,
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


@writer(
    id="docx",
    title="Report (Word)",
    use="reading",
    about=named("Marked articles and their claims, to print and hand on"),
    suffix=".docx",
    holds=HOLDS,
    options=ReportOptions,
)
def write_docx(dataset: Dataset, out: Sink, options: ReportOptions) -> None:
    """Write the articles with their marks, each with a table of who says what."""
    from docx import Document

    made = _Word(Document(), dataset, options.language)
    made.write()
    held = io.BytesIO()
    made.document.save(held)
    with out.file(f"{dataset.card.name}.docx") as stream:
        _undated(held, stream)


def _undated(source: io.BytesIO, target: Any) -> None:
    """Pack the archive again: the time of day would be all that differs between two exports of the same."""
    with zipfile.ZipFile(source) as held, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in held.namelist():
            archive.writestr(zips.entry(name), held.read(name))


class _Word:
    """Builds the document paragraph by paragraph."""

    def __init__(self, document: Any, dataset: Dataset, language: ReportLanguage) -> None:
        self.document = document
        self._dataset, self._language = dataset, language
        self._labels = labels_of(dataset)
        self._rtl = page_direction(language) == "rtl"

    def write(self) -> None:
        """Write all of it."""
        self.document.core_properties.title = _fit(self._dataset.card.name)
        self._heading(self._dataset.card.name, 0)
        legend = self._paragraph(rtl=self._rtl)
        self._run(legend, f"{WORDS[self._language]['labels']}: ", rtl=self._rtl, bold=True)
        for label in self._labels.values():
            self._run(legend, title_of_label(label, self._language), rtl=self._rtl, fill=TINTS[label.color][0])
            self._run(legend, "  ", rtl=self._rtl)
        for record in self._dataset.records:
            self._article(record)

    def _article(self, record: Record) -> None:
        self._heading(record.document.title, 1)
        self._names(self._paragraph(rtl=self._rtl), heading(record, self._language), rtl=self._rtl, color="555555")
        rtl = direction_of(record) == "rtl"
        paragraph = self._paragraph(rtl=rtl)
        for stretch in stretches(record):
            marks = [span for span in stretch.marks if span.label in self._labels]
            for span in reversed([one for one in marks if one in stretch.begins]):
                label = self._labels[span.label]
                name = f"[{title_of_label(label, self._language)}] "
                self._run(paragraph, name, rtl=rtl, color=TINTS[label.color][1], small=True)
            fill = TINTS[self._labels[marks[0].label].color][0] if marks else ""
            line = TINTS[self._labels[marks[-1].label].color][1] if len(marks) > 1 else ""
            for place, words in enumerate(stretch.text.split("\n")):
                if place:
                    paragraph = self._paragraph(rtl=rtl)
                self._run(paragraph, words, rtl=rtl, fill=fill, line=line)
        self._table(list(frames(record, self._dataset.scheme, self._language)))

    def _table(self, rows: list[tuple[str, ...]]) -> None:
        if not rows:
            return
        table = self.document.add_table(rows=1, cols=len(COLUMNS))
        table.style = "Table Grid"
        if self._rtl:
            table._tblPr.insert(1, _element("w:bidiVisual"))
        words = WORDS[self._language]
        for cell, column in zip(table.rows[0].cells, COLUMNS, strict=True):
            self._cell(cell, words[column], bold=True)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                self._cell(cell, text)

    def _cell(self, cell: Any, text: str, *, bold: bool = False) -> None:
        paragraph = cell.paragraphs[0]
        self._names(self._directed(paragraph, text), text, rtl=self._runs_left(text), bold=bold)

    def _names(self, paragraph: Any, text: str, *, rtl: bool, bold: bool = False, color: str = "") -> None:
        """Add words with names among them, each a run of its own direction."""
        for piece, is_name in pieces(text):
            way = self._runs_left(piece) if is_name else rtl
            self._run(paragraph, piece, rtl=way, bold=bold, color=color)

    def _runs_left(self, text: str) -> bool:
        """Return whether words run from right to left; a single word has nothing that could be turned around."""
        return self._rtl if text.isalnum() else direction_of_words(text, self._language) == "rtl"

    def _directed(self, paragraph: Any, text: str) -> Any:
        """Let a title or a cell begin where the page does, or else where its words do."""
        if self._rtl or direction_of_words(text, self._language) == "rtl":
            _direct(paragraph)
        return paragraph

    def _heading(self, text: str, level: int) -> None:
        self._run(self._directed(self.document.add_heading(level=level), text), text, rtl=self._runs_left(text))

    def _paragraph(self, *, rtl: bool) -> Any:
        made = self.document.add_paragraph()
        if rtl:
            _direct(made)
        return made

    def _run(
        self,
        paragraph: Any,
        text: str,
        *,
        rtl: bool,
        bold: bool = False,
        small: bool = False,
        color: str = "",
        fill: str = "",
        line: str = "",
    ) -> None:
        """Add words. What Word knows of complex scripts it takes from marks of its own: rtl, bCs, szCs."""
        if not text:
            return
        run = paragraph.add_run(_fit(text))
        properties = run._r.get_or_add_rPr()
        if bold:
            run.bold = True
            properties.append(_element("w:bCs"))
        if color:
            properties.append(_element("w:color", color))
        if small:
            properties.append(_element("w:sz", "16"))
            properties.append(_element("w:szCs", "16"))
        if line:
            properties.append(_element("w:u", "single", color=line))
        if fill:
            properties.append(_element("w:shd", "clear", color="auto", fill=fill))
        if rtl:
            properties.append(_element("w:rtl"))


def _direct(paragraph: Any) -> None:
    """Let a paragraph run from right to left."""
    properties = paragraph._p.get_or_add_pPr()
    properties.append(_element("w:bidi"))


def _element(name: str, value: str = "", **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, text in {**({"val": value} if value else {}), **attributes}.items():
        made.set(qn(f"w:{key}"), text)
    return made


def _fit(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)
