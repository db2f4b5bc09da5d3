"""A dataset folder as Hugging Face's hub has it: its configurations, their splits, and what its card says of them.

`load_dataset(folder)` reads the card, README.md: which files make up which split of which configuration, and which
features they have. Several configurations need one that is the default.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any

import msgspec

from annotator.domain.scheme import title_in
from annotator.formats.dataset import Dataset
from annotator.formats.features import as_yaml, line_features
from annotator.formats.options import Options, titled
from annotator.formats.record import Record
from annotator.formats.yaml_text import yaml_of

CARD = "README.md"
_VALIDATION = frozenset(("dev", "val", "valid", "validation"))
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))

ABOUT: Mapping[str, str] = {
    "gold": "the gold reading of each article that has one",
    "all": "one row a reader: every reading of every article",
    "agreed": "what all readers of an article marked alike, for articles with two readers or more",
}
"""The contents of the configurations, as the card tells them."""


class HubOptions(Options, frozen=True, kw_only=True):
    """The facts of the card that no project knows."""

    pretty_name: Annotated[str, titled("Title of the dataset")] = ""
    license: Annotated[str, titled("Licence")] = ""
    agreement: Annotated[bool, titled("Figures of agreement in the card")] = True


class HubFile(msgspec.Struct, frozen=True, kw_only=True):
    """One data file of a dataset folder, with the SHA-256 of its bytes where somebody asks for it."""

    name: str
    bytes: int
    sha256: str = ""


class HubSplit(msgspec.Struct, frozen=True, kw_only=True):
    """One split of one configuration: its files and how many rows they have together."""

    config: str
    name: str
    rows: int
    files: tuple[HubFile, ...]


class Seen:
    """The counts of a card over the records that went into its dataset."""

    def __init__(self) -> None:
        self.documents = 0
        self.languages: Counter[str] = Counter()
        self.kinds: set[str] = set()
        self.intake: Counter[str] = Counter()
        self.published: set[str] = set()
        self.readers: Counter[str] = Counter()

    def note(self, readings: Sequence[Record]) -> None:
        """Take the readings of one document in."""
        document = readings[0].document
        self.documents += 1
        self.languages[document.language] += 1
        self.intake.update(note.kind for note in document.intake)
        self.published.update(one.published for one in document.origins if one.published)
        for one in readings:
            if one.annotator is not None:
                self.kinds.add(one.annotator.kind)
                self.readers[one.annotator.handle] += 1


def hub_parts(dataset: Dataset) -> Iterator[tuple[str, Iterable[Record]]]:
    """Yield the parts of a dataset under the names that the hub gives them; an undivided one is all for training."""
    if not dataset.splits:
        yield "train", dataset.records
    for split, name in split_names(dataset.splits).items():
        yield name, dataset.records.of(split)


def split_names(splits: Iterable[str]) -> dict[str, str]:
    """Return the name that the hub gives each part of a dataset."""
    names: dict[str, str] = {}
    for split in splits:
        known = "validation" if split.lower() in _VALIDATION else re.sub(r"\W", "_", split)
        names[split] = known if known not in names.values() else re.sub(r"\W", "_", f"{split}_{len(names)}")
    return names


def configurations(splits: Sequence[HubSplit]) -> list[str]:
    """Return the configurations that hold anything, the default first."""
    held = {one.config for one in splits}
    return [config for config in ABOUT if config in held]


def card(
    dataset: Dataset, splits: Sequence[HubSplit], seen: Seen, options: HubOptions, agreement: Sequence[str] = ()
) -> str:
    """Return the text of the card."""
    title = options.pretty_name or dataset.card.name
    told = "".join(f"- {figure}\n" for figure in agreement)
    body = _body(dataset, splits, seen, title) + (f"\n## Agreement\n\n{told}" if told else "")
    return f"---\n{yaml_of(_front(splits, seen, options, title))}---\n\n{body}"


def _front(splits: Sequence[HubSplit], seen: Seen, options: HubOptions, title: str) -> dict[str, Any]:
    creators = (("expert-generated", {"person", "gold"}), ("machine-generated", {"model"}))
    front: dict[str, Any] = {
        "language": sorted({tag.partition("-")[0] for tag in seen.languages}),
        "license": options.license,
        "annotations_creators": [name for name, kinds in creators if seen.kinds & kinds],
        "language_creators": ["found"],
        "pretty_name": title,
        "size_categories": [next((name for most, name in _SIZES if seen.documents < most), "n>1M")],
        "source_datasets": ["original"],
        "task_categories": ["token-classification"],
        "configs": [_config(config, splits, place == 0) for place, config in enumerate(configurations(splits))],
        "dataset_info": [_info(config, splits) for config in configurations(splits)],
    }
    return {key: value for key, value in front.items() if value}


def _config(config: str, splits: Sequence[HubSplit], first: bool) -> dict[str, Any]:
    files = [{"split": one.name, "path": [file.name for file in one.files]} for one in splits if one.config == config]
    return {"config_name": config, **({"default": True} if first else {}), "data_files": files}


def _info(config: str, splits: Sequence[HubSplit]) -> dict[str, Any]:
    held = [
        {"name": one.name, "num_bytes": sum(file.bytes for file in one.files), "num_examples": one.rows}
        for one in splits
        if one.config == config
    ]
    return {"config_name": config, "features": as_yaml(line_features()), "splits": held}


def _body(dataset: Dataset, splits: Sequence[HubSplit], seen: Seen, title: str) -> str:
    scheme = dataset.scheme
    rows = Counter(dict.fromkeys(configurations(splits), 0))
    for one in splits:
        rows[one.config] += one.rows
    lines = [
        f"# {title}",
        "",
        f"{seen.documents:,} articles, marked with the scheme `{scheme.name}` version {scheme.version}; "
        f"written by {dataset.card.program}. Offsets are counted in Unicode code points, half-open.",
        "",
        *(f"- `{config}`: {ABOUT[config]} ({count:,} rows)" for config, count in rows.items()),
        "",
        "| label | what it marks |",
        "|---|---|",
        *(f"| `{label.key}` | {_cell(_told(label.title, label.description, label.key))} |" for label in scheme.labels),
        "",
        "| relation | from | to |",
        "|---|---|---|",
        *(f"| `{one.key}` | {', '.join(one.from_)} | {', '.join(one.to)} |" for one in scheme.relations),
    ]
    return "\n".join(lines) + "\n"


def _told(title: Mapping[str, str], description: Mapping[str, str], key: str) -> str:
    said = description.get("en", "")
    return f"{title_in(title, 'en', key)}: {said}" if said else title_in(title, "en", key)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
