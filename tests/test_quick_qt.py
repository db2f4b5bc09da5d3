"""PySide without its parser of signatures: nothing of it is missing when it is asked for."""

from pathlib import Path

from tests.processes import run_python

_ASK = """
import sys
{how}
from PySide6.QtCore import QObject, QTimer
def is_filled(name):
    module = sys.modules["shibokensupport.signature." + name]
    return len(vars(module)) > 20
print("filled:", any(map(is_filled, ("layout", "parser", "lib.pyi_generator"))), file=sys.stderr)
try:
    QObject().setObjectName(3)
except TypeError as error:
    print(error)
try:
    QTimer.singleShot("soon")
except TypeError as error:
    print(error)
from shibokensupport.signature import get_signature
print(get_signature(QObject.setObjectName), QObject.blockSignals.__doc__)
from PySide6.support.signature.lib import enum_sig
print(enum_sig.SimplifyingEnumerator.__name__)
"""
_QUICKLY = "from annotator.quick_qt import imported_quickly\nwith imported_quickly(): import PySide6.QtCore"


def test_a_wrong_call_reads_as_without_the_quick_import(tmp_path: Path) -> None:
    usual = run_python(_ASK.format(how=""), folder=tmp_path)
    quick = run_python(_ASK.format(how=_QUICKLY), folder=tmp_path)
    assert (usual.returncode, quick.returncode) == (0, 0), quick.stderr
    assert "called with wrong argument types" in usual.stdout
    assert quick.stdout == usual.stdout
    assert (usual.stderr, quick.stderr) == ("filled: True\n", "filled: False\n")


def test_the_import_hook_is_gone_after_the_import(tmp_path: Path) -> None:
    done = run_python(
        f"import sys\nbefore = sys.meta_path[:]\n{_QUICKLY}\nassert sys.meta_path == before", folder=tmp_path
    )
    assert done.returncode == 0, done.stderr


def test_importing_quickly_after_pyside_was_imported_changes_nothing(tmp_path: Path) -> None:
    done = run_python(f"import PySide6.QtCore\n{_QUICKLY}\nPySide6.QtCore.QObject()", folder=tmp_path)
    assert done.returncode == 0, done.stderr
