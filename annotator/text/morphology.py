"""Clitics as camel-tools' morphology database knows them, where it is installed: لبنان has no ل in front of it.

The rules of `text.clitics` say where clitics could end; of these, the database leaves those that an analysis of the
word has. What it does not know (foreign names, above all) stays with the rules.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from annotator.errors import InputError
from annotator.text import clitics
from annotator.text.camel_data import installed

Splits = Callable[[str, int, int], list[int]]
"""Answers, for the word at `[start, end)` of a text, the offsets where what its clitics are attached to may begin."""
Analysis = Mapping[str, object]

DATABASE = ("morphology_db", "calima-msa-r13", "morphology.db")
"""The path of the database of Modern Standard Arabic in camel-tools' folder of data."""
BRING_DATABASE = "camel_data -i morphology-db-msa-r13"
REMEMBERED = 16_384
"""Words of which the analyses are remembered."""

# camel-tools' features of proclitics, in the order of writing, and how their values begin that our rules know:
# https://camel-tools.readthedocs.io/en/latest/reference/camel_morphology_features.html
_PROCLITICS: tuple[tuple[str, tuple[str, ...], clitics.CliticKind], ...] = (
    ("prc2", ("wa_", "fa_"), "conjunction"),
    ("prc1", ("bi_", "ka_", "la_", "li_", "sa_"), "particle"),
    ("prc0", ("Al_det",), "article"),
)


def splits() -> Splits:
    """Return the best way to tell clitics apart on this computer; the first time, with a database, it takes seconds.

    Raises InputError for a database that cannot be read.
    """
    path = installed(*DATABASE)
    return clitics.splits if path is None else _with_database(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _with_database(path: Path, changed: int) -> Splits:
    """The splits by a database; read again once its file has changed."""
    del changed
    from camel_tools.morphology.analyzer import Analyzer
    from camel_tools.morphology.database import MorphologyDB
    from camel_tools.morphology.errors import MorphologyError

    try:
        analyze = Analyzer(MorphologyDB(str(path))).analyze
    except (MorphologyError, OSError, ValueError) as error:
        raise InputError("The morphology database {path} cannot be read: {reason}.", path=path, reason=error) from error

    @lru_cache(maxsize=REMEMBERED)
    def known(word: str) -> frozenset[tuple[clitics.CliticKind, ...]]:
        return frozenset(map(_kinds, analyze(word)))

    def by_database(text: str, start: int, end: int) -> list[int]:
        found = clitics.clitics(text, start, end)
        return _allowed(found, known(text[start:end])) if found else []

    return by_database


def _kinds(analysis: Analysis) -> tuple[clitics.CliticKind, ...]:
    return tuple(kind for feature, values, kind in _PROCLITICS if str(analysis.get(feature)).startswith(values))


def _allowed(found: list[clitics.Clitic], known: Iterable[tuple[clitics.CliticKind, ...]]) -> list[int]:
    """Return the ends of clitics that begin as those of an analysis do; all of them where there is no analysis."""
    kinds = tuple(clitic.kind for clitic in found)
    readings = list(known)
    return [
        clitic.end
        for place, clitic in enumerate(found, start=1)
        if not readings or any(reading[:place] == kinds[:place] for reading in readings)
    ]
