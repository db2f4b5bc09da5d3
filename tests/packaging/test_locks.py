"""The lock files serve any machine: no host, no path, and what pyproject.toml asks for."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
BASE = ROOT / "packaging" / "requirements.lock"
DEVELOPMENT = ROOT / "packaging" / "requirements-dev.lock"
HEAVY = ROOT / "packaging" / "requirements-heavy.lock"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(lock: Path) -> dict[str, str]:
    found = re.findall(r"^([a-z0-9-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(found)


def asked_for(*groups: str) -> list[Requirement]:
    named = [word for group in groups for word in PYPROJECT["dependency-groups"][group]]
    return [Requirement(w) for w in [*PYPROJECT["project"]["dependencies"], *named] if isinstance(w, str)]


@pytest.mark.parametrize("lock", [BASE, DEVELOPMENT, HEAVY], ids=lambda lock: lock.name)
def test_a_lock_names_no_host_and_no_path(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    for trace in ("http:", "https:", "://", "index-url", "find-links", "/root", "/home", "/work", "/tmp", "@ "):
        assert trace not in text


@pytest.mark.parametrize("lock", [BASE, DEVELOPMENT, HEAVY], ids=lambda lock: lock.name)
def test_a_lock_says_how_it_is_made_again(lock: Path) -> None:
    header = [line for line in lock.read_text(encoding="utf-8").splitlines()[:3] if line.startswith("#")]
    assert any("python packaging/lock.py" in line for line in header)


@pytest.mark.parametrize("lock", [BASE, DEVELOPMENT, HEAVY], ids=lambda lock: lock.name)
def test_every_package_is_pinned_with_its_hash(lock: Path) -> None:
    blocks = re.split(r"^(?=[a-z0-9-]+==)", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert {block.partition("==")[0] for block in blocks} == set(pins(lock))
    assert all("--hash=sha256:" in block for block in blocks)


@pytest.mark.parametrize(("lock", "groups"), [(BASE, ["build"]), (DEVELOPMENT, ["build", "dev"])])
def test_a_lock_holds_what_the_project_asks_for(lock: Path, groups: list[str]) -> None:
    held = pins(lock)
    for requirement in asked_for(*groups):
        name = requirement.name.lower()
        assert name in held and requirement.specifier.contains(held[name]), requirement


def test_heavy_libraries_stay_out() -> None:
    assert not {"torch", "transformers", "spacy", "datasets", "mlcroissant"} & pins(DEVELOPMENT).keys()
    assert not {"pyarrow", "pandas", "scipy", "krippendorff"} & pins(BASE).keys()


@pytest.mark.parametrize(("smaller", "larger"), [(BASE, DEVELOPMENT), (DEVELOPMENT, HEAVY)])
def test_the_locks_agree_so_that_one_environment_serves_all(smaller: Path, larger: Path) -> None:
    small, large = pins(smaller), pins(larger)
    assert {name: large.get(name) for name in small} == small
