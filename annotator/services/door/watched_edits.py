"""Edits that are watched as they are written, so that a long transaction can be stopped."""

from collections.abc import Callable, Iterator, Sequence
from typing import overload

from annotator.store.edits import Edit


class WatchedEdits(Sequence[Edit]):
    """Edits that call `heard` before each one is written; if it raises, none of them is."""

    def __init__(self, edits: Sequence[Edit], heard: Callable[[], object]) -> None:
        self._edits = edits
        self._heard = heard

    @overload
    def __getitem__(self, place: int) -> Edit: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Edit]: ...
    def __getitem__(self, place: int | slice) -> Edit | Sequence[Edit]:
        return self._edits[place]

    def __len__(self) -> int:
        return len(self._edits)

    def __iter__(self) -> Iterator[Edit]:
        for edit in self._edits:
            self._heard()
            yield edit
