"""Figures as tables for papers and spreadsheets."""

import csv
import io

from annotator.agreement import tables
from annotator.agreement.tables import Table

TABLE = Table(("", "α | κ", "n"), (("claim_1", "0.71", "12"), ("=1+1", "undefined", "50 %")))


def test_markdown_keeps_its_columns() -> None:
    lines = tables.formatted(TABLE, "markdown", "How.").splitlines()
    assert lines[0] == "|  | α \\| κ | n |" and lines[2] == "| claim_1 | 0.71 | 12 |" and lines[-1] == "How."


def test_latex_is_escaped() -> None:
    text = tables.formatted(TABLE, "latex", "50 % of {it}")
    assert r"claim\_1 & 0.71 & 12 \\" in text and r"\caption{50 \% of \{it\}}" in text


def test_no_cell_of_a_csv_is_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(tables.formatted(TABLE, "csv", "How, exactly."))))
    assert rows[2][0] == "'=1+1" and rows[-1] == ["How, exactly."]
