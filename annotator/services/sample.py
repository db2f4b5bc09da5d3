"""The sample project: invented news articles with three readings of them, for the demo and for learning."""

from pathlib import Path

from annotator import paths, resources
from annotator.domain.annotator import GOLD
from annotator.drafts import draft_folder
from annotator.errors import ProjectError
from annotator.services.project import Project

ANNOTATOR = "layla"
"""The handle with which the sample opens; her marks cover every article."""


def make_sample(path: Path) -> Path:
    """Make the sample project at `path`, which must not exist, and say where it is. It appears whole or not at all.

    Raises ProjectError if there is something already, or nothing can be written there.
    """
    if paths.kind(path, ProjectError) != "missing":
        raise ProjectError("{name} exists already. Choose another name, or open it.", name=path.name)
    with paths.making(path, ProjectError), draft_folder(path.parent) as folder:
        draft = folder / path.name
        # Not as its reader: her first undo must not take the whole sample back.
        with Project.create(draft, annotator=GOLD) as project:
            project.import_(resources.path("sample", "sample.jsonl"))
        draft.rename(path)
    return path
