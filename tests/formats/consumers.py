"""Other people's libraries, each in a process of its own: heavy to import, and with warnings that are not ours."""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any


def consumer(code: str, folder: Path, *words: object) -> Any:
    """Run code that prints one value as JSON on its last line; `sys.argv[1:]` are the words. Nothing of it is kept."""
    offline = {"HF_HUB_OFFLINE": "1", "HF_HOME": str(folder / "hf"), "HF_DATASETS_DISABLE_PROGRESS_BARS": "1"}
    ran = subprocess.run(
        [sys.executable, "-c", "import json, sys\n" + textwrap.dedent(code), *map(str, words)],
        cwd=folder,
        env={**os.environ, **offline},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])
