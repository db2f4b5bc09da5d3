"""Finding entries of the registry of statements by words in any spelling."""

from collections.abc import Iterable, Sequence

import msgspec

from annotator.domain.change import Changes
from annotator.domain.statement import Statement
from annotator.services.door.file import ProjectFile
from annotator.store import statements
from annotator.text.clitics import splits
from annotator.text.normalize import normal_form

LIKE = 70.0
"""The similarity (of 100) from which two sentences are called similar."""


class _Wording(msgspec.Struct, frozen=True):
    """One wording of an entry in normal form, and with its words without clitics and articles."""

    id: str
    form: str
    stems: str


class StatementFinder:
    """An index over the wordings of a registry, each with the id of its entry."""

    def __init__(self, wordings: Iterable[tuple[str, str]] = ()) -> None:
        self._wordings = [_Wording(id, form := normal_form(text), _stems(form)) for id, text in wordings]
        self._exact: dict[str, str] = {}
        for one in self._wordings:
            self._exact.setdefault(one.form, one.id)

    def exact(self, text: str) -> str | None:
        """Return the id of the entry that says this, in whatever spelling."""
        return self._exact.get(normal_form(text))

    def find(self, query: str, limit: int) -> list[str]:
        """Return the ids of entries that say it, begin so, hold all its words, or are much like it, in this order."""
        form = normal_form(query)
        if not form:
            return list(dict.fromkeys(one.id for one in self._wordings))[:limit]
        ranked = sorted(
            (rank, len(one.form), place)
            for place, one in enumerate(self._wordings)
            if (rank := _rank(one, form, _stems(form).split())) is not None
        )
        found = dict.fromkeys(self._wordings[place].id for *_, place in ranked)
        if len(found) < limit:
            found.update(dict.fromkeys(self._similar(form, limit)))
        return list(found)[:limit]

    def _similar(self, form: str, limit: int) -> list[str]:
        # Here, and not above: it costs 40 ms, and no article is opened with it.
        from rapidfuzz import fuzz, process

        forms = [one.stems for one in self._wordings]
        hits = process.extract(_stems(form), forms, scorer=fuzz.token_sort_ratio, score_cutoff=LIKE, limit=limit)
        return [self._wordings[place].id for *_, place in hits]


class StatementSearch:
    """Finds entries of one open project; built when it is first asked, and renewed after changes."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._held: tuple[StatementFinder, dict[str, Statement]] | None = None
        file.listen(self._hear)

    def find(self, query: str, limit: int) -> list[Statement]:
        """Return the entries that may be meant, the likeliest first."""
        finder, entries = self._read()
        return [entries[id] for id in finder.find(query, limit) if id in entries]

    def exact(self, text: str) -> str | None:
        """Return the id of the entry that says this, in whatever spelling."""
        return self._read()[0].exact(text)

    def _read(self) -> tuple[StatementFinder, dict[str, Statement]]:
        held = self._held
        if held is None:
            with self._file.reading() as view:
                held = (
                    StatementFinder(statements.wordings(view)),
                    {one.id: one for one in statements.statements(view)},
                )
            self._held = held
        return held

    def _hear(self, changes: Changes) -> None:
        # This may be a worker's thread; the index is renewed when somebody asks.
        if changes.touches("statements"):
            self._held = None


def as_found(wanted: str, text: str) -> bool:
    """Return whether a text has all words of a query in normal form, each at the beginning of a word."""
    return not wanted or _has_all(_stems(normal_form(text)), normal_form(text), _stems(wanted).split())


def _rank(one: _Wording, form: str, words: Sequence[str]) -> int | None:
    if one.form == form:
        return 0
    if one.form.startswith(form):
        return 1
    return 2 if _has_all(one.stems, one.form, words) else None


def _has_all(stems: str, form: str, words: Iterable[str]) -> bool:
    return all(f" {word}" in f" {stems}" or f" {word}" in f" {form}" for word in words)


def _stems(form: str) -> str:
    """A normal form whose words have lost what is attached in front of them: والميناء is ميناء."""
    return " ".join(map(_stem, form.split()))


def _stem(word: str) -> str:
    bare = word[max(splits(word, 0, len(word)), default=0) :]
    return bare[2:] if bare.startswith("ال") and len(bare) > 4 else bare
