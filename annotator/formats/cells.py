"""Cells of tables that people open in a spreadsheet: no text of ours may run there as a formula.

A spreadsheet takes a cell for a formula by its first character, and skips more than one would think before it.
Such a cell gets an apostrophe in front, which spreadsheets read as "this is text"; reading takes it off again.
"""

import unicodedata

import regex

MARK = "'"
_SIGNS = frozenset("=+-@\t\r\n")
# Spaces, controls and all that shows nothing; and our own mark, so that taking it off is exact.
_SKIPPED = regex.compile(rf"[\p{{Z}}\p{{Cc}}\p{{Cf}}\p{{DI}}{MARK}]")


def guarded(text: str) -> str:
    """The text for a spreadsheet's cell: as it is, or with an apostrophe where it might run as a formula."""
    return MARK + text if _might_run(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell that `guarded` made; for every text, `unguarded(guarded(text)) == text`."""
    return cell[1:] if cell.startswith(MARK) and _might_run(cell[1:]) else cell


def _might_run(text: str) -> bool:
    """Return whether the first character that counts is a sign that begins a formula, in any of its widths."""
    for char in text:
        if char in _SIGNS or unicodedata.normalize("NFKC", char) in _SIGNS:
            return True
        if not _SKIPPED.match(char):
            return False
    return False
