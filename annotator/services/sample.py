"""The sample project: invented news articles with three readings of them, for the demo and for learning."""

import tempfile
from pathlib import Path

from annotator import resources
from annotator.domain.annotator import GOLD
from annotator.errors import ProjectError
from annotator.services.exchange import import_file
from annotator.services.project import Project

ANNOTATOR = "layla"
"""Whose reading the sample opens with; her marks cover every article."""


def make_sample(path: Path) -> Path:
    """Make the sample project at `path`, which must not exist, and say where it is. It appears whole or not at all.

    Raises ProjectError if there is something already, or nothing can be written there.
    """
    if path.exists():
        raise ProjectError("{name} exists already. Choose another name, or open it.", name=path.name)
    try:
        with tempfile.TemporaryDirectory(prefix=".musnad-", dir=path.parent) as folder:
            draft = Path(folder) / path.name
            # Not as its reader: her first undo must not take the whole sample back.
            with Project.create(draft, annotator=GOLD) as project:
                import_file(project, resources.path("sample", "sample.jsonl"))
            draft.rename(path)
    except OSError as error:
        raise ProjectError(
            "{path} cannot be made: {reason}.", path=path, reason=error.strerror or str(error)
        ) from error
    return path
