"""The start script: what it does when, and what it says when it cannot."""

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "start.py"


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, with its environment in an empty folder."""
    spec = importlib.util.spec_from_file_location("start", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "start", module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / "environment")
    monkeypatch.setattr(module, "LOG", tmp_path / "environment" / "start.log")
    return module


def done(output: str = "", code: int = 0) -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess([], code, output)


def test_an_old_python_can_read_it_and_is_told(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))
    monkeypatch.setattr(start.sys, "version_info", (3, 10, 12))
    assert start.main(["demo"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "3.11 or newer and this is 3.10" in said


@pytest.mark.parametrize(("words", "code"), [([], 2), (["dmeo"], 2), (["--help"], 0)])
def test_other_words_get_the_list_of_commands(
    start: ModuleType, capsys: pytest.CaptureFixture[str], words: list[str], code: int
) -> None:
    assert start.main(words) == code
    assert "packaging/start.py demo" in capsys.readouterr().err


class TestTheEnvironment:
    @pytest.fixture
    def steps(self, start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """What was run, with nothing really run: `venv`, `libraries`, `project`."""
        steps: list[str] = []

        def quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
            if "venv" in command:
                steps.append("venv")
                for stamp in start.VENV.glob("*.stamp"):
                    stamp.unlink()
                Path(start.tool("python")).parent.mkdir(parents=True, exist_ok=True)
                Path(start.tool("python")).touch()
            elif "pip" in command:
                steps.append("project" if "--editable" in command else "libraries")
            return done()

        checkout = tmp_path / "checkout"
        for name in ("pyproject.toml", "hatch_build.py", "packaging/translations.py"):
            (checkout / name).parent.mkdir(parents=True, exist_ok=True)
            (checkout / name).touch()
        monkeypatch.setattr(start, "ROOT", checkout)
        monkeypatch.setattr(start, "quietly", quietly)
        monkeypatch.setattr(start, "install_system_packages", lambda: None)
        return steps

    def test_is_made_once(self, start: ModuleType, steps: list[str], tmp_path: Path) -> None:
        lock = tmp_path / "a.lock"
        lock.write_text("one==1")
        start.set_up(lock)
        start.set_up(lock)
        assert steps == ["venv", "libraries", "project"]

    def test_takes_a_second_lock_beside_the_first(self, start: ModuleType, steps: list[str], tmp_path: Path) -> None:
        for name in ("a.lock", "b.lock", "a.lock"):
            (tmp_path / name).write_text(name)
            start.set_up(tmp_path / name)
        assert steps == ["venv", "libraries", "project", "libraries"]

    def test_is_made_anew_when_its_lock_changes(self, start: ModuleType, steps: list[str], tmp_path: Path) -> None:
        lock = tmp_path / "a.lock"
        for text in ("one==1", "one==2"):
            lock.write_text(text)
            start.set_up(lock)
        assert steps == ["venv", "libraries", "project"] * 2

    def test_a_translation_that_changed_installs_the_project_again(
        self, start: ModuleType, steps: list[str], tmp_path: Path
    ) -> None:
        lock = tmp_path / "a.lock"
        lock.write_text("one==1")
        start.set_up(lock)
        (start.ROOT / "resources" / "i18n").mkdir(parents=True)
        (start.ROOT / "resources" / "i18n" / "musnad_ar.ts").write_text("<TS/>")
        start.set_up(lock)
        assert steps == ["venv", "libraries", "project", "project"]


def test_a_failed_pip_is_one_line_and_is_tried_again(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    start.VENV.mkdir()
    monkeypatch.setattr(start, "install_system_packages", lambda: None)
    monkeypatch.setattr(start, "make_environment", lambda anew: None)  # noqa: ARG005 - named by its caller
    monkeypatch.setattr(start, "quietly", lambda _: done("Collecting\nERROR: no such host\nnotice", 1))
    assert start.main(["demo"]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("start: pip failed: ERROR: no such host;") and "start.log" in last
    assert start.stamped("requirements.lock") == ""


class TestTheSystem:
    @pytest.fixture
    def apt(self, start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        """A Debian with nothing installed; the list fills with what apt-get was asked."""
        asked: list[list[str]] = []

        def apt_get(_: list[str], *words: str) -> bool:
            asked.append(list(words))
            return True

        monkeypatch.setattr(start.shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(start, "installed_packages", set)
        monkeypatch.setattr(start, "root_prefix", list)
        monkeypatch.setattr(start, "apt_get", apt_get)
        return asked

    def test_missing_packages_are_installed(self, start: ModuleType, apt: list[list[str]]) -> None:
        start.install_system_packages()
        assert [words[0] for words in apt] == ["update", "install", "install"]
        assert "libegl1" in apt[1] and "fonts-hosny-amiri" in apt[2]

    def test_nothing_is_asked_when_nothing_is_missing(
        self, start: ModuleType, apt: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        everything = {*start.QT_PACKAGES, *start.SCREEN_PACKAGES, *start.FONT_PACKAGES, *start.venv_packages()}
        monkeypatch.setattr(start, "installed_packages", lambda: everything)
        start.install_system_packages()
        assert apt == []

    def test_the_heavy_tests_bring_a_screen_of_their_own(
        self, start: ModuleType, apt: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(start, "set_up", lambda _: None)
        monkeypatch.setattr(start, "run", lambda *_: 0)
        assert start.main(["test", "-m", "not slow"]) == 0
        assert apt == []
        assert start.main(["test", "-m", "heavy"]) == 0
        assert {"xvfb", "openbox", "x11-xkb-utils", "libxtst6"} <= set(apt[1])

    @pytest.fixture
    def person(self, start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """Somebody at the terminal, who says these words when asked."""
        answers: list[str] = []
        monkeypatch.delenv("CI", raising=False)
        monkeypatch.setattr(start.sys.stdin, "isatty", lambda: True)
        monkeypatch.setattr("builtins.input", lambda _: answers.pop(0))
        return answers

    @pytest.mark.parametrize("answer", ["", "y", " Yes "])
    def test_a_person_is_asked_first(
        self, start: ModuleType, apt: list[list[str]], person: list[str], answer: str
    ) -> None:
        person.append(answer)
        start.install_system_packages()
        assert len(apt) == 3
        assert person == []

    def test_what_a_person_declines_is_not_installed_and_not_asked_again(
        self, start: ModuleType, apt: list[list[str]], person: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        held = {*start.QT_PACKAGES, *start.SCREEN_PACKAGES, *start.venv_packages()}
        monkeypatch.setattr(start, "installed_packages", lambda: held)
        monkeypatch.setattr(start, "make_environment", lambda **_: start.VENV.mkdir(exist_ok=True))
        monkeypatch.setattr(start, "pip", lambda *_: None)
        monkeypatch.setattr(start, "check_that_qt_loads", lambda: None)
        monkeypatch.setattr(start, "run", lambda *_: 0)
        person.append("n")
        assert start.main(["demo"]) == 0
        assert start.main(["demo"]) == 0
        assert apt == []

    def test_what_cannot_be_done_without_is_named_to_who_declines(
        self, start: ModuleType, apt: list[list[str]], person: list[str]
    ) -> None:
        person.append("no")
        with pytest.raises(start.StartError, match=r"install as root: apt-get install .*libegl1"):
            start.install_system_packages()
        assert apt == []

    @pytest.mark.parametrize("words", [["--yes", "demo"], ["demo", "--yes"]])
    def test_with_yes_nobody_is_asked(
        self,
        start: ModuleType,
        apt: list[list[str]],
        person: list[str],
        words: list[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        ran: list[object] = []
        monkeypatch.setattr(start, "set_up", lambda _: start.install_system_packages())

        def run(*given: object) -> int:
            ran.append(given)
            return 0

        monkeypatch.setattr(start, "run", run)
        assert start.main(words) == 0
        assert ran == [("demo", [])]
        assert len(apt) == 3
        assert person == []

    def test_in_continuous_integration_nobody_is_asked(
        self, start: ModuleType, apt: list[list[str]], person: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CI", "true")
        start.install_system_packages()
        assert len(apt) == 3
        assert person == []

    def test_without_the_right_it_says_what_to_install(
        self, start: ModuleType, apt: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(start, "root_prefix", lambda: None)
        with pytest.raises(start.StartError, match=r"install as root: apt-get install .*libegl1.*fonts-noto"):
            start.install_system_packages()
        assert apt == []

    @pytest.mark.usefixtures("apt")
    def test_without_fonts_it_warns_and_goes_on(
        self,
        start: ModuleType,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        held = {*start.QT_PACKAGES, *start.SCREEN_PACKAGES, *start.venv_packages()}
        monkeypatch.setattr(start, "installed_packages", lambda: held)
        monkeypatch.setattr(start, "root_prefix", lambda: None)
        start.install_system_packages()
        assert "no Arabic letters: apt-get install fonts-noto-core" in capsys.readouterr().err

    def test_a_name_that_another_package_provides_counts_as_installed(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        listing = (
            "installed libglib2.0-0t64, libglib2.0-0 (= 2.80.0-6), libglib2.0-bin\n"
            "config-files libgl1, \n"
            "installed libegl1, \n"
        )
        monkeypatch.setattr(start, "quietly", lambda _: done(listing))
        held = {"libglib2.0-0t64", "libglib2.0-0", "libglib2.0-bin", "libegl1"}
        assert start.installed_packages() == held


def test_only_the_heavier_tests_need_the_heavier_libraries(start: ModuleType) -> None:
    assert start.lock_of(["test", "-m", "heavy"]) == "requirements-heavy.lock"
    assert start.lock_of(["test", "-q"]) == start.lock_of(["check"]) == "requirements-dev.lock"
    assert start.lock_of(["demo", "heavy"]) == "requirements.lock"
