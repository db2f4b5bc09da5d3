"""Importing PySide without what it brings along for its error messages and help texts.

With its first module PySide compiles, from source and at every start, a parser of signatures, their layout, and a
generator of stub files: a sixth of the time until the window is painted. All of it serves a call with wrong arguments
or `inspect.signature`. Here these modules are imported when something of them is first used; an error then reads as it
always does. A PySide that is built otherwise finds nothing changed.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.abc import Loader

_PACKAGE = "shibokensupport.signature"
_LATER = frozenset(f"{_PACKAGE}.{name}" for name in ("layout", "parser", "lib.enum_sig", "lib.pyi_generator"))


class _LaterModule(ModuleType):
    """A module that is filled when it is first asked for something it does not have yet.

    Unlike those of `importlib.util.LazyLoader` it tells its name and spec unfilled, for which PySide asks at once.
    """

    def __getattr__(self, name: str) -> Any:
        fill = vars(self).pop("_fill", None)
        if fill is None:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        fill()
        return getattr(self, name)


class _LaterLoader:
    """A loader by what it does: its base class would import half of importlib."""

    def __init__(self, spec: ModuleSpec, loader: "Loader") -> None:
        self._name, self._loader = spec.name, loader

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _LaterModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        vars(module)["_fill"] = lambda: self._fill(module)

    def _fill(self, module: ModuleType) -> None:
        """Fill it under the name it was found by; PySide has given it another one since."""
        spec = module.__spec__
        assert spec is not None, "a module that was imported has a spec"
        given, spec.name = spec.name, self._name
        try:
            self._loader.exec_module(module)
        finally:
            spec.name = given


class _Finder:
    """Stands before the finder that PySide brings along, once that is there and seeks what it does not have.

    The first it seeks so is `inspect`: where somebody imported that before, PySide is imported as usual.
    """

    @classmethod
    def find_spec(
        cls, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if _PACKAGE in sys.modules and sys.meta_path[0] is not cls:
            sys.meta_path.remove(cls)
            sys.meta_path.insert(0, cls)
        if name not in _LATER:
            return None
        others = (finder.find_spec(name, path, target) for finder in sys.meta_path if finder is not cls)
        spec = next(filter(None, others), None)
        if spec is None or spec.loader is None:
            return spec
        return ModuleSpec(name, _LaterLoader(spec, spec.loader))  # type: ignore[arg-type]  # it does what a Loader does


@contextmanager
def imported_quickly() -> Iterator[None]:
    """Within this block PySide is imported as described; again, or after it was imported, this does nothing."""
    sys.meta_path.insert(0, _Finder)
    try:
        yield
    finally:
        sys.meta_path.remove(_Finder)
