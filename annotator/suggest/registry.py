"""The suggesters there are. A suggester is one file in this package that registers itself here.

@suggester("cues")
def suggest_cues(document: Document, context: Context) -> list[Proposal]: ...
"""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache

import msgspec

from annotator import suggest
from annotator.domain.actor import Actor
from annotator.domain.document import Document
from annotator.domain.scheme import Scheme
from annotator.errors import NotFoundError
from annotator.suggest.proposal import Proposal


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What a suggester may know besides the document: what it proposes must stand in the scheme."""

    scheme: Scheme
    actors: tuple[Actor, ...] = ()


Suggest = Callable[[Document, Context], list[Proposal]]


class Suggester(msgspec.Struct, frozen=True, kw_only=True):
    """`suggest` answers in reading order, changes nothing and may run in a worker. Its marks are `model:<name>`'s."""

    name: str
    suggest: Suggest


_suggesters: dict[str, Suggester] = {}


def suggester(name: str) -> Callable[[Suggest], Suggest]:
    """Register the function below as a suggester."""

    def register(suggest: Suggest) -> Suggest:
        _suggesters[name] = Suggester(name=name, suggest=suggest)
        return suggest

    return register


@cache
def _load() -> None:
    """Let every file of this package register itself."""
    for module in pkgutil.iter_modules(suggest.__path__):
        importlib.import_module(f"{suggest.__name__}.{module.name}")


def suggesters() -> list[Suggester]:
    """Every suggester, by name."""
    _load()
    return [_suggesters[name] for name in sorted(_suggesters)]


def find_suggester(name: str) -> Suggester:
    """The suggester of this name, or NotFoundError that lists those there are."""
    _load()
    if name not in _suggesters:
        raise NotFoundError(
            "There is no suggester {name!r}; there is: {known}.", name=name, known=", ".join(sorted(_suggesters))
        )
    return _suggesters[name]
