"""The model that all lists share: what is new is put between what stays."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt

from annotator.ui.panels.rows import FEW, RowModel


class Words(RowModel[str]):
    def shown(self, row: str) -> str:
        return row

    def spoken(self, row: str, place: int) -> str:
        return f"{row} {place}"


def shown(model: Words) -> list[object]:
    return [model.index(place).data(Qt.ItemDataRole.DisplayRole) for place in range(model.rowCount())]


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=8), max_size=6))
def test_the_rows_are_those_that_were_set_last(lists: list[list[str]]) -> None:
    model = Words()
    for rows in lists:
        model.set_rows(rows)
        assert shown(model) == rows
    model.append(["x", "y"])
    assert shown(model)[-2:] == ["x", "y"]


@given(st.sets(st.integers(0, 30), min_size=1), st.integers(0, 31), st.integers(1, FEW))
def test_a_row_that_stays_keeps_what_points_at_it(numbers: set[int], at: int, more: int) -> None:
    rows = [f"row {number}" for number in sorted(numbers)]
    at = min(at, len(rows))
    model = Words()
    model.set_rows(rows)
    kept = [QPersistentModelIndex(model.index(place)) for place in range(len(rows))]
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.set_rows([*rows[:at], *(f"new {number}" for number in range(more)), *rows[at:]])
    assert [index.data() for index in kept] == rows
    model.set_rows(rows)
    assert [index.data() for index in kept] == rows and not resets


def test_a_list_of_other_rows_begins_again() -> None:
    model = Words()
    model.set_rows(["a"])
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.set_rows([str(number) for number in range(FEW + 2)])
    assert resets and model.rowCount() == FEW + 2
