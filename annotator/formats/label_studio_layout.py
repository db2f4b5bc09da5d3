"""The layout of Label Studio's tasks: as it exports them, before 2021 as well."""

from typing import Any

import msgspec

REGIONS = ("labels", "hypertextlabels")
"""The types of results that are stretches of a text; their labels stand in a field that is called so."""

_PLACE = frozenset(("start", "end", "startOffset", "endOffset", "globalOffsets", "text", *REGIONS))


class Place(msgspec.Struct):
    """The place of a region; `global_offsets` is what hypertext has instead."""

    start: int | str | None = None
    end: int | str | None = None
    text: str | list[str] | None = None
    labels: list[str] = []
    hypertextlabels: list[str] = []
    global_offsets: dict[str, Any] | None = msgspec.field(name="globalOffsets", default=None)


class Result(msgspec.Struct):
    """A region, an answer about one or about the whole task, or a link."""

    type: str = ""
    id: str = ""
    from_name: str = ""
    value: msgspec.Raw = msgspec.Raw()
    from_id: str = ""
    to_id: str = ""
    direction: str = "right"
    labels: list[str] | None = None
    meta: dict[str, Any] | None = None


class Reading(msgspec.Struct):
    """An annotation or a prediction."""

    result: list[Result] = []
    was_cancelled: bool = False
    ground_truth: bool = False
    completed_by: Any = None
    model_version: str | None = None


class Task(msgspec.Struct):
    """A task as Label Studio exports it; `completions` is what annotations were called before 2021."""

    data: dict[str, Any]
    annotations: list[Reading] = []
    completions: list[Reading] = []
    predictions: list[Reading | int] = []
    meta: dict[str, Any] | None = None


def task_of(minimal: dict[str, Any]) -> Task:
    """Return a task of Label Studio's smaller export (JSON_MIN), in which each control is a field beside the data."""
    results: list[Result] = []
    data: dict[str, Any] = {}
    for control, value in minimal.items():
        places = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
        for number, place in enumerate(places):
            type = next((one for one in REGIONS if one in place), "")
            results.append(
                Result(type=type, id=f"{control} {number}", from_name=control, value=msgspec.Raw(_json(place)))
            )
        if not places:
            data[control] = value
    who = data.get("annotator")
    return Task(data=data, annotations=[Reading(result=results, completed_by=who)])


def _json(value: Any) -> bytes:
    return msgspec.json.encode(value)


def answer_of(value: Any, type: str) -> str:
    """Return what a result that is no region says: choices, a text, a rating, a number, places in a taxonomy.

    Several answers are divided by ` | `, the steps of a taxonomy by ` / `.
    """
    if not isinstance(value, dict):
        return ""
    given = value.get("text") if type == "textarea" else value.get(type)
    if given is None:
        given = next((one for key, one in value.items() if key not in _PLACE), None)
    return " | ".join(_told(one) for one in (given if isinstance(given, list) else [given]) if one is not None)


def _told(one: Any) -> str:
    if isinstance(one, list):
        return " / ".join(map(_told, one))
    return one if isinstance(one, str) else msgspec.json.encode(one).decode()
