"""Small disks that can fill up or be read-only."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


class Mount:
    """Mounts small tmpfs folders below a test's own folder, and takes them down again."""

    def __init__(self, below: Path) -> None:
        self._below = below
        self._mounted: list[Path] = []

    def __call__(self, size: str) -> Path:
        folder = self._below / f"disk-{len(self._mounted)}"
        folder.mkdir()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, check=False
        )
        if done.returncode:
            pytest.skip(f"no tmpfs can be mounted here: {done.stderr.decode().strip()}")
        self._mounted.append(folder)
        return folder

    def remount(self, folder: Path, mode: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{mode}", str(folder)], check=True)

    def close(self) -> None:
        for folder in self._mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Mount]:
    """A function that mounts a tmpfs of a size; needs root on Linux, else the test says why it is skipped."""
    if shutil.which("mount") is None:
        pytest.skip("there is no mount command here")
    mount = Mount(tmp_path)
    yield mount
    mount.close()
