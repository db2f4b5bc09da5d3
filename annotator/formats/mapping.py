"""Label maps: how the labels, attributes and relations of a foreign dataset become those of a scheme.

[labels]
"PERSON" = "actor"
"NamedEntity[value=ORG]" = "actor"     # only where the attribute has this value, which is used up by that
"Date" = "-"                           # left out, with the relations that lead there
[attributes]
"Negation" = "polarity"
"Negation=true" = "polarity=denied"
[relations]
"Arg0" = "source"
"""

from collections.abc import Mapping

import msgspec

from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.domain.toml_text import parsed
from annotator.errors import InputError
from annotator.formats.record import Record

DROP = "-"


class LabelMap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A map of foreign names: those that are not named stay as they are, `-` leaves out."""

    labels: Mapping[str, str] = {}
    attributes: Mapping[str, str] = {}
    relations: Mapping[str, str] = {}

    def applied(self, record: Record) -> Record:
        """Return the record in the scheme's words."""
        spans = [made for span in record.spans if (made := self._span(span)) is not None]
        kept = {span.id for span in spans}
        relations = [link for one in record.relations if (link := self._relation(one, kept)) is not None]
        # Whatever scheme the dataset names, its marks follow ours now.
        return msgspec.structs.replace(
            record, spans=tuple(spans), relations=tuple(relations), frames=(), scheme_name=""
        )

    def _span(self, span: Span) -> Span | None:
        label, used = self._label(span.label, span.attributes)
        if label == DROP:
            return None
        attributes = self._attributes({key: value for key, value in span.attributes.items() if key != used})
        return msgspec.structs.replace(span, label=label, attributes=attributes)

    def _label(self, label: str, attributes: Mapping[str, str]) -> tuple[str, str | None]:
        """The label that a foreign one becomes, and the attribute that decided it."""
        for key, value in attributes.items():
            if (found := self.labels.get(f"{label}[{key}={value}]")) is not None:
                return found, key
        return self.labels.get(label, label), None

    def _attributes(self, attributes: Mapping[str, str]) -> dict[str, str]:
        made: dict[str, str] = {}
        for key, value in attributes.items():
            target = self.attributes.get(f"{key}={value}") or self.attributes.get(key, key)
            if target != DROP:
                name, equals, fixed = target.partition("=")
                made[name] = fixed if equals else value
        return made

    def _relation(self, relation: Relation, kept: set[str]) -> Relation | None:
        label = self.relations.get(relation.label, relation.label)
        if label == DROP or not {relation.from_id, relation.to_id} <= kept:
            return None
        return msgspec.structs.replace(relation, label=label, attributes=self._attributes(relation.attributes))


def read_map(toml: str, name: str, scheme: Scheme) -> LabelMap:
    """Return the map in the text of a TOML file called `name`; InputError names the file and what does not fit."""
    try:
        made = msgspec.convert(parsed(toml, name, InputError), LabelMap)
    except msgspec.ValidationError as error:
        raise InputError("{name} is no map of labels: {reason}", name=name, reason=str(error)) from error
    _check_targets(name, "labels", made.labels, [one.key for one in scheme.labels])
    _check_targets(name, "relations", made.relations, [one.key for one in scheme.relations])
    return made


def _check_targets(name: str, table: str, targets: Mapping[str, str], known: list[str]) -> None:
    for foreign, target in targets.items():
        if target != DROP and target not in known:
            raise InputError(
                "{name}: {foreign!r} in [{table}] becomes {target!r}, which the scheme does not have; it has: {known}.",
                name=name,
                foreign=foreign,
                table=table,
                target=target,
                known=known,
            )
