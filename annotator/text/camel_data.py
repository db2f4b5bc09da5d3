"""The place of camel-tools' data that a person has brought: databases and models, none of which Musnad needs.

camel-tools fetches a catalogue from the network when a module that reads data is imported and none is on the disk,
so such a module is imported only after asking here.
"""

import os
import sys
from pathlib import Path

from annotator import paths


def data_folder() -> Path:
    """The folder of camel-tools' data, without asking camel-tools: that alone would make the folder."""
    chosen = os.environ.get("CAMELTOOLS_DATA")
    if chosen is not None:
        return paths.expanded(chosen).absolute()
    return (paths.home() or Path(os.devnull)) / (
        "AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools"
    )


def installed(*within: str) -> Path | None:
    """The path of a piece of data if it is there and can be read without fetching anything."""
    folder = data_folder()
    path = folder.joinpath("data", *within)
    return path if paths.exists(path) and paths.exists(folder / "catalogue.json") else None
