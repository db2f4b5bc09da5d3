"""The build hook: compiles the translations (.ts to .qm) and puts `resources/` into the wheel.

An editable installation gets the translations compiled too, but reads all resources from the checkout.
"""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface[BuilderConfig]):
    """Leaves the compiling to packaging/translations.py, which people call by hand as well."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Hatchling calls this before each build; `version` is "editable" or the kind of wheel."""
        load(Path(self.root) / "packaging" / "translations.py").compile_all()
        if version != "editable":
            build_data["force_include"]["resources"] = "annotator/_resources"


def load(path: Path) -> ModuleType:
    """Imports a script by its place. `packaging/` is a folder of scripts, not a package of ours."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
