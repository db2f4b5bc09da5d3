"""Aliases: the registry's names wherever the text has them, in any spelling.

A name that two entries share is proposed without an entry: which of them it is, only a reader can tell.
"""

from collections.abc import Callable, Mapping
from itertools import takewhile

from annotator.domain.actor import Actor
from annotator.domain.document import Document
from annotator.domain.meanings import actor_label, attribute_of, saying
from annotator.domain.scheme import Label
from annotator.errors import UnfitSchemeError
from annotator.suggest import short_names
from annotator.suggest.fitting import fit
from annotator.suggest.names import Names
from annotator.suggest.places import names_no_actor
from annotator.suggest.proposal import Proposal
from annotator.suggest.registry import Context, prepared
from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.word_forms import spelled
from annotator.suggest.surnames import Surnames
from annotator.text.morphology import splits

MIN_STATE_LETTERS = 3
"""Letters of the short name of a state that is looked for without being an alias of it."""

AliasMatch = tuple[int, int, list[Actor]]


@prepared("aliases", asks_for_marks=False)
def prepare_aliases(context: Context) -> Callable[[Document], list[Proposal]]:
    """Reads the registry once; what it answers finds its names in one document."""
    label = actor_label(context.scheme)
    if label is None:
        raise UnfitSchemeError(
            "No label of the scheme {scheme} names actors, so none is proposed. Give a label names_actor = true.",
            scheme=context.scheme.name,
        )
    kinds = {actor.id: _kind(actor, label) for actor in context.actors}
    names = Names(((name, actor) for actor in context.actors for name in _names_of(actor, kinds[actor.id])), splits())
    own = {actor.id: {spelled(name) for name in _own_names(actor)} for actor in context.actors}
    bodies = {actor_id for actor_id, kind in kinds.items() if kind == "organization"}
    surnames = Surnames(actor for actor in context.actors if kinds[actor.id] == "person")

    def suggest(document: Document) -> list[Proposal]:
        text = document.text
        named = _joined(text, names.find(text))
        alone = [*surnames.found(text, named), *short_names.found(text, named, bodies)]
        own_names = (one for one in _outside_bodies(named, kinds) if not surnames.is_of_another(text, one))
        every = sorted([*own_names, *alone], key=lambda one: (one[0], -one[1]))
        places = _without_places(text, every, kinds, own)
        found = [_proposal(number, label, (start, end), actors) for number, (start, end, actors) in enumerate(places)]
        return fit(found, document.text, context.scheme)

    return suggest


def _names_of(actor: Actor, kind: str | None) -> list[str]:
    """Return the names of an actor, and what is left of those of a state without the words for its form."""
    names = [actor.name, *actor.aliases]
    short = map(_without_form, names) if kind == "state" else ()
    return list(dict.fromkeys((*names, *filter(None, short))))


def _own_names(actor: Actor) -> list[str]:
    """Return the name of an actor and what is left of it without the form of a state; the aliases may be of a city."""
    return [actor.name, *filter(None, [_without_form(actor.name)])]


def _without_form(name: str) -> str | None:
    """Return the name of a state within its official one (جمهورية نوران العربية); None where none is left or only an
    adjective.
    """
    words = name.split()
    first = next((place for place, word in enumerate(words) if spelled(word) not in word_class("state_forms")), None)
    if first is None:
        return None
    kept = list(takewhile(lambda word: spelled(word) not in word_class("state_forms"), words[first:]))
    # The united states of a country stay what they are.
    united = first == 0 and words[len(kept) : len(kept) + 1] == ["المتحدة"]
    short = " ".join(words[: len(kept) + 1] if united else kept)
    adjective = len(kept) == 1 and kept[0].endswith("ية") and spelled(kept[0]) not in word_class("adjective_states")
    return None if short == name or adjective or len(short) < MIN_STATE_LETTERS else short


def _kind(actor: Actor, label: Label) -> str | None:
    """Return what the kind of an actor means."""
    kind = attribute_of(label, "actor_kind")
    value = kind.value(actor.kind) if kind is not None else None
    return None if value is None else value.means


def _outside_bodies(found: list[AliasMatch], kinds: Mapping[str, str | None]) -> list[AliasMatch]:
    """The names that are no part of the longer name of a body: الأمم المتحدة in صندوق الأمم المتحدة للسكان."""
    bodies = [(start, end) for start, end, actors in found if all(kinds[one.id] == "organization" for one in actors)]
    return [
        one
        for one in found
        if not any(first <= one[0] and one[1] <= last and (first, last) != one[:2] for first, last in bodies)
    ]


def _without_places(
    text: str, found: list[AliasMatch], kinds: Mapping[str, str | None], own: Mapping[str, set[str]]
) -> list[AliasMatch]:
    """The names without those that only say where something is; nor what و joins to one: في نوران والمملكة."""
    kept: list[AliasMatch] = []
    place = -1
    for start, end, actors in found:
        joined = place >= 0 and text[place:start] == " و" and all(kinds[one.id] == "state" for one in actors)
        if joined or _is_place(text, (start, end, actors), kinds, own):
            place = end
        else:
            kept.append((start, end, actors))
    return kept


def _is_place(text: str, found: AliasMatch, kinds: Mapping[str, str | None], own: Mapping[str, set[str]]) -> bool:
    start, end, actors = found
    name = spelled(text[start:end])
    return all(names_no_actor(text, start, end, kinds[one.id], by_city=name not in own[one.id]) for one in actors)


def _joined(text: str, found: list[AliasMatch]) -> list[AliasMatch]:
    """Title and name side by side that are one actor's are one mention (وزير النقل سامر الوهداني).

    A name inside a longer one is a mention of its own only if it is somebody else's.
    """
    outer: list[AliasMatch] = []
    inner: list[AliasMatch] = []
    for start, end, actors in found:
        first, behind, before = outer[-1] if outer else (0, 0, [])
        same = [actor for actor in actors if actor in before]
        if end <= behind:
            inner += [] if same else [(start, end, actors)]
        elif same and text[behind:start] == " " and text[first:behind] != text[start:end]:
            outer[-1] = (first, end, same)
        else:
            outer.append((start, end, actors))
    return sorted([*outer, *inner], key=lambda one: (one[0], -one[1]))


def _proposal(number: int, label: Label, part: tuple[int, int], actors: list[Actor]) -> Proposal:
    kinds = {actor.kind for actor in actors}
    kind = attribute_of(label, "actor_kind")
    return Proposal(
        key=f"alias-{number}",
        label=label.key,
        parts=(part,),
        attributes={
            **saying(label, "mention", "name"),
            **({kind.key: kinds.pop()} if kind is not None and len(kinds) == 1 else {}),
        },
        actor_id=actors[0].id if len(actors) == 1 else None,
    )
