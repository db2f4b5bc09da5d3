"""Networks as GraphML and as CSV of nodes and edges: who says what about whom, who agrees with whom on what."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated
from xml.sax.saxutils import escape, quoteattr

import msgspec

from annotator.domain.networks import (
    DuplicateRule,
    NetworkEdge,
    NetworkKind,
    Normalization,
    Saying,
    WindowLength,
    between,
    network,
    once,
    windows,
)
from annotator.errors import InputError
from annotator.formats.cells import guarded
from annotator.formats.claims import Claim, claims_of
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.escapes import NOT_XML
from annotator.formats.losses import NOTHING
from annotator.formats.options import Options, named, titled
from annotator.formats.registry import writer

NO_SOURCE = named("claims without a source")
NO_STATEMENT = named("claims without a statement")
NO_STAND = named("claims that neither agree nor disagree")
NO_TARGET = named("claims about nobody")
_KEYS = (("label", "node"), ("type", "node"), ("kind", "node"))
_FIGURES = (("weight", "double"), ("sign", "int"), ("for", "int"), ("against", "int"), ("claims", "int"))


class GraphOptions(Options, frozen=True, kw_only=True):
    """The network that is asked for."""

    network: Annotated[
        NetworkKind,
        titled(
            "Network",
            statements=named("Actors and statements"),
            congruence=named("Who agrees with whom"),
            conflict=named("Who disagrees with whom"),
            subtract=named("Agreement less disagreement"),
            targets=named("Who speaks about whom"),
        ),
    ] = "statements"
    duplicates: Annotated[
        DuplicateRule,
        titled(
            "The same counts once per",
            all=named("claim"),
            document=named("article"),
            week=named("week"),
            month=named("month"),
        ),
    ] = "document"
    normalization: Annotated[
        Normalization,
        titled(
            "Normalisation",
            none=named("none"),
            activity=named("average activity"),
            jaccard=named("Jaccard"),
            cosine=named("cosine"),
            prominence=named("prominence of statements"),
        ),
    ] = "none"
    window: Annotated[
        WindowLength,
        titled(
            "A network for each",
            none=named("all together"),
            month=named("month"),
            quarter=named("quarter"),
            year=named("year"),
        ),
    ] = "none"
    since: Annotated[str, titled("From day")] = ""
    until: Annotated[str, titled("To day")] = ""
    isolates: Annotated[bool, titled("Nodes without an edge too")] = False


class Node(msgspec.Struct, frozen=True):
    """An actor or a statement; `kind` is that of the actor."""

    id: str
    label: str
    type: str
    kind: str = ""


class Discourse(msgspec.Struct, frozen=True, kw_only=True):
    """The sayings of claims, of which networks are made: actors and statements by their keys, a saying for each source.

    `unsaid` counts claims that lack something, by what they lack.
    """

    nodes: Mapping[str, Node]
    sayings: Sequence[Saying]
    unsaid: Mapping[str, int]


def count_lost(dataset: Dataset, options: GraphOptions) -> dict[str, int]:
    """Count the claims that the network does not show, by the reason."""
    return lost_in(discourse_of(_claims(dataset)), options.network)


def lost_in(discourse: Discourse, network: NetworkKind) -> dict[str, int]:
    """Return how many claims a network of this kind does not show, by the reason."""
    reasons = {"targets": (NO_SOURCE, NO_TARGET), "statements": (NO_SOURCE, NO_STATEMENT)}
    wanted = reasons.get(network, (NO_SOURCE, NO_STATEMENT, NO_STAND))
    return {kind: discourse.unsaid[kind] for kind in wanted if discourse.unsaid.get(kind)}


@writer(
    id="graph",
    title="Network (GraphML, CSV)",
    use="reading",
    about=named("Who says what about whom, who agrees with whom, for network programs"),
    suffix="",
    holds=NOTHING,
    shape="folder",
    options=GraphOptions,
    count=count_lost,
)
def write_graph(dataset: Dataset, out: Sink, options: GraphOptions) -> None:
    """Write a network, or one for each window in a folder of its own."""
    discourse = discourse_of(_claims(dataset))
    directed = options.network in ("statements", "targets")
    for name, shown, edges in networks_of(discourse, options):
        folder = f"{name}/" if name else ""
        nodes = map(msgspec.structs.astuple, shown)
        _write_text(out, f"{folder}network.graphml", _graphml(shown, edges, directed=directed))
        _write_text(out, f"{folder}nodes.csv", _table(("id", "label", "type", "kind"), nodes))
        _write_text(out, f"{folder}edges.csv", edge_table(edges, discourse.nodes))


def networks_of(discourse: Discourse, options: GraphOptions) -> Iterator[tuple[str, list[Node], list[NetworkEdge]]]:
    """Yield the networks that are asked for: the window of each, its nodes and its edges. Raises InputError."""
    for name, held in (windows(kept_sayings(discourse, options), options.window) or {"": []}).items():
        edges = network(held, options.network, options.normalization)
        yield name, _shown(discourse.nodes, edges, held if options.isolates else ()), edges


def kept_sayings(discourse: Discourse, options: GraphOptions) -> list[Saying]:
    """Return the sayings of the days that are asked for, repetitions once. Raises InputError for what is no day."""
    return once(between(discourse.sayings, _day(options.since), _day(options.until)), options.duplicates)


def edge_table(edges: Iterable[NetworkEdge], nodes: Mapping[str, Node]) -> str:
    """Return edges as CSV with a heading."""
    return _table(_EDGE_COLUMNS, _rows(edges, nodes))


_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_EDGE_COLUMNS = ("source", "target", "source_label", "target_label", "weight", "sign", "for", "against", "claims")


def sayings_of(claim: Claim) -> Iterator[Saying]:
    """Yield a saying for each source of a claim."""
    for source in claim.parties("source"):
        yield Saying(
            source=source.key,
            statement=claim.statement.id if claim.statement else None,
            agreement=claim.span.agreement,
            targets=tuple((target.key, target.leaning) for target in claim.parties("target")),
            document=claim.record.document.id,
            day=claim.date,
            place=claim.span.id,
        )


def _claims(dataset: Dataset) -> Iterator[Claim]:
    for record in dataset.records:
        yield from claims_of(record, dataset.scheme)


def discourse_of(claims: Iterable[Claim]) -> Discourse:
    """Return what claims say."""
    nodes: dict[str, Node] = {}
    sayings: list[Saying] = []
    unsaid: Counter[str] = Counter()
    for claim in claims:
        for party in (*claim.parties("source"), *claim.parties("target")):
            nodes.setdefault(party.key, Node(party.key, party.name, "actor", party.kind))
        if claim.statement is not None:
            nodes.setdefault(claim.statement.id, Node(claim.statement.id, claim.statement.text, "statement"))
        sayings += sayings_of(claim)
        unsaid.update(_unsaid(claim))
    return Discourse(nodes=nodes, sayings=sayings, unsaid=unsaid)


def _unsaid(claim: Claim) -> Iterator[str]:
    if not claim.parties("source"):
        yield NO_SOURCE
    if not claim.parties("target"):
        yield NO_TARGET
    if claim.statement is None:
        yield NO_STATEMENT
    elif claim.span.agreement not in ("yes", "no"):
        yield NO_STAND


def _shown(nodes: Mapping[str, Node], edges: Iterable[NetworkEdge], isolates: Iterable[Saying]) -> list[Node]:
    ids = {end for edge in edges for end in (edge.start, edge.end)} | {one.source for one in isolates}
    return [nodes[id] for id in sorted(ids)]


def _graphml(nodes: Iterable[Node], edges: Iterable[NetworkEdge], *, directed: bool) -> str:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
    for name, what in _KEYS:
        lines.append(f'  <key id="{name}" for="{what}" attr.name="{name}" attr.type="string"/>')
    for name, kind in _FIGURES:
        lines.append(f'  <key id="{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>')
    lines.append(f'  <graph edgedefault="{"directed" if directed else "undirected"}">')
    for node in nodes:
        held = {"label": node.label, "type": node.type, "kind": node.kind}
        data = "".join(f'<data key="{key}">{_xml(value)}</data>' for key, value in held.items() if value)
        lines.append(f"    <node id={quoteattr(_plain(node.id))}>{data}</node>")
    for edge in edges:
        data = "".join(f'<data key="{key}">{value}</data>' for key, value in _figures(edge).items())
        ends = f"source={quoteattr(_plain(edge.start))} target={quoteattr(_plain(edge.end))}"
        lines.append(f"    <edge {ends}>{data}</edge>")
    return "\n".join([*lines, "  </graph>", "</graphml>", ""])


def _figures(edge: NetworkEdge) -> dict[str, str]:
    sign = (edge.weight > 0) - (edge.weight < 0)
    figures = (_number(edge.weight), str(sign), str(edge.for_), str(edge.against), str(len(edge.places)))
    return dict(zip((name for name, _ in _FIGURES), figures, strict=True))


def _rows(edges: Iterable[NetworkEdge], nodes: Mapping[str, Node]) -> Iterator[tuple[str, ...]]:
    for edge in edges:
        yield edge.start, edge.end, nodes[edge.start].label, nodes[edge.end].label, *_figures(edge).values()


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    held = io.StringIO()
    table = csv.writer(held, lineterminator="\r\n")
    table.writerow(head)
    for row in rows:
        # A weight below 0 is no formula, and has to stay a number.
        table.writerow([cell if _is_number(cell) else guarded(cell) for cell in row])
    return "\ufeff" + held.getvalue()


def _is_number(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "", 1).isdecimal() and cell.isascii()


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.6f}"


def _xml(text: str) -> str:
    return escape(_plain(text))


def _plain(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)


def _write_text(out: Sink, name: str, text: str) -> None:
    with out.file(name) as stream:
        stream.write(text.encode())


def _day(text: str) -> str:
    """Return a day, month or year as it is written in origins. Raises InputError."""
    if text and not _DAY.fullmatch(text):
        raise InputError("{text!r} is no day: write it as 2024-01-31, 2024-01 or 2024.", text=text)
    return text
