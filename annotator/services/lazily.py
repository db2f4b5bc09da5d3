"""Modules that are imported when something of them is first used."""

from importlib import import_module
from typing import Any


class LazyModule:
    """Stands for a module that is not imported yet."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, item: str) -> Any:
        return getattr(import_module(self._name), item)
