"""The division of a dataset's articles into parts: by hash, near-duplicates together, in strata, or as frozen."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Literal

import msgspec

from annotator.domain.document import Document
from annotator.errors import InputError, NotFoundError
from annotator.services.door.file import ProjectFile
from annotator.services.near_duplicates import group_of
from annotator.services.splits import Shares, part_at, read_shares, split_of, split_point
from annotator.store import annotations, documents, settings
from annotator.store.connection import Connection

Stratum = Literal["outlet", "month", "language", "label"]
"""The property that the parts of a dataset have in the same shares; `label` is the rarest one that an article has."""

FROZEN = "split."
"""The prefix of a project's settings that hold a frozen split."""

LONGEST_NAME = 100
"""Characters of the name of a frozen split."""


class Division(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a divided dataset with their shares, and the part of each document by its id."""

    shares: Shares
    parts: Mapping[str, str]
    stratify: Stratum | None = None
    name: str = ""
    """The name under which it is frozen; empty for one that is not."""
    fresh: bool = False
    """True while it is not in the project yet, which `freeze` changes."""

    @property
    def options(self) -> dict[str, str]:
        """Return what to make it again from, as a manifest tells it."""
        told = {name: str(share) for name, share in self.shares.items()}
        told |= {"stratify": self.stratify} if self.stratify else {}
        return told | ({"frozen": self.name} if self.name else {})


class _Frozen(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen split as the settings hold it."""

    shares: dict[str, str]
    parts: dict[str, str]
    stratify: Stratum | None = None


def divided(
    file: ProjectFile,
    split: str | Mapping[str, int] | None,
    stratify: Stratum | None = None,
    frozen: str | None = None,
) -> Division | None:
    """Return the division that is asked for, None for none.

    `split` are shares; `stratify` gives each part the same share of every outlet, month, language or label. `frozen` is
    the name of a split that stays as it is: the first time, with shares, it is made, for `freeze` to keep; later its
    articles stay where they are, and those that came since join by their hash, near-duplicates of old ones with them.
    Raises InputError, NotFoundError for a name that nothing was frozen under.
    """
    if frozen is None:
        if split is None and stratify is not None:
            raise InputError("The parts of a split are needed to stratify it; add --split train=80,dev=10,test=10.")
        return None if split is None else _made(file, read_shares(split), stratify)
    held = _held(file, frozen)
    if held is not None:
        if split is not None and read_shares(split) != read_shares(held.shares):
            raise InputError(
                "The split {name!r} is frozen with other shares ({shares}); use it without --split, or another name.",
                name=frozen,
                shares=[f"{part}={share}" for part, share in held.shares.items()],
            )
        return _grown(file, frozen, held)
    if split is None:
        raise NotFoundError(
            "There is no frozen split {name!r}; there is: {known}. Add --split to make it.",
            name=frozen,
            known=frozen_splits(file) or ["-"],
        )
    return _named(_made(file, read_shares(split), stratify), frozen)


def frozen_splits(file: ProjectFile) -> list[str]:
    """Return the names of the splits that are frozen."""
    with file.reading() as view:
        return sorted(name.removeprefix(FROZEN) for name in settings.values(view, FROZEN))


def _made(file: ProjectFile, shares: Shares, stratify: Stratum | None) -> Division:
    groups = group_of(file)
    with file.reading() as view:
        ids = documents.ids(view)
        units = {id: groups.get(id, id) for id in ids}
        if stratify is None:
            parts = {id: split_of(unit, shares) for id, unit in units.items()}
        else:
            strata = _strata(view, ids, stratify)
            parts = _in_strata({unit: strata.get(unit, "") for unit in units.values()}, shares)
            parts = {id: parts[unit] for id, unit in units.items()}
    return Division(shares=shares, parts=parts, stratify=stratify)


def _in_strata(units: Mapping[str, str], shares: Shares) -> dict[str, str]:
    """The part of each unit, so that each stratum is divided as exactly as its number allows."""
    strata: defaultdict[str, list[str]] = defaultdict(list)
    for unit, stratum in units.items():
        strata[stratum].append(unit)
    parts: dict[str, str] = {}
    for held in strata.values():
        held.sort(key=split_point)
        for place, unit in enumerate(held):
            parts[unit] = part_at(Fraction(2 * place + 1, 2 * len(held)) * 100, shares)
    return parts


def _strata(view: Connection, ids: list[str], stratify: Stratum) -> dict[str, str]:
    if stratify == "label":
        return _rarest_labels(view, ids)
    say: Mapping[str, Callable[[Document], str]] = {
        "outlet": lambda one: next((origin.publisher for origin in one.origins if origin.publisher), ""),
        "month": lambda one: min((origin.published for origin in one.origins if origin.published), default="")[:7],
        "language": lambda one: one.language,
    }
    return {id: say[stratify](documents.document(view, id)) for id in ids}


def _rarest_labels(view: Connection, ids: list[str]) -> dict[str, str]:
    """The label of each document that fewest documents have, whoever marked it; none where nothing is marked."""
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for id in ids:
        for one in annotations.annotation_sets(view, id):
            labels[id] |= {span.label for span in annotations.spans(view, id, one.annotator)}
    counts: defaultdict[str, int] = defaultdict(int)
    for held in labels.values():
        for label in held:
            counts[label] += 1
    return {id: min(held, key=lambda label: (counts[label], label), default="") for id, held in labels.items()}


def _held(file: ProjectFile, name: str) -> _Frozen | None:
    with file.reading() as view:
        value: Any = settings.values(view, FROZEN + name).get(FROZEN + name)
    try:
        return None if value is None else msgspec.convert(value, _Frozen)
    except msgspec.ValidationError as error:
        raise InputError("The frozen split {name!r} is damaged: {reason}.", name=name, reason=str(error)) from error


def _grown(file: ProjectFile, name: str, held: _Frozen) -> Division:
    """The frozen split with the documents that came since."""
    shares, groups = read_shares(held.shares), group_of(file)
    with file.reading() as view:
        ids = documents.ids(view)
    of_groups = {groups.get(id, id): part for id, part in reversed(held.parts.items())}
    parts = {
        id: held.parts.get(id) or of_groups.get(groups.get(id, id)) or split_of(groups.get(id, id), shares)
        for id in ids
    }
    return Division(shares=shares, parts=parts, stratify=held.stratify, name=name)


def freeze(file: ProjectFile, division: Division) -> None:
    """Keep a fresh division in the project under its name."""
    value = {
        "shares": {part: str(share) for part, share in division.shares.items()},
        "parts": dict(division.parts),
        "stratify": division.stratify,
    }
    with file.acting() as act:
        act.edits.append(settings.value_row(FROZEN + division.name, value))


def _named(made: Division, name: str) -> Division:
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise InputError("{name!r} cannot be the name of a split.", name=name)
    return msgspec.structs.replace(made, name=name, fresh=True)
