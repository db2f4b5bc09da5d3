"""The place of the files that ship with the program: inside the wheel, or at the top of a checkout."""

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder that holds `schemes/`, `lexicons/`, `sample/`, `help/`, `i18n/`, `icons/` and `themes/`."""
    package = Path(__file__).parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def path(*parts: str) -> Path:
    """One shipped file or folder, by its place below the root."""
    return root().joinpath(*parts)
