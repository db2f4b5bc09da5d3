"""Lists of what there is of one kind: formats, kinds of article files, suggesters.

The modules of what comes with the program are named, for a frozen program finds none by looking; what others have
written is found by the entry points of their packages. A module registers what it has when it is imported.
"""

from collections.abc import Sequence
from importlib import import_module
from threading import RLock
from typing import Generic, TypeVar

from annotator import log

T = TypeVar("T")


class Registry(Generic[T]):
    """Items by their ids. `built_in` are the modules that add ours; `group` is the entry points' group."""

    def __init__(self, built_in: Sequence[str], group: str) -> None:
        self._built_in = tuple(built_in)
        self._group = group
        self._items: dict[str, T] = {}
        self._sorted: tuple[T, ...] = ()
        self._loaded = self._is_loading = False
        # Whoever asks from another thread meanwhile waits for all of them.
        self._lock = RLock()

    def add(self, id: str, item: T) -> None:
        """Add an item. Raises ValueError for an id that another item has."""
        if id in self._items:
            raise ValueError(f"there are two of the id {id!r} in {self._group}")
        self._items[id] = item
        self._sorted = ()

    def all(self) -> list[T]:
        """Return every item, by id."""
        self._load()
        if not self._sorted:
            self._sorted = tuple(self._items[id] for id in sorted(self._items))
        return list(self._sorted)

    def ids(self) -> list[str]:
        """Return every id."""
        self._load()
        return sorted(self._items)

    def get(self, id: str) -> T | None:
        """Return the item of this id."""
        self._load()
        return self._items.get(id)

    def _load(self) -> None:
        if self._loaded:
            return
        with self._lock:
            # A module that is loaded here may ask for what was loaded before it.
            if not self._loaded and not self._is_loading:
                self._is_loading = True
                try:
                    self._load_all()
                finally:
                    self._is_loading = False
                self._loaded = True

    def _load_all(self) -> None:
        for module in self._built_in:
            import_module(module)
        # It takes as long as all of ours together.
        from importlib.metadata import entry_points

        for entry in entry_points(group=self._group):
            try:
                entry.load()
            except Exception as error:  # what others wrote must not keep ours from working
                log.services.warning("%s: %s cannot be used: %r", self._group, entry.name, error)
