"""Dividing a dataset: the same document always goes to the same part, whatever else the project holds."""

import hashlib
from collections.abc import Mapping
from fractions import Fraction

from annotator.errors import InputError

Shares = Mapping[str, Fraction]
"""The parts of a dataset in their order, and the percentage of documents that each is to get."""


def read_shares(wish: str | Mapping[str, int | float | str]) -> Shares:
    """Checked shares from `train=80,dev=10,test=10` or a mapping; InputError says what is wrong with them."""
    pairs = _pairs(wish) if isinstance(wish, str) else [(name, str(share)) for name, share in wish.items()]
    shares: dict[str, Fraction] = {}
    for name, share in pairs:
        if not name or name in shares:
            raise InputError("The split {wish!r} needs a name for each part, each of them once.", wish=str(wish))
        shares[name] = _percentage(name, share)
    if sum(shares.values()) != 100:
        raise InputError(
            "The parts of the split {wish!r} make {sum} percent together; they must make 100.",
            wish=str(wish),
            sum=f"{float(sum(shares.values())):g}",
        )
    return shares


def split_of(document_id: str, shares: Shares) -> str:
    """The part that a document belongs to: its id's hash, read as a point between 0 and 100 percent.

    Of near-duplicates give the id of their group (`near_duplicates.group_of`), so that they stay together. With few
    documents the shares come out roughly.
    """
    return part_at(split_point(document_id), shares)


def split_point(document_id: str) -> Fraction:
    """Return the point between 0 and 100 percent that a document lies at, whatever else the project holds.

    Hashed again, so that a part is no range of ids.
    """
    digest = hashlib.sha256(f"split\n{document_id}".encode()).digest()
    return Fraction(int.from_bytes(digest[:8], "big") * 100, 2**64)


def part_at(point: Fraction, shares: Shares) -> str:
    """Return the part at a point from 0 to before 100 percent."""
    reached = Fraction(0)
    for name, share in shares.items():
        reached += share
        if point < reached:
            return name
    raise AssertionError("shares make 100 percent, and every point lies below that")


def _pairs(wish: str) -> list[tuple[str, str]]:
    parts = [part.partition("=") for part in wish.split(",")]
    if not all(equals for _, equals, _ in parts):
        raise InputError("The split {wish!r} is not of the form train=80,dev=10,test=10.", wish=wish)
    return [(name.strip(), share.strip()) for name, _, share in parts]


def _percentage(name: str, share: str) -> Fraction:
    try:
        value = Fraction(share)
    except (ValueError, ZeroDivisionError):
        value = Fraction(-1)
    if not 0 < value <= 100:
        raise InputError(
            "The part {name!r} of a split needs a percentage above 0, not {share!r}.", name=name, share=share
        )
    return value
