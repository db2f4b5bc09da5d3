#!/usr/bin/env python3
"""Sets Musnad up in this checkout and starts it. Needs Python 3.11 or newer and nothing else.

    python3 packaging/start.py demo [DIR]       make the sample project and open it
    python3 packaging/start.py run [ARGS...]    the program: `run PROJECT`, `run export PROJECT ...`
    python3 packaging/start.py test [ARGS...]   the tests; ARGS go to pytest
    python3 packaging/start.py test-models      the test of the named-entity recogniser, with torch (some 5 GB)
    python3 packaging/start.py check            style, types, the import map and the translations

The first time it makes a virtual environment in `.venv-start`, from the lock files beside this script.
On Debian and Ubuntu it also installs what is missing from the system, as root or where sudo asks for no
password; elsewhere it says what to install. At a terminal it asks before it does so; with --yes as the first
word, or with CI set, it does not ask. Later it does only what a changed lock file calls for.
"""

# This file must still parse on Python 3.8, so that an old Python gets a message and not a syntax error.
from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv-start"
LOG = VENV / "start.log"
OLDEST_PYTHON = (3, 11)
LOCKS = {
    "demo": "requirements.lock",
    "run": "requirements.lock",
    "test": "requirements-dev.lock",
    "test-models": "requirements-models.lock",
    "check": "requirements-dev.lock",
}
# Nothing is built but two libraries without a wheel, which only the heavier tests use (see lock.py).
WHEELS = ["--only-binary", ":all:", "--no-binary", "jsonpath-rw,seqeval"]
WORKERS = ["-n", "auto", "--dist", "loadfile"]
CHECKS = [
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["mypy"],
    ["mypy", "hatch_build.py", "packaging"],
    ["lint-imports"],
    ["python", "packaging/translations.py", "check"],
]

# What the libraries of PySide6-Essentials 6.11 link to and its wheel does not bring. The names hold on
# Debian 12 and on Ubuntu 22.04 and 24.04 (where libglib2.0-0 is a name that libglib2.0-0t64 provides).
QT_PACKAGES = ["libbrotli1", "libdbus-1-3", "libegl1", "libfontconfig1", "libfreetype6", "libgl1"]
QT_PACKAGES += ["libglib2.0-0", "libgssapi-krb5-2", "libx11-6", "libxkbcommon0"]
# What Qt needs only for a window on a screen (X11 or Wayland).
SCREEN_PACKAGES = ["libwayland-client0", "libwayland-cursor0", "libwayland-egl1", "libx11-xcb1"]
SCREEN_PACKAGES += ["libxcb-cursor0", "libxcb-glx0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1"]
SCREEN_PACKAGES += ["libxcb-randr0", "libxcb-render-util0", "libxcb-render0", "libxcb-shape0", "libxcb-shm0"]
SCREEN_PACKAGES += ["libxcb-sync1", "libxcb-util1", "libxcb-xfixes0", "libxcb-xkb1", "libxkbcommon-x11-0"]
# A screen of the tests' own, with a keyboard whose layouts they choose.
TEST_PACKAGES = ["xvfb", "openbox", "x11-xkb-utils", "xkb-data", "libx11-6", "libxtst6"]
FONT_PACKAGES = ["fonts-noto-core", "fonts-hosny-amiri", "fonts-noto-color-emoji"]

ALWAYS_YES: list[str] = []
"""Not empty where the command line said --yes."""
DECLINED: set[str] = set()
"""System packages that the person does not want installed."""


class StartError(Exception):
    """Setting up cannot go on; says what failed and the mend, in one line."""


def main(arguments: list[str]) -> int:
    """Does one command and gives its exit code: 1 when setting up failed, 2 for a wrong command."""
    if sys.version_info < OLDEST_PYTHON:
        print(f"start: {old_python_message()}", file=sys.stderr)
        return 1
    if "--yes" in arguments[:2]:
        ALWAYS_YES.append("--yes")
        arguments = [word for place, word in enumerate(arguments) if place > 1 or word != "--yes"]
    if not arguments or arguments[0] not in LOCKS:
        print(__doc__.strip(), file=sys.stderr)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    try:
        if arguments[0] == "test" and "heavy" in arguments:
            install_test_packages()
        set_up(ROOT / "packaging" / lock_of(arguments))
        if DECLINED:
            stamp("declined", " ".join(sorted(DECLINED)))
        return run(arguments[0], arguments[1:])
    except (StartError, OSError) as error:
        print(f"start: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def lock_of(arguments: list[str]) -> str:
    """The lock file of a command; the heavier tests need others' readers of what we write."""
    is_heavy = arguments[0] == "test" and "heavy" in arguments
    return "requirements-heavy.lock" if is_heavy else LOCKS[arguments[0]]


def old_python_message() -> str:
    found = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return (
        f"Musnad needs Python 3.11 or newer and this is {found}; install a newer one (Ubuntu 22.04: "
        "apt-get install python3.11 python3.11-venv) and start this with it: python3.11 packaging/start.py"
    )


def run(command: str, words: list[str]) -> int:
    """Runs what was asked for inside the virtual environment; it talks to the person itself."""
    if command in ("test", "test-models"):
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        tests = ["tests/suggest/test_ner.py"] if command == "test-models" else []
        # All of them on all cores, a file at a time; what was chosen by hand as it was asked for.
        tests = [*tests, *(words or WORKERS)] if command == "test" else [*tests, *words]
        return subprocess.run([tool("python"), "-m", "pytest", *tests], cwd=ROOT, env=environment).returncode
    if command == "check":
        return run_checks(words)
    demo = ["demo"] if command == "demo" else []
    return subprocess.run([tool("musnad"), *demo, *words]).returncode


def run_checks(words: list[str]) -> int:
    """Runs every check, also after one has failed, so that one round shows all there is to mend."""
    if words:
        raise StartError(f"check takes no further words, but got: {' '.join(words)}")
    failed = []
    for name, *arguments in CHECKS:
        shown = " ".join([name, *arguments])
        say(shown)
        if subprocess.run([tool(name), *arguments], cwd=ROOT).returncode != 0:
            failed.append(shown)
    say("failed: " + ", ".join(failed) if failed else "all checks passed")
    return 1 if failed else 0


# The virtual environment: each step stamps what it was done for, and is done again when that changes.


def set_up(lock: Path) -> None:
    """Brings the system, the environment, its libraries and the project to what this checkout asks for."""
    install_system_packages()
    libraries = digest([lock])
    make_environment(anew=stamped(lock.name) not in ("", libraries))
    if stamped(lock.name) != libraries:
        say(f"installing the libraries of packaging/{lock.name} (the first time some 200 MB) ...")
        pip("--require-hashes", *WHEELS, "--requirement", str(lock))
        stamp(lock.name, libraries)
    builders = [ROOT / "pyproject.toml", ROOT / "hatch_build.py", ROOT / "packaging" / "translations.py"]
    project = digest([*builders, *sorted((ROOT / "resources" / "i18n").glob("*.ts"))])
    if stamped("project") != project:
        say("installing Musnad from this checkout ...")
        check_that_qt_loads()
        pip("--no-build-isolation", "--editable", str(ROOT))
        stamp("project", project)


def make_environment(anew: bool) -> None:
    """Makes the environment if it is not there, is for another Python or place, or is wanted anew."""
    made_for = f"{sys.version} {Path(sys.executable).resolve()} {VENV}"
    if stamped("environment") == made_for and Path(tool("python")).exists() and not anew:
        return
    say(f"making a virtual environment in {VENV} ...")
    made = quietly([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made.returncode != 0:
        raise StartError(f"no virtual environment: {reason(made)} (does this Python have venv and ensurepip?)")
    stamp("environment", made_for)


def pip(*words: str) -> None:
    """Runs `pip install`, its talk kept in the log. Raises StartError with its last word."""
    options = ["--no-deps", "--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    done = quietly([tool("python"), "-m", "pip", "install", *options, *words])
    with LOG.open("a", encoding="utf-8") as log:
        log.write(done.stdout)
    if done.returncode != 0:
        hint = f"if the network is reachable, pip's whole output says more: {LOG}"
        raise StartError(f"pip failed: {reason(done)}; {hint}")


def check_that_qt_loads() -> None:
    """Raises StartError where a system library is missing, before Qt's tools fail and say less."""
    loaded = quietly([tool("python"), "-c", "import PySide6.QtNetwork, PySide6.QtWidgets"])
    if loaded.returncode != 0:
        raise StartError(f"Qt does not load: {reason(loaded)}; install the system package that has this library")


def tool(name: str) -> str:
    """The path of a program inside the virtual environment."""
    return str(VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name)


def digest(files: Iterable[Path]) -> str:
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


def stamped(step: str) -> str:
    """Return the stamp of a step, or an empty string."""
    path = VENV / f"{step}.stamp"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def stamp(step: str, done_for: str) -> None:
    (VENV / f"{step}.stamp").write_text(done_for, encoding="utf-8")


# The system: Debian and its children


def install_system_packages() -> None:
    """Installs the packages that are missing; where that is not allowed, says which they are."""
    needed, useful = install_missing([*venv_packages(), *QT_PACKAGES], [*SCREEN_PACKAGES, *FONT_PACKAGES])
    if needed:
        raise StartError("missing from the system, install as root: apt-get install " + " ".join(needed + useful))
    if useful:
        say("without these there may be no window or no Arabic letters: apt-get install " + " ".join(useful))


def install_test_packages() -> None:
    """Installs what the heavy tests need beside the program; without it some of them are skipped."""
    _, useful = install_missing([], TEST_PACKAGES)
    if useful:
        say("without these the tests at a screen of their own are skipped: apt-get install " + " ".join(useful))


def install_missing(needed: list[str], useful: list[str]) -> tuple[list[str], list[str]]:
    """Installs those of the needed and the useful packages that are missing, and returns those that still are."""
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return [], []
    installed = installed_packages()
    needed = [name for name in needed if name not in installed]
    useful = [name for name in useful if name not in installed]
    become_root = root_prefix()
    if (needed or useful) and become_root is not None and may_install(needed + useful):
        say("installing from the system: " + " ".join(needed + useful))
        apt_get(become_root, "update")
        needed = needed if needed and not apt_get(become_root, "install", *needed) else []
        useful = useful if useful and not apt_get(become_root, "install", *useful) else []
    return needed, useful


def may_install(names: list[str]) -> bool:
    """Asks the person who is there, once, whether the system may be changed; machines have said so by starting this.

    What was declined is stamped, and not asked for again.
    """
    if not is_person_there():
        return True
    if set(names) <= set(stamped("declined").split()):
        return False
    say("these packages of the system are missing: " + " ".join(names))
    try:
        answer = input("start: install them with apt-get now? [Y/n] ")
    except EOFError:
        answer = "n"
    if answer.strip().lower() in ("", "y", "yes"):
        return True
    DECLINED.update(names)
    return False


def is_person_there() -> bool:
    """Return whether somebody can be asked: at a terminal, without --yes, and not in continuous integration (CI)."""
    return not ALWAYS_YES and os.environ.get("CI", "").lower() in ("", "0", "false") and sys.stdin.isatty()


def installed_packages() -> set[str]:
    """The names of all installed packages and the names that they provide."""
    shape = "${db:Status-Status} ${Package}, ${Provides}\n"
    lines = quietly(["dpkg-query", "--show", "--showformat", shape]).stdout.splitlines()
    held = [line.partition(" ")[2] for line in lines if line.startswith("installed ")]
    return {name for line in held for name in re.findall(r"(?:^|, )([^\s,(]+)", line)}


def venv_packages() -> list[str]:
    """Debian keeps the part of venv that brings pip in a package of its own."""
    complete = quietly([sys.executable, "-c", "import ensurepip, venv"]).returncode == 0
    return [] if complete else [f"python3.{sys.version_info[1]}-venv"]


def root_prefix() -> list[str] | None:
    """The words before a command that may change the system; None where that would ask for a password."""
    if os.geteuid() == 0:
        return []
    allowed = shutil.which("sudo") is not None and quietly(["sudo", "-n", "true"]).returncode == 0
    return ["sudo", "-n"] if allowed else None


def apt_get(become_root: list[str], *words: str) -> bool:
    """Runs apt-get without questions; says why where it fails."""
    command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y", "--no-install-recommends"]
    done = quietly([*become_root, *command, *words])
    if done.returncode != 0:
        say(f"apt-get {words[0]} failed: {reason(done)}")
    return done.returncode == 0


# Talking


def quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Runs a command without questions; its output and errors come together in `stdout`."""
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )


def reason(done: subprocess.CompletedProcess[str]) -> str:
    """The line of a failed command's output that names the error best, or else its last line."""
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()] or ["it said nothing"]
    telling = [r"[\w.]+Error: ", r"(ERROR|E): "]
    found = (line for pattern in telling for line in reversed(lines) if re.match(pattern, line))
    return next(found, lines[-1])


def say(message: str) -> None:
    print(f"start: {message}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
