"""The end of a command: the true cause, whatever raised."""

import pytest

from annotator.errors import MESSAGE_LENGTH, InputError
from annotator.exits import FAILED, STOPPED, exit_for


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (InputError("It is {what}.", what="no article"), FAILED, "It is no article."),
        (KeyboardInterrupt(), STOPPED, "nothing is half done"),
        (MemoryError(), FAILED, "not enough memory"),
        (ImportError("etree.so: failed to map segment from shared object"), FAILED, "not enough memory"),
        (ImportError("x" * 9999, name="lxml.etree"), FAILED, "Set up again"),
        (ModuleNotFoundError("No module named 'lxml'", name="lxml"), FAILED, "No module named 'lxml'"),
    ],
)
def test_the_cause_is_told_in_a_line(error: BaseException, code: int, said: str) -> None:
    ending = exit_for(error)
    assert ending is not None and ending.line is not None
    assert ending.code == code
    assert said in ending.line and "\n" not in ending.line and len(ending.line) <= MESSAGE_LENGTH


@pytest.mark.parametrize(
    "error", [ValueError(), ImportError("cannot import name 'x'", name="annotator.cli"), ImportError("cannot import")]
)
def test_a_bug_of_ours_is_none_of_these(error: BaseException) -> None:
    assert exit_for(error) is None
