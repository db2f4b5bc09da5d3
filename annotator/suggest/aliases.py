"""Aliases: the registry's names wherever the text has them, in any spelling.

A name that two entries share is proposed without an entry: which of them it is, only a reader can tell.
"""

from collections.abc import Callable, Mapping

from annotator.domain.actor import Actor
from annotator.domain.document import Document
from annotator.domain.meanings import actor_label, attribute_of, saying
from annotator.domain.scheme import Label
from annotator.errors import UnfitSchemeError
from annotator.suggest import surnames
from annotator.suggest.fitting import fit
from annotator.suggest.names import Names
from annotator.suggest.places import names_no_actor
from annotator.suggest.proposal import Proposal
from annotator.suggest.registry import Context, prepared
from annotator.text.morphology import splits

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
    names = Names(((name, actor) for actor in context.actors for name in (actor.name, *actor.aliases)), splits())

    kinds = {actor.id: _kind(actor, label) for actor in context.actors}
    people = {actor_id for actor_id, kind in kinds.items() if kind == "person"}

    def suggest(document: Document) -> list[Proposal]:
        places = [
            one for one in _joined(document.text, names.find(document.text)) if not _is_place(document.text, one, kinds)
        ]
        places = sorted([*places, *surnames.found(document.text, places, people)], key=lambda one: (one[0], -one[1]))
        found = [_proposal(number, label, (start, end), actors) for number, (start, end, actors) in enumerate(places)]
        return fit(found, document.text, context.scheme)

    return suggest


def _kind(actor: Actor, label: Label) -> str | None:
    """Return what the kind of an actor means."""
    kind = attribute_of(label, "actor_kind")
    value = kind.value(actor.kind) if kind is not None else None
    return None if value is None else value.means


def _is_place(text: str, found: AliasMatch, kinds: Mapping[str, str | None]) -> bool:
    start, _, actors = found
    return all(names_no_actor(text, start, kinds[actor.id]) for actor in actors)


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
