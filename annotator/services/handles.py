"""The handle of a person who has not named one."""

import os
from contextlib import suppress

from annotator.domain.annotator import HANDLE_LENGTH, is_handle
from annotator.errors import InputError


def default_handle() -> str:
    """Return who someone is when they have not said: MUSNAD_ANNOTATOR, or the name they logged in with.

    Raises InputError if MUSNAD_ANNOTATOR cannot be an annotator's name.
    """
    name = os.environ.get("MUSNAD_ANNOTATOR", "")
    if not name:
        return login_handle()
    handle = _fitted(name)
    if not is_handle(handle):
        raise InputError(
            "MUSNAD_ANNOTATOR is {name!r}, which cannot be an annotator's name: use 1 to {most} visible characters. "
            "Set another one, or none.",
            name=name,
            most=HANDLE_LENGTH,
        )
    return handle


def login_handle() -> str:
    """Return the name that someone logged in with; "me" where the system knows none, or none that can be a handle."""
    import getpass

    name = ""
    with suppress(OSError, KeyError, ImportError):
        name = _fitted(getpass.getuser())
    return name if is_handle(name) else "me"


def _fitted(name: str) -> str:
    return "_".join(name.split()).replace("/", "_").replace("\\", "_")


def usable_handle() -> tuple[str, InputError | None]:
    """Return `default_handle()`; where MUSNAD_ANNOTATOR is no name, the login name and the error that says so."""
    try:
        return default_handle(), None
    except InputError as error:
        return login_handle(), error
