"""Datasets of others: their labels in our words, and a scheme made of theirs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from annotator import paths
from annotator.domain.scheme import Scheme
from annotator.errors import InputError, MusnadError
from annotator.formats.map_guess import ForeignNames, Guessed, guesses, names_in, proposed_map, sure_map
from annotator.formats.mapping import LabelMap, read_map
from annotator.formats.record import Record
from annotator.formats.registry import Reader
from annotator.services.manifest import IN_FOLDER, decoded, manifest_path, read_manifest
from annotator.services.scheme_of import scheme_of
from annotator.services.source_files import opened_source, placed, recognised, records_in
from annotator.services.source_trees import source_tree
from annotator.sources import load

LARGEST_MAP_BYTES = 1024 * 1024


def map_for(path: Path, reader: Reader, scheme: Scheme, annotator: str, given: LabelMap | None) -> LabelMap | None:
    """Return the map with which a file is read: what the person says, and what is sure of the rest."""
    if not reader.foreign:
        return given
    names, given = _names(path, reader, annotator, given), given or LabelMap()
    sure = sure_map(names, scheme)
    made = LabelMap(
        labels={**sure.labels, **given.labels},
        attributes={**sure.attributes, **given.attributes},
        relations={**sure.relations, **given.relations},
    )
    _check_known("labels", made.labels, names.labels, [one.key for one in scheme.labels])
    _check_known("relations", made.relations, names.relations, [one.key for one in scheme.relations])
    return made


def _check_known(table: str, mapped: Mapping[str, str], used: Iterable[str], known: Sequence[str]) -> None:
    """Raise InputError for names that neither the map nor the scheme has. One with a condition stands for all."""
    decided = {name.partition("[")[0] for name in mapped} | mapped.keys() | set(known)
    if unknown := [name for name in used if name not in decided]:
        raise InputError(
            "the scheme has no place for the {table} {unknown}; say what becomes of them in a map (--map FILE), "
            "which --propose-map FILE begins for you.",
            table=table,
            unknown=unknown,
        )


def load_map(path: Path, scheme: Scheme) -> LabelMap:
    """Return the map in a TOML file. Raises InputError that names the file and the place."""
    data = load(path, LARGEST_MAP_BYTES)
    if len(data) > LARGEST_MAP_BYTES:
        raise InputError("{name}: a map may have {most} KiB.", name=path.name, most=LARGEST_MAP_BYTES >> 10)
    try:
        return read_map(data.decode("utf-8-sig"), path.name, scheme)
    except UnicodeDecodeError as error:
        raise InputError("{name}: byte {place} is not UTF-8.", name=path.name, place=error.start) from error


def guessed_map(path: Path, format: str, scheme: Scheme, annotator: str) -> list[Guessed]:
    """Return what the names that a dataset uses may mean in the scheme. Raises InputError."""
    return guesses(_names(path, annotated(path, format), annotator), scheme)


def propose_map(sources: list[Path], format: str | None, scheme: Scheme, annotator: str) -> str:
    """Return a map of everything that these files use, as TOML for a person to finish. Raises InputError."""
    names = ForeignNames.none()
    for path in sources:
        names.update(_names(path, annotated(path, format), annotator))
    return proposed_map(names, scheme)


def scheme_from(path: Path, format: str | None = None) -> Scheme:
    """Return a scheme of the labels, attributes and relations that a dataset uses; of one of ours that of its manifest.

    Raises InputError.
    """
    reader = annotated(path, format)
    if (own := _own_scheme(path)) is not None:
        return own
    if reader.of_scheme is not None:
        reader = msgspec.structs.replace(reader, read=reader.of_scheme)
    name = path.name if paths.kind(path) == "folder" else path.stem
    return scheme_of(_records(path, reader, "me"), name)


def _own_scheme(path: Path) -> Scheme | None:
    """Return the scheme of a dataset that this program wrote; None where no manifest tells."""
    try:
        if (tree := source_tree(path)) is not None:
            with tree.open(IN_FOLDER) as stream:
                return decoded(stream.read()).scheme
        return read_manifest(manifest_path(path)).scheme
    except (InputError, ValueError):
        return None


def annotated(path: Path, format: str | None) -> Reader:
    """Return the reader for a file that must hold annotations. Raises InputError, or NotFoundError for no format."""
    from annotator.formats.registry import find_reader

    reader = find_reader(format) if format is not None else recognised(path)
    if reader is None:
        raise InputError("{name} holds no annotations that are known; name its format (--format).", name=path.name)
    return reader


def _names(path: Path, reader: Reader, annotator: str, given: LabelMap | None = None) -> ForeignNames:
    return names_in(_records(path, reader, annotator, given))


def _records(path: Path, reader: Reader, annotator: str, given: LabelMap | None = None) -> Iterator[Record]:
    """Yield the records of a file or folder as they are, in their own words."""
    with opened_source(path, None, annotator) as source:
        source.asked = frozenset(given.labels if given else ())
        try:
            yield from records_in(reader, source, path)
        except MusnadError as error:
            raise placed(path, source.name, source.line, error) from error
