"""Writing TEI: a file for each article, with everybody's marks beside its text in `standOff`.

A mark points to its stretches of the text by `string-range()`, which counts code points; a relation is a `relation`
between marks, an actor an entry of a list of persons or organizations.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from annotator.domain.actor import Actor
from annotator.domain.annotator import Annotator
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.domain.statement import Statement
from annotator.formats.claims import reading_order
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.escapes import NOT_XML
from annotator.formats.losses import EVERYTHING, Feature
from annotator.formats.options import Options, named
from annotator.formats.record import Record
from annotator.formats.registry import writer

NAMESPACE = "http://www.tei-c.org/ns/1.0"
TEXT_ID = "text"
LOST = Feature.COMMENTS | Feature.SPLITS | Feature.STATUS | Feature.SCHEME
NOT_HELD = named("characters that XML cannot hold")


def count_lost(dataset: Dataset, _: Options) -> dict[str, int]:
    """Count what TEI has no place for."""
    lost: Counter[str] = Counter()
    for _id, group in groupby(dataset.records, key=lambda record: record.document.id):
        lost[NOT_HELD] += len(NOT_XML.findall(next(group).document.text))
    return {kind: count for kind, count in lost.items() if count}


@writer(
    id="tei",
    title="TEI (standOff)",
    use="keeping",
    about=named("Texts with standoff marks, for digital editions"),
    suffix=".xml",
    holds=EVERYTHING & ~LOST,
    shape="folder",
    count=count_lost,
)
def write_tei(dataset: Dataset, out: Sink, _: Options) -> None:
    """Write a file for each article."""
    for number, (_id, group) in enumerate(groupby(dataset.records, key=lambda record: record.document.id), 1):
        with out.file(f"{number:05}.xml") as stream:
            for line in _file(list(group), dataset.scheme):
                stream.write(line.encode() + b"\n")


def _file(records: Sequence[Record], scheme: Scheme) -> Iterator[str]:
    document = records[0].document
    direction = {"rtl": ' style="direction: rtl"', "ltr": ' style="direction: ltr"'}.get(document.direction or "", "")
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<TEI xmlns="{NAMESPACE}" xml:id={_attribute("d-" + document.id)} xml:lang={_attribute(document.language)}>'
    yield from _header(records, scheme)
    yield "<standOff>"
    yield from _people({one.id: one for record in records for one in record.actors})
    yield from _statements({one.id: one for record in records for one in record.statements})
    for record in records:
        if record.annotator is not None and record.spans:
            yield from _marks(record, record.annotator)
    yield "</standOff>"
    about = f'xml:id="{TEXT_ID}" xml:space="preserve"{direction}'
    yield f"<text><body><ab {about}>{_text(document.text)}</ab></body></text>"
    yield "</TEI>"


def _header(records: Sequence[Record], scheme: Scheme) -> Iterator[str]:
    document = records[0].document
    yield "<teiHeader><fileDesc>"
    yield f"<titleStmt><title>{_text(document.title)}</title>"
    for record in records:
        if record.annotator is not None:
            name = record.annotator.name or record.annotator.handle
            person = f"<name xml:id={_attribute(_person(record.annotator))}>{_text(name)}</name>"
            yield f"<respStmt><resp>annotation</resp>{person}</respStmt>"
    yield f"</titleStmt><publicationStmt><p>{_text(scheme.name)} {scheme.version}</p></publicationStmt><sourceDesc>"
    for origin in document.origins:
        parts = (
            f"<author>{_text(origin.author)}</author>" if origin.author else "",
            f"<publisher>{_text(origin.publisher)}</publisher>" if origin.publisher else "",
            f"<date when={_attribute(origin.published[:10])}/>" if origin.published else "",
            f"<ref target={_attribute(origin.url)}/>" if origin.url else "",
            f'<idno type="file">{_text(origin.path)}</idno>' if origin.path else "",
        )
        yield f"<bibl>{''.join(parts) or _text(document.title)}</bibl>"
    yield "<p/>" if not document.origins else ""
    yield "</sourceDesc></fileDesc></teiHeader>"


def _people(actors: dict[str, Actor]) -> Iterator[str]:
    for kind, outer, inner, named_in in (
        (True, "listPerson", "person", "persName"),
        (False, "listOrg", "org", "orgName"),
    ):
        held = [actors[id] for id in sorted(actors) if (actors[id].kind == "person") is kind]
        if held:
            yield f"<{outer}>"
            for actor in held:
                names = [f"<{named_in}>{_text(actor.name)}</{named_in}>"]
                names += [f'<{named_in} type="alias">{_text(alias)}</{named_in}>' for alias in actor.aliases]
                item = f'<idno type="wikidata">{actor.wikidata}</idno>' if actor.wikidata else ""
                note = f"<note>{_text(actor.note)}</note>" if actor.note else ""
                about = f"xml:id={_attribute('a-' + actor.id)} type={_attribute(actor.kind)}"
                yield f"<{inner} {about}>{''.join(names)}{item}{note}</{inner}>"
            yield f"</{outer}>"


def _statements(statements: dict[str, Statement]) -> Iterator[str]:
    if statements:
        yield '<list type="statements">'
        for id in sorted(statements):
            one = statements[id]
            parent = f" corresp={_attribute('#t-' + one.parent_id)}" if one.parent_id else ""
            yield f"<item xml:id={_attribute('t-' + id)}{parent}>{_text(one.text)}</item>"
        yield "</list>"


def _marks(record: Record, annotator: Annotator) -> Iterator[str]:
    yield f'<spanGrp type="marks" resp={_attribute("#" + _person(annotator))}>'
    for span in sorted(record.spans, key=reading_order):
        yield _mark(span)
    yield "</spanGrp>"
    if record.relations:
        yield f"<listRelation resp={_attribute('#' + _person(annotator))}>"
        for relation in sorted(record.relations, key=lambda one: one.id):
            yield _relation(relation)
        yield "</listRelation>"


def _mark(span: Span) -> str:
    places = " ".join(f"#string-range({TEXT_ID},{start},{end - start})" for start, end in span.parts)
    about = {"xml:id": f"s-{span.id}", "ana": f"#{span.label}", "target": places}
    about |= {"corresp": f"#a-{span.actor_id}"} if span.actor_id else {}
    about |= {"sameAs": f"#t-{span.statement_id}"} if span.statement_id else {}
    attributes = dict(span.attributes) | ({"agreement": span.agreement} if span.agreement else {})
    return f"<span {_all(about)}>{_features(attributes)}</span>"


def _relation(relation: Relation) -> str:
    about = {"name": relation.label, "active": f"#s-{relation.from_id}", "passive": f"#s-{relation.to_id}"}
    described = f"<desc>{_features(relation.attributes)}</desc>" if relation.attributes else ""
    return f"<relation {_all({'xml:id': f'r-{relation.id}', **about})}>{described}</relation>"


def _features(attributes: Mapping[str, str]) -> str:
    held = sorted(attributes.items())
    features = (f"<f name={_attribute(key)}><string>{_text(value)}</string></f>" for key, value in held)
    return f"<fs>{''.join(features)}</fs>" if held else ""


def _person(annotator: Annotator) -> str:
    return "p-" + "".join(char if char.isalnum() or char in "._-" else "_" for char in annotator.handle)


def _all(attributes: dict[str, str]) -> str:
    return " ".join(f"{name}={_attribute(value)}" for name, value in attributes.items())


def _attribute(text: str) -> str:
    return quoteattr(NOT_XML.sub("\ufffd", text))


def _text(text: str) -> str:
    return escape(NOT_XML.sub("\ufffd", text)).replace("\r", "&#13;")
