"""Attributions of A about B: read from marks and links, without reading the articles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from annotator.domain.attribution import Asked, Attribution
from annotator.domain.meanings import attribute_of, heads, key_of, roles
from annotator.domain.scheme import Scheme
from annotator.domain.span import ELLIPSIS
from annotator.errors import InputError
from annotator.services.door.file import ProjectFile
from annotator.services.near_duplicates import group_of
from annotator.store import attributions
from annotator.store.attributions import AttributionLink, Said, Terms
from annotator.text.direction import base_direction
from annotator.text.shingles import plain_words


def asked(
    file: ProjectFile,
    source: str | None = None,
    target: str | None = None,
    stance: str | None = None,
    since: str | None = None,
    until: str | None = None,
    annotator: str | None = None,
    once: bool = False,
) -> list[Attribution]:
    """Return what the actor `source` has said about the actor `target` (ids; None: anyone), oldest first.

    `stance` is the one towards the target; `since` and `until` are ISO 8601 days of publication, both included;
    `annotator` whose annotation sets are asked, None: mine. `once`: what near-duplicate articles repeat counts once.
    Raises InputError for a stance that the scheme does not have.
    """
    if stance is not None:
        _check_stance(file.scheme, stance)
    whose = annotator or file.annotator
    question = Asked(source=source, target=target, stance=stance, since=since, until=until, annotator=whose, once=once)
    return answers(file, question)


def _check_stance(scheme: Scheme, stance: str) -> None:
    stances = [found for kind in roles(scheme, "target") if (found := attribute_of(kind, "stance"))]
    known = [value.key for one in stances for value in one.listed]
    if stance not in known and not any(one.open for one in stances):
        raise InputError("The scheme has no stance {stance!r}; it has: {known}.", stance=stance, known=known)


def answers(file: ProjectFile, asked: Asked) -> list[Attribution]:
    """Return the attributions that answer the question, oldest first; none where the scheme knows no such frame."""
    terms = terms_of(file.scheme)
    with file.reading() as view:
        found = attributions.said(view, asked, terms)
        links: defaultdict[str, list[AttributionLink]] = defaultdict(list)
        for link in attributions.links(view, [one.id for one in found], terms):
            links[link.head].append(link)
    answered = [_attribution(one, links[one.id], asked, terms) for one in found]
    return _once(answered, group_of(file)) if asked.once else answered


def sources(file: ProjectFile, claim_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return who says each of these claims, by name, in reading order; claims without a source are left out."""
    terms = terms_of(file.scheme)
    found: defaultdict[str, list[AttributionLink]] = defaultdict(list)
    with file.reading() as view:
        for link in attributions.links(view, list(claim_ids), terms):
            if link.role in terms.sources:
                found[link.head].append(link)
    return {claim: _names(links) for claim, links in found.items()}


def _once(found: Iterable[Attribution], groups: Mapping[str, str]) -> list[Attribution]:
    """Return the same without what another article of the same group of near-duplicates says before."""
    first: dict[tuple[object, ...], str] = {}
    kept = []
    for one in found:
        group = groups.get(one.document_id, one.document_id)
        key = group, one.sources, one.targets, tuple(plain_words(one.quote))
        if first.setdefault(key, one.document_id) == one.document_id:
            kept.append(one)
    return kept


def terms_of(scheme: Scheme) -> Terms:
    """Return the scheme's own keys for a claim, its source and its target."""
    return Terms(
        heads={head: key_of(scheme.label(head), "polarity") for head in heads(scheme, "source", "target")},
        sources=[kind.key for kind in roles(scheme, "source")],
        targets={kind.key: key_of(kind, "stance") for kind in roles(scheme, "target")},
    )


def _attribution(one: Said, links: list[AttributionLink], asked: Asked, terms: Terms) -> Attribution:
    targets = [link for link in links if link.role in terms.targets]
    meant = [link for link in targets if asked.target in (None, link.actor_id) and asked.stance in (None, link.stance)]
    quote = ELLIPSIS.join(one.words[start - one.start : end - one.start] for start, end in one.parts)
    return Attribution(
        id=one.id,
        document_id=one.document_id,
        title=one.title,
        date=one.published,
        start=one.start,
        end=one.end,
        quote=quote,
        sources=_names(link for link in links if link.role in terms.sources),
        targets=_names(targets),
        stance=next((link.stance for link in meant if link.stance), None),
        polarity=one.polarity,
        direction=one.direction or base_direction(quote),
    )


def _names(links: Iterable[AttributionLink]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.name for link in links))
