"""The build hook: compiles the translations (.ts to .qm) before they go into the wheel.

It runs for an editable installation too, where the program reads the compiled files from the checkout.
"""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface[BuilderConfig]):
    """Leaves the compiling to packaging/translations.py, which people call by hand as well."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's names
        load(Path(self.root) / "packaging" / "translations.py").compile_all()


def load(path: Path) -> ModuleType:
    """Imports a script by its place. `packaging/` is a folder of scripts, not a package of ours."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
