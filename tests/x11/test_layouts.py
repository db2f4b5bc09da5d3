"""Under every layout each key does what is printed on it: at a real X server, with real presses of keys."""

from pathlib import Path

import pytest

from tests.x11.conftest import run_typist

pytestmark = pytest.mark.heavy

LAYOUTS = [
    ("us", 0),
    ("ara", 0),
    ("us,ara", 0),
    ("us,ara", 1),
    ("ara,us", 0),
    ("fr,ara", 0),
    ("fr,ara", 1),
    ("ir", 0),
    ("us,ir", 1),
    ("pk", 0),
    ("il", 0),
    ("iq(ku)", 0),
]
NAMES = [f"{layouts}-{group}" for layouts, group in LAYOUTS]


@pytest.mark.parametrize(("layouts", "group"), LAYOUTS, ids=NAMES)
def test_keys_are_places(display: str, layouts: str, group: int, tmp_path: Path) -> None:
    assert run_typist(display, layouts, group, tmp_path) == ""
