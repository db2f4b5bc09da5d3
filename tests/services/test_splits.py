"""The parts of a dataset: whole documents, always the same ones, in about the shares that were wished for."""

import hashlib
from collections import Counter

import pytest

from annotator.errors import InputError
from annotator.services.splits import read_shares, split_of

IDS = [hashlib.sha256(str(number).encode()).hexdigest()[:32] for number in range(4000)]


def test_the_shares_come_out() -> None:
    shares = read_shares("train=80,dev=10,test=10")
    counts = Counter(split_of(id, shares) for id in IDS)
    assert counts["train"] == pytest.approx(3200, abs=120)
    assert counts["dev"] == pytest.approx(400, abs=90)
    assert counts["test"] == pytest.approx(400, abs=90)


def test_a_document_stays_where_it_is() -> None:
    # Datasets of last year must come out the same: these parts were written down once.
    assert "".join(split_of(id, read_shares("a=60,b=20,c=20")) for id in IDS[:16]) == "caabcaacaccbaaca"
    assert read_shares({"a": 60, "b": 20, "c": 20}) == read_shares("a=60,b=20,c=20")


def test_more_training_moves_nothing_out_of_it() -> None:
    small, large = read_shares("train=50,test=50"), read_shares("train=70,test=30")
    assert all(split_of(id, large) == "train" for id in IDS if split_of(id, small) == "train")


def test_thirds_may_be_written_exactly_or_in_decimals() -> None:
    assert len(read_shares("a=100/3,b=100/3,c=100/3")) == 3
    assert len(read_shares("a=33.3, b=33.3, c=33.4")) == 3


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        ("", "not of the form"),
        ("train", "not of the form"),
        ("train=80,test=10", "make 90 percent together"),
        ("train=80,dev=30", "make 110 percent"),
        ("train=50,train=50", "each of them once"),
        ("=100", "a name for each part"),
        ("train=100,test=0", "'test' of a split needs a percentage above 0, not '0'"),
        ("train=x,test=10", "'train' of a split needs a percentage above 0, not 'x'"),
        ("train=120,test=-20", "above 0"),
        ("train=nan,test=1/0", "above 0"),
    ],
)
def test_a_split_that_does_not_add_up(wish: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_shares(wish)
