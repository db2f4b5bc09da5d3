"""A guard around every override of a Qt method, so that no exception reaches the C++ that called it.

C++ cannot go on from a Python exception: PySide either prints it or, on Python 3.11 where C code raised it
(`max([])`, `1 / 0`), ends the process. The guard reports the exception by `sys.excepthook` and lets Qt do what it
would have done without the override.

`install` is called when `annotator.ui` is imported, so every class that is defined afterwards and derives from a Qt
class is guarded without being marked. An override must therefore not raise on purpose: it cannot tell its caller.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from types import FunctionType
from typing import Any, get_type_hints

import shiboken6
from PySide6.QtCore import QEvent

_Override = Callable[..., Any]

_QT = "PySide6."
_OWN = frozenset(("__init__", "__init_subclass__", "__new__", "__repr__", "__str__", "__hash__", "__eq__"))
"""Methods that Python calls, never Qt."""
_BY_HAND = frozenset(
    (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ContextMenu,
        QEvent.Type.InputMethod,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.Shortcut,
    )
)
"""Events of a person: an override that failed on one has perhaps done half of it, so Qt must not do it again."""


_HAS_FAILED_TO_CLOSE = "_has_failed_to_close"
_ANSWERING = frozenset(("event", "viewportEvent"))
"""Methods that tell Qt whether they took the event."""


class _State:
    """The state of the guard."""

    reporting = False
    by_hand = True


def is_reporting() -> bool:
    """Return whether the hook is called by the guard: Qt is then perhaps painting, and no widget may be changed."""
    return _State.reporting


def is_by_hand() -> bool:
    """Return whether the failed override answers a person, who may try again, and does not merely paint or measure."""
    return _State.by_hand


@contextmanager
def reported() -> Iterator[None]:
    """Report what is raised inside the block, and go on: a part that fails must not leave the others half done."""
    try:
        yield
    except Exception as error:  # whatever it is, it is told
        sys.excepthook(type(error), error, error.__traceback__)


def install() -> None:
    """Guard each class that derives from a Qt class from now on; again does nothing."""
    shiboken6.Object.__init_subclass__ = classmethod(_guard)  # type: ignore[assignment, arg-type]  # of every Qt class


def is_guarded(function: object) -> bool:
    """Return whether an exception of this function is kept from Qt."""
    return hasattr(function, "_guarded")


def overrides(kind: type) -> list[str]:
    """The names of the methods of this class that Qt may call: those that one of its Qt bases has, too."""
    bases = [vars(base) for base in kind.__mro__ if base.__module__.startswith(_QT)]
    return [
        name
        for name, value in vars(kind).items()
        if isinstance(value, FunctionType) and name not in _OWN and any(name in base for base in bases)
    ]


def _guard(kind: type, **options: object) -> None:
    super(shiboken6.Object, kind).__init_subclass__(**options)  # type: ignore[misc]  # kind derives from it
    for name in overrides(kind):
        function = vars(kind)[name]
        if not is_guarded(function):
            setattr(kind, name, _guarded(kind, name, function))


def _guarded(kind: type, name: str, function: _Override) -> _Override:
    """The function in a frame that catches; with its number of parameters, by which PySide fits signals to slots."""
    code = function.__code__
    plain = not function.__defaults__ and not code.co_kwonlyargcount and not code.co_flags & 0x0C

    def rescue(error: BaseException, arguments: tuple[Any, ...]) -> Any:
        return _rescue(kind, name, function, error, arguments)

    shape = _SHAPES.get(code.co_argcount, _any) if plain else _any
    guarded = wraps(function)(shape(function, rescue))
    guarded._guarded = True  # type: ignore[attr-defined]
    return guarded


def _one(function: _Override, rescue: _Override) -> _Override:
    def call(self: Any) -> Any:
        try:
            return function(self)
        except BaseException as error:  # nothing may pass
            return rescue(error, (self,))

    return call


def _two(function: _Override, rescue: _Override) -> _Override:
    def call(self: Any, one: Any) -> Any:
        try:
            return function(self, one)
        except BaseException as error:  # nothing may pass
            return rescue(error, (self, one))

    return call


def _three(function: _Override, rescue: _Override) -> _Override:
    def call(self: Any, one: Any, two: Any) -> Any:
        try:
            return function(self, one, two)
        except BaseException as error:  # nothing may pass
            return rescue(error, (self, one, two))

    return call


def _any(function: _Override, rescue: _Override) -> _Override:
    def call(*arguments: Any, **named: Any) -> Any:
        try:
            return function(*arguments, **named)
        except BaseException as error:  # nothing may pass
            return rescue(error, arguments)

    return call


_SHAPES = {1: _one, 2: _two, 3: _three}


def _rescue(kind: type, name: str, function: _Override, error: BaseException, arguments: tuple[Any, ...]) -> Any:
    """Report the exception, and answer in place of the override."""
    event = next((argument for argument in arguments if isinstance(argument, QEvent)), None)
    type_ = event.type() if event is not None else None
    dropped = type_ in _BY_HAND and name != "eventFilter"
    report(error, by_hand=dropped or type_ == QEvent.Type.Close)
    if dropped:
        return name in _ANSWERING or None
    if event is not None and name == "closeEvent" and not hasattr(arguments[0], _HAS_FAILED_TO_CLOSE):
        # A window that is gone tells nobody what went wrong. The next time it closes, whatever fails.
        setattr(arguments[0], _HAS_FAILED_TO_CLOSE, True)
        event.ignore()
        return None
    return _as_qt_would(kind, name, function, arguments)


def report(error: BaseException, *, by_hand: bool = False) -> None:
    """Report an exception from within a call of Qt; `by_hand`: it answers a person, who may try again."""
    _State.reporting, _State.by_hand = True, by_hand
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except BaseException:  # a hook that fails must not end what it was to save
        sys.__excepthook__(*sys.exc_info())
    finally:
        _State.reporting, _State.by_hand = False, True


def _as_qt_would(kind: type, name: str, function: _Override, arguments: tuple[Any, ...]) -> Any:
    """Return the answer of the overridden method; an empty answer where there is none."""
    if name.startswith("__"):  # a comparison, with which Qt comes back to the override
        return False
    try:
        return getattr(super(kind, arguments[0]), name)(*arguments[1:])
    except Exception:  # it is pure virtual, or fails as well
        return _empty(function)


def _empty(function: _Override) -> Any:
    """Nothing, of the kind that the override promises to return; None where that kind has no empty value."""
    try:
        return get_type_hints(function)["return"]()
    except Exception:  # an annotation that is not a class, or is imported for type checkers only
        return None
