"""An actor in the window's words: its kind, its other names, why a search found it."""

from typing import TYPE_CHECKING

from annotator.domain.actor import Actor
from annotator.domain.meanings import attribute_of, held_value
from annotator.domain.scheme import Scheme, title_in
from annotator.domain.span import Span
from annotator.ui.i18n import MOST_SHOWN, isolate, language, tr
from annotator.ui.settings import TRANSLITERATION

if TYPE_CHECKING:
    from annotator.services.actor_finder import Match

BETWEEN = "   ·   "
MOST_ALIASES = 3
"""Other names that a row shows; the card shows them all."""


def kinds(scheme: Scheme) -> dict[str, str]:
    """The kinds of actors that the scheme knows, with their titles; a scheme may know none."""
    found: dict[str, str] = {}
    for label in scheme.labels:
        known = attribute_of(label, "actor_kind") if label.names_actor else None
        for value in known.listed if known is not None else ():
            found.setdefault(value.key, title_in(value.title, language(), value.key))
    return found


def kind_for(scheme: Scheme, span: Span) -> str | None:
    """The kind of a new actor that a mention names: what the mention says; None where somebody has to choose it."""
    said = held_value(scheme.label(span.label), "actor_kind", span.attributes)
    return said if said is not None or kinds(scheme) else ""


def shows_transliteration() -> bool:
    """Return whether names are shown in Latin letters as well."""
    return TRANSLITERATION.get()


def toggle_transliteration() -> None:
    """Show names in Latin letters as well, or no more, and remember it."""
    TRANSLITERATION.set(not TRANSLITERATION.get())


def in_latin(actor: Actor) -> str:
    """The name in Latin letters: as the registry has it, else transliterated; empty where that is not wanted."""
    from annotator.text.transliterate import is_foreign, transliterate

    name = actor.name[:MOST_SHOWN]
    if not shows_transliteration() or not is_foreign(name):
        return ""
    known = next((alias for alias in actor.aliases if not is_foreign(alias)), None)
    return known or transliterate(name)


def other_names(actor: Actor, without: str = "") -> list[str]:
    """Return the names to show beside the main one: the Latin one, then the first of the others, each isolated."""
    latin = in_latin(actor)
    rest = [alias for alias in actor.aliases if alias not in (latin, without)][:MOST_ALIASES]
    return [isolate(name) for name in (latin, *rest) if name]


def why(match: "Match") -> str:
    """Return the reason why a search found an entry, where its name does not show it."""
    match match.why:
        case "chosen":
            return tr("chosen for this name before")
        case "alias" | "latin" | "begins" | "words" if match.name != match.actor.name:
            return tr("also called {name}", name=match.name)
        case "similar":
            return tr("similar: {name}", name=match.name)
    return ""
