"""Label Studio's own library reads what we export, in an environment of its own: it pins other versions than ours."""

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import pytest

from annotator import Project

VERSION = "2.1.2"
LONGEST_S = 240
READER = """
import json, sys, tempfile
from pathlib import Path
from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface

folder = Path(sys.argv[1])
config = (folder / "config.xml").read_text(encoding="utf-8")
tasks = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
interface = LabelInterface(config)
interface.validate()
said = {"annotations": 0, "regions": 0, "errors": [], "files": {}}
for task in tasks:
    assert all(task["data"].get(one.value_name) is not None for one in interface.objects)
    for one in task["annotations"]:
        said["annotations"] += 1
        said["regions"] += len(one["result"])
        said["errors"] += interface._validate_object(one, return_errors=True)
for kind in ("JSON_MIN", "CONLL2003", "CSV"):
    with tempfile.TemporaryDirectory() as made:
        Converter(config, project_dir=None).convert(str(folder / "tasks.json"), made, kind, is_dir=False)
        said["files"][kind] = max(one.read_text(encoding="utf-8") for one in Path(made).iterdir())[:4000]
print(json.dumps(said))
"""


@pytest.fixture(scope="module")
def sdk() -> Path:
    """The Python of an environment with the library, kept between runs."""
    place = Path(tempfile.gettempdir()) / f"musnad-label-studio-sdk-{VERSION}-{sys.version_info.minor}"
    python = place / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if (place / "ready").exists():
        return python
    try:
        venv.create(place, with_pip=True, clear=True)
        install = [str(python), "-m", "pip", "install", "--quiet", f"label-studio-sdk=={VERSION}"]
        done = subprocess.run(install, capture_output=True, text=True, timeout=LONGEST_S, check=False)
    except (OSError, subprocess.SubprocessError) as error:
        pytest.skip(f"no environment for label-studio-sdk can be made here: {error}")
    if done.returncode:
        pytest.skip(f"label-studio-sdk cannot be installed here: {done.stderr.strip().splitlines()[-1:]}")
    (place / "ready").touch()
    return python


@pytest.mark.heavy
def test_the_librarys_own_checks_and_converters_take_the_sample(sdk: Path, sample: Project, tmp_path: Path) -> None:
    report = sample.export("label-studio", tmp_path / "out")
    done = subprocess.run(
        [str(sdk), "-c", READER, str(tmp_path / "out")], capture_output=True, text=True, timeout=LONGEST_S, check=False
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["errors"] == [] and said["annotations"] == report.sets
    assert said["regions"] >= report.spans
    assert "B-actor" in said["files"]["CONLL2003"]
    assert all(said["files"].values())
