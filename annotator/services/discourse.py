"""Networks of who says what about whom and who agrees with whom, and a timeline, with the claims behind each of them.

The figures are those of the `graph` format, made by the same functions.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from annotator.domain.attribution import Attribution
from annotator.domain.meanings import held_value
from annotator.domain.network_layout import columns, plane, strongest
from annotator.domain.networks import NetworkEdge
from annotator.domain.scheme import Scheme
from annotator.domain.timeline import Timeline, TimeStep, timeline
from annotator.formats.claims import Claim, claims_of
from annotator.formats.graph import Discourse, GraphOptions, Node, discourse_of, kept_sayings, lost_in, networks_of
from annotator.services.datasets import Tally, Wish, planned
from annotator.services.door.file import ProjectFile
from annotator.services.progress import Progress
from annotator.services.selection import EVERYTHING, Selection
from annotator.text.direction import base_direction

FORMAT = "graph"
MOST_NODES = 60
"""Nodes that are drawn where nobody says otherwise; of two columns, so many in each."""


class Sayings(msgspec.Struct, frozen=True, kw_only=True):
    """The sayings of the claims of some readings, and each claim by its id."""

    discourse: Discourse
    places: Mapping[str, Attribution]


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """A network and a timeline, ready to be drawn. `edges` and `nodes` are those with a place, the strongest.

    `first` and `second` are the columns of a network of two kinds of nodes, from the top; `places` on a plane (0 to 1
    both ways) those of the others. `all_nodes` and `all_edges` count what there is; `lost` the claims that are in none.
    """

    options: GraphOptions
    nodes: Mapping[str, Node]
    edges: Sequence[NetworkEdge]
    first: Sequence[str] = ()
    second: Sequence[str] = ()
    places: Mapping[str, tuple[float, float]] = {}
    all_nodes: int = 0
    all_edges: Sequence[NetworkEdge] = ()
    timeline: Timeline
    lost: Mapping[str, int]

    @property
    def in_columns(self) -> bool:
        """Return whether the nodes stand in two columns."""
        return self.options.network in ("statements", "targets")


def said(
    file: ProjectFile, annotators: Wish = None, only: Selection | None = None, progress: Progress | None = None
) -> Sayings:
    """Return what the claims of these readings say. Raises as `datasets.export` does, and Cancelled."""
    plan = planned(file, FORMAT, annotators, only=only or EVERYTHING)
    dataset = plan.dataset(file, Path(FORMAT), Tally(), progress)
    places: dict[str, Attribution] = {}

    def claims() -> Iterator[Claim]:
        for record in dataset.records:
            for claim in claims_of(record, dataset.scheme):
                places[claim.span.id] = attribution_of(claim, dataset.scheme)
                yield claim

    return Sayings(discourse=discourse_of(claims()), places=places)


def attribution_of(claim: Claim, scheme: Scheme) -> Attribution:
    """Return a claim as one that can be listed and opened."""
    document, span = claim.record.document, claim.span
    targets = claim.parties("target")
    return Attribution(
        id=span.id,
        document_id=document.id,
        title=document.title,
        date=claim.date or None,
        start=span.start,
        end=span.end,
        quote=claim.quote,
        sources=tuple(dict.fromkeys(one.name for one in claim.parties("source"))),
        targets=tuple(dict.fromkeys(one.name for one in targets)),
        stance=next((one.stance for one in targets if one.stance), None),
        polarity=held_value(scheme.label(span.label), "polarity", span.attributes),
        direction=document.direction or base_direction(claim.quote),
    )


def drawing(
    found: Sayings,
    options: GraphOptions,
    step: TimeStep = "month",
    most: int = MOST_NODES,
    check: Callable[[], object] = lambda: None,
) -> Drawing:
    """Return a network and a timeline, all windows of time together. Raises InputError for what is no day.

    `check` is called now and then, and raises Cancelled to stop.
    """
    options = msgspec.structs.replace(options, window="none")
    [(_, nodes, edges)] = networks_of(found.discourse, options)
    check()
    in_columns = options.network in ("statements", "targets")
    kept = strongest(edges, most, columns=in_columns)
    shown = [edge for edge in edges if {edge.start, edge.end} <= kept]
    check()
    first, second = columns(shown) if in_columns else ((), ())
    return Drawing(
        options=options,
        nodes={node.id: node for node in nodes},
        edges=shown,
        first=first,
        second=second,
        places={} if in_columns else plane(shown),
        all_nodes=len(nodes),
        all_edges=edges,
        timeline=timeline(kept_sayings(found.discourse, options), step, options.network),
        lost=lost_in(found.discourse, options.network),
    )


def places_of(found: Sayings, node: str, drawn: Drawing) -> list[str]:
    """Return the ids of the claims behind a node: those of all its edges."""
    places = (place for edge in drawn.all_edges if node in (edge.start, edge.end) for place in edge.places)
    return [place for place in dict.fromkeys(places) if place in found.places]
