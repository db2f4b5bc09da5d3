"""The rows of the palette: commands, and places of the project (articles, actors) that typing finds as well."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

import msgspec

from annotator.ui.actions import MENUS, Entry, plain
from annotator.ui.i18n import tr
from annotator.ui.settings import RECENT_COMMANDS

if TYPE_CHECKING:
    from annotator.services.actor_finder import Match
    from annotator.ui.session import Session
    from annotator.ui.shell import Shell

MOST_PLACES = 6
"""Articles, and actors, that are offered at once."""
MOST_RECENT = 5
LEAST_LETTERS = 2
"""Letters from which on places are looked for: one is in all of them."""

# Spellings that writers of Arabic mix. `text.normal_form` does this thoroughly, after half a second of loading.
_ALIKE = str.maketrans("أإآٱىیکةؤئ", "ااااييكهوي", "\u0640")


class PaletteRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line: what it is called, where it is found, its keys, and what it does."""

    title: str
    where: str
    run: Callable[[], object]
    keys: str = ""
    english: str = ""
    """More words by which it is found."""
    is_enabled: bool = True
    is_found: bool = False
    """Somebody else found it, by names that are not shown."""


def fold(text: str) -> str:
    """The text without what typing in haste leaves out: case, vowel marks, hamza, the dots of ة and ى."""
    letters = (char for char in normalize("NFKD", text.translate(_ALIKE)) if not combining(char))
    return "".join(letters).translate(_ALIKE).casefold()


def command_rows(entries: Iterable[Entry]) -> list[PaletteRow]:
    """Return the rows of all commands, those that were chosen here last first."""
    recent = RECENT_COMMANDS.get()
    rows = {entry.action.objectName(): _command(entry) for entry in entries}
    return [*(rows[one] for one in recent if one in rows), *(row for one, row in rows.items() if one not in recent)]


def _command(entry: Entry) -> PaletteRow:
    def run() -> None:
        used = [entry.action.objectName(), *RECENT_COMMANDS.get()]
        RECENT_COMMANDS.set(list(dict.fromkeys(used))[:MOST_RECENT])
        entry.action.trigger()

    where = plain(MENUS[entry.menu]()) if entry.menu else ""
    enabled = entry.action.isEnabled()
    return PaletteRow(
        title=entry.title, where=where, run=run, keys=entry.keys, english=entry.english, is_enabled=enabled
    )


def matching(rows: Iterable[PaletteRow], query: str) -> list[PaletteRow]:
    """The rows that hold every word of the query, best first: enabled ones, then by where it is found."""
    words = fold(query).split()
    ranked = []
    for order, row in enumerate(rows):
        rank = _rank(row, words)
        if rank is not None:
            ranked.append((not row.is_enabled, rank, order, row))
    return [row for *_, row in sorted(ranked, key=lambda item: item[:3])]


def _rank(row: PaletteRow, words: Sequence[str]) -> int | None:
    """0 when the title begins so, 1 when words of it do, 2 inside them, 3 only in its English or id."""
    title = fold(row.title)
    if title.startswith(" ".join(words)):
        return 0
    if all(f" {word}" in f" {title}" for word in words):
        return 1
    if row.is_found or all(word in title for word in words):
        return 2
    return 3 if all(word in fold(row.english) for word in words) else None


def places(shell: "Shell", query: str) -> list[PaletteRow]:
    """Return the articles and actors of the open project that a query finds."""
    session = shell.session
    if session is None or len(query.strip()) < LEAST_LETTERS:
        return []
    return [*_articles(shell, session, query), *_actors(shell, session, query)]


def _articles(shell: "Shell", session: "Session", query: str) -> list[PaletteRow]:
    def go(document_id: str) -> None:
        shell.change(lambda session: session.show(document_id))
        shell.rooms.enter("article")

    words = fold(query).split()
    found = (one for one in session.summaries() if all(word in fold(one.title) for word in words))
    return [
        PaletteRow(title=one.title, where=tr("Article"), run=partial(go, one.id))
        for one, _ in zip(found, range(MOST_PLACES), strict=False)
    ]


def _actors(shell: "Shell", session: "Session", query: str) -> list[PaletteRow]:
    from annotator.ui.actors.feature import Actors

    def go(actor_id: str) -> None:
        shell.rooms.enter("article")
        shell.feature(Actors).pages().show(actor_id)

    return [
        PaletteRow(title=_titled(one), where=tr("Actors"), run=partial(go, one.actor.id), is_found=True)
        for one in session.project.find_actors(query, MOST_PLACES)
    ]


def _titled(match: "Match") -> str:
    """Return the name of an actor, and the one by which it was found where that is another."""
    name = match.actor.name
    return name if match.name == name else f"{name}   ·   {match.name}"
