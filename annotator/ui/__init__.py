"""The window: everything that needs Qt."""

import builtins
import sys

import PySide6.QtCore  # noqa: F401 (with it comes shibokensupport)

from annotator.ui import guard


def _spare_sources() -> None:
    """Keep PySide from reading the source of every module that is imported after it.

    It looks for modules that might use its optional spellings (`from __feature__ import snake_case`). Here none does,
    and the looking takes as long as our own imports do half of. A PySide that is built otherwise goes on as it is.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _uses_no_features  # type: ignore[attr-defined]  # of the module as it is now
    # Each import statement, also of what is imported already, would ask Python code whether it wants a spelling.
    asking = getattr(builtins, "__feature_import__", None)
    if asking is not None and builtins.__import__ is asking:
        builtins.__import__ = vars(builtins)["__orig_import__"]


def _uses_no_features(module: object) -> bool:
    del module
    return False


_spare_sources()
guard.install()
