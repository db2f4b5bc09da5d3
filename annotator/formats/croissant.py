"""Croissant 1.1: the JSON-LD that says which records a dataset's files hold, with its RAI vocabulary.

What it tells of how the data came about is what the program knows: the scheme, who read, which suggesters took part,
what intake changed. Figures of agreement stand there too.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from annotator.formats.dataset import Dataset
from annotator.formats.hub import ABOUT, HubFile, HubOptions, HubSplit, Seen, configurations

NAME = "croissant.json"
CONFORMS = ("http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0")

# What 1.1's canonical context says of the terms used here.
CONTEXT: Mapping[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}

COLUMNS: Mapping[str, str] = {
    "id": "first 32 hex digits of the SHA-256 of the text",
    "title": "title of the article",
    "text": "the article, as it was marked",
    "language": "language of the article (BCP 47)",
    "annotator": "whose reading it is",
    "status": "how far the reader came: todo, doing or done",
    "split": "part of the dataset that the article belongs to",
}
"""The columns of which each row has one value; spans, relations and frames are lists beside them."""


def croissant(
    dataset: Dataset, splits: Sequence[HubSplit], seen: Seen, options: HubOptions, agreement: Sequence[str] = ()
) -> bytes:
    """Return the content of croissant.json."""
    title = options.pretty_name or dataset.card.name
    made = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": list(CONFORMS),
        "name": dataset.card.name,
        "description": f"{title}: {seen.documents:,} articles marked with the scheme {dataset.scheme.name}.",
        "version": f"{dataset.scheme.version}.0.0",
        **({"license": options.license} if options.license else {}),
        "inLanguage": sorted(seen.languages),
        **_responsible(dataset, seen, agreement),
        "distribution": [_file(file) for one in splits for file in one.files],
        "recordSet": [*_split_set(splits), *_label_set(dataset), *_record_sets(splits)],
    }
    return msgspec.json.format(msgspec.json.encode(made)) + b"\n"


def _responsible(dataset: Dataset, seen: Seen, agreement: Sequence[str]) -> dict[str, Any]:
    """The provenance of the data, in the words of Croissant's RAI vocabulary; nothing where nothing is known."""
    scheme = dataset.scheme
    models = sorted(handle for handle in seen.readers if handle.startswith("model:"))
    days = sorted(seen.published)
    per_item = sum(seen.readers.values()) / seen.documents if seen.documents else 0
    changed = [f"{kind}: {count:,} articles" for kind, count in sorted(seen.intake.items())]
    told: dict[str, Any] = {
        "rai:dataAnnotationProtocol": f"Scheme {scheme.name}, version {scheme.version}: spans of "
        f"{', '.join(one.key for one in scheme.labels)}; its guidelines stand in manifest.json.",
        "rai:dataAnnotationPlatform": dataset.card.program,
        "rai:annotationsPerItem": f"{per_item:.2f} readings an article",
        "rai:dataAnnotationAnalysis": list(agreement),
        "rai:machineAnnotationTools": models,
        "rai:dataCollectionTimeframe": [days[0], days[-1]] if days else [],
        "rai:dataPreprocessingProtocol": [f"Intake cleaned the texts ({'; '.join(changed)})."] if changed else [],
    }
    return {key: value for key, value in told.items() if value}


def _file(file: HubFile) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.name,
        "name": file.name,
        "contentUrl": file.name,
        # With application/vnd.apache.parquet mlcroissant validates the file and cannot read it.
        "encodingFormat": "application/x-parquet",
        "contentSize": f"{file.bytes} B",
        "sha256": file.sha256,
    }


def _split_set(splits: Sequence[HubSplit]) -> Iterator[dict[str, Any]]:
    names = list(dict.fromkeys(one.name for one in splits))
    yield _listed("splits", "cr:Split", [{"splits/name": name} for name in names])


def _label_set(dataset: Dataset) -> Iterator[dict[str, Any]]:
    yield _listed("labels", "cr:Label", [{"labels/name": label.key} for label in dataset.scheme.labels])


def _listed(id: str, kind: str, data: list[dict[str, str]]) -> dict[str, Any]:
    """A set of records that stand in croissant.json itself."""
    name = {"@type": "cr:Field", "@id": f"{id}/name", "name": "name", "dataType": "sc:Text"}
    return {
        "@type": "cr:RecordSet",
        "@id": id,
        "name": id,
        "dataType": kind,
        "key": {"@id": f"{id}/name"},
        "field": [name],
        "data": data,
    }


def _record_sets(splits: Sequence[HubSplit]) -> Iterator[dict[str, Any]]:
    """A set for each file: which configuration and split it is of stands in its name, as in the folder."""
    for config in configurations(splits):
        for split in splits:
            if split.config == config:
                for file in split.files:
                    yield _record_set(config, file)


def _record_set(config: str, file: HubFile) -> dict[str, Any]:
    id = file.name.removeprefix("data/").removesuffix(".parquet")
    return {
        "@type": "cr:RecordSet",
        "@id": id,
        "name": id,
        "description": ABOUT[config],
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{id}/{column}",
                "name": column,
                "description": told,
                "dataType": "sc:Text",
                "source": {"fileObject": {"@id": file.name}, "extract": {"column": column}},
            }
            for column, told in COLUMNS.items()
        ],
    }
