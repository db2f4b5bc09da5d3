"""Finding a scheme: by the name of a shipped one, or in a file."""

from functools import cache
from pathlib import Path

from annotator import paths, resources
from annotator.domain.scheme import Scheme
from annotator.errors import NotFoundError, SchemeError
from annotator.sources import load

DEFAULT = "actors-claims"

MAX_BYTES = 1024 * 1024
"""The most bytes of a scheme file: a hundred times one with guidelines for every label."""


def shipped() -> list[str]:
    """The names of the schemes that come with the program."""
    return sorted(file.stem for file in resources.path("schemes").glob("*.toml"))


def load_scheme(name_or_file: str | Path) -> Scheme:
    """A shipped scheme by its name, or one from a TOML file; SchemeError names the line and the reason."""
    if str(name_or_file) in shipped():
        return _shipped(str(name_or_file))
    file = Path(name_or_file)
    if paths.kind(file, SchemeError) == "missing":
        raise NotFoundError(
            "There is no scheme {name!r}: give a TOML file, or one of {known}.",
            name=str(name_or_file),
            known=list(shipped()),
        )
    return _read(file)


@cache
def _shipped(name: str) -> Scheme:
    return _read(resources.path("schemes", f"{name}.toml"))


def _read(file: Path) -> Scheme:
    # A project that is opened brings its scheme along; only a new one reads a file.
    from annotator.domain.scheme_file import read_scheme

    try:
        data = load(file, MAX_BYTES, SchemeError)
        if len(data) > MAX_BYTES:
            raise SchemeError("{name}: a scheme may have {most} KiB.", name=file.name, most=MAX_BYTES >> 10)
        return read_scheme(data.decode("utf-8-sig"), file.name)
    except UnicodeDecodeError as error:
        raise SchemeError(
            "{name}: byte {place} is not UTF-8. Save the scheme as UTF-8.", name=file.name, place=error.start
        ) from error


def save_scheme(scheme: Scheme, path: Path) -> None:
    """Write a scheme as a TOML file that `load_scheme` reads back as it is. Raises InputError."""
    from annotator.domain.scheme_toml import write_scheme
    from annotator.services.files import written_whole

    with written_whole(path) as stream:
        stream.write(write_scheme(scheme).encode())
