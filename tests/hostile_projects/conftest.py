"""What the tests of hostile projects share: settings of their own, English, and a sound project to spoil."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile_projects.project_files import make_sound


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with something in every table, closed."""
    return make_sound(tmp_path_factory.mktemp("sound") / "sound.musnad")


@pytest.fixture
def desktop(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[None]:
    """A desktop that remembers nothing, in English."""
    from PySide6.QtCore import QSettings

    from annotator.app import application
    from annotator.ui.i18n import set_language

    request.getfixturevalue("qapp")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    application()
    set_language("en")
    yield
    set_language("en")
