"""What the tests of the window share: compiled translations, and settings of their own."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from annotator.ui.i18n import set_language
from annotator.ui.theme import Themes, themes


@pytest.fixture(scope="session")
def translations() -> ModuleType:
    """packaging/translations.py, which is a script."""
    path = Path(__file__).parents[2] / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Its dataclasses look their module up by name.
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True, scope="session")
def _compiled(translations: ModuleType) -> None:
    """The window speaks Arabic only from a .qm that is as new as its .ts."""
    translations.compile_all()


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test chooses is forgotten with it, and is not taken from whoever runs it; no log is left to them."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def _english(qapp: QApplication) -> Iterator[None]:
    """Every test begins in English."""
    assert qapp is not None
    set_language("en")
    yield
    set_language("en")


@pytest.fixture
def theme_switch(qapp: QApplication) -> Iterator[Themes]:
    """The program's themes, light again afterwards."""
    assert qapp is not None
    switch = themes()
    yield switch
    switch.choose("light")
