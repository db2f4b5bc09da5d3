"""Lines with one word and its tag each (CoNLL): telling them from lines that people read."""

import re
from collections.abc import Callable, Sequence

MIN_SHARE = 0.9
"""The share of lines that must have the form of a format."""

TAG = re.compile(r"(?:[BIESLU][-_]\S+|[A-Za-z]\S*-[BIESLU]|O|_)")
_ENTITY = re.compile(r"[BIESLU][-_]\S+|[A-Za-z]\S*-[BIESLU]")
_CONLLU = re.compile(r"\d+(?:[-.]\d+)?(?:\t[^\t]*){9}")
_FIRST = ("-DOCSTART-", "#FORMAT=WebAnno TSV")


def share(lines: Sequence[str], fits: Callable[[str], bool]) -> bool:
    """Return whether so many lines have a form that the file has it."""
    return len(lines) > 0 and sum(map(fits, lines)) >= MIN_SHARE * len(lines)


def cells(row: str) -> list[str]:
    """Return what stands in a row: divided by tabs, or by spaces where it has none."""
    return row.strip().split("\t") if "\t" in row else row.split()


def _last(row: str) -> str:
    """Return the last of several cells, empty where there is one; most rows are sentences, which need no division."""
    row = row.strip()
    if "\t" in row:
        return row.rpartition("\t")[2]
    parts = row.rsplit(maxsplit=1)
    return parts[1] if len(parts) > 1 else ""


def looks_tagged(lines: Sequence[str]) -> bool:
    """Return whether lines (none of them blank) are words with their tags, in any CoNLL format or WebAnno's."""
    if lines and lines[0].startswith(_FIRST):
        return True
    rows = [line for line in lines if not line.startswith("#")]
    if share(rows, lambda line: _CONLLU.fullmatch(line) is not None):
        return True
    # One word and one tag a line; a row of words that ends in a tag is no sentence.
    tags = [tag for tag in map(_last, rows) if TAG.fullmatch(tag)]
    if len(rows) < 2 or len(tags) < MIN_SHARE * len(rows):
        return False
    return any(map(_ENTITY.fullmatch, tags)) or (len(rows) > 2 and set(tags) == {"O"})
