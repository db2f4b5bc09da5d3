"""The figures as tables, for papers and spreadsheets: Markdown, LaTeX and CSV."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from annotator.agreement.figures import Figures

TableFormat = Literal["markdown", "latex", "csv"]
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
UNDEFINED = "undefined"


class Table(msgspec.Struct, frozen=True):
    """A heading for each column, and rows of as many cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def number(value: float | None, undefined: str = UNDEFINED) -> str:
    """Return a figure with two decimals."""
    return undefined if value is None else f"{value:.2f}"


def by_label(figures: Figures) -> Table:
    """Return a row for each label, role and attribute."""
    rows = [
        (
            *(label, number(one.token_alpha), number(one.fleiss_kappa), number(one.unitizing_alpha)),
            *(number(one.span_f1_exact), number(one.span_f1_overlap), str(one.n)),
        )
        for label, one in figures.by_label.items()
    ]
    rows += [(label, "", "", "", number(one.f1), "", str(one.n)) for label, one in figures.by_role.items()]
    rows += [(key, number(one.kappa), "", "", "", "", str(one.n)) for key, one in figures.by_attribute.items()]
    return Table(("", "α / κ", "Fleiss κ", "αU", "F1 exact", "F1 overlap", "n"), tuple(rows))


def by_pair(figures: Figures) -> Table:
    """Return a row for each pair of readers."""
    rows = [
        (
            *(one.a, one.b, str(one.documents), number(one.token_kappa)),
            *(number(one.span_f1_exact), number(one.span_f1_overlap), str(one.n)),
        )
        for one in figures.pairs
    ]
    return Table(("", "", "documents", "κ", "F1 exact", "F1 overlap", "n"), tuple(rows))


def by_pair_and_label(figures: Figures) -> Table:
    """Return a row for each label of each pair: precision, recall and F1 of the second reader against the first."""
    rows = [
        (
            *(pair.a, pair.b, label, str(one.a), str(one.b)),
            *map(number, (one.precision_exact, one.recall_exact, one.f1_exact)),
            *map(number, (one.precision_overlap, one.recall_overlap, one.f1_overlap)),
        )
        for pair in figures.pairs
        for label, one in pair.by_label.items()
    ]
    exact, overlap = ((f"P {how}", f"R {how}", f"F1 {how}") for how in ("exact", "overlap"))
    return Table(("reference", "compared", "label", "n", "n compared", *exact, *overlap), tuple(rows))


def formatted(table: Table, form: TableFormat, sentence: str) -> str:
    """Return a table as text, with the sentence that says how its figures were computed."""
    return {"markdown": _markdown, "latex": _latex, "csv": _csv}[form](table, sentence)


def _markdown(table: Table, sentence: str) -> str:
    lines = [_row(table.columns), _row(["---"] * len(table.columns)), *map(_row, table.rows)]
    return "\n".join([*lines, "", sentence, ""])


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _latex(table: Table, sentence: str) -> str:
    lines = [" & ".join(cell.translate(_LATEX) for cell in row) + r" \\" for row in (table.columns, *table.rows)]
    return "\n".join(
        [
            r"\begin{table}",
            r"\begin{tabular}{" + "l" + "r" * (len(table.columns) - 1) + "}",
            r"\hline",
            lines[0],
            r"\hline",
            *lines[1:],
            r"\hline",
            r"\end{tabular}",
            r"\caption{" + sentence.translate(_LATEX) + "}",
            r"\end{table}",
            "",
        ]
    )


def _csv(table: Table, sentence: str) -> str:
    rows = [*(table.columns, *table.rows), (sentence,)]
    return "".join(",".join(_quoted(cell) for cell in row) + "\r\n" for row in rows)


def _quoted(cell: str) -> str:
    # What begins so is run as a formula by spreadsheets.
    safe = "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
    return '"' + safe.replace('"', '""') + '"' if any(letter in safe for letter in ',"\n\r') else safe


def sentence(figures: Figures) -> str:
    """Return the sentence that states how the figures were computed, in English, as for a paper."""
    universe = {
        "all": f"all {figures.unit}s of the articles",
        "marked": f"the {figures.unit}s that one of the readers compared had marked",
        "units": "the stretches of text that one of the readers had marked",
    }[figures.universe]
    tokens = f" ({figures.tokenizer})" if figures.unit == "token" and figures.universe != "units" else ""
    return (
        f"Krippendorff's nominal alpha is {number(figures.token_alpha)} over {figures.n:,} units: {universe}{tokens}, "
        f"in {figures.documents:,} articles with two readings or more by {', '.join(figures.readers)}."
    )
