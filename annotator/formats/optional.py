"""Libraries that only some formats need, and that weigh more than the program: installed by those who want them."""

from importlib import import_module
from typing import Any

from annotator.errors import InputError


def optional(module: str, extra: str) -> Any:
    """Import a module of the extra `extra`. Raises InputError that says what to install."""
    try:
        return import_module(module)
    except ImportError as error:
        raise InputError(
            'this format needs {library}, which is not installed; install it with: pip install "musnad[{extra}]"',
            library=module.partition(".")[0],
            extra=extra,
        ) from error
