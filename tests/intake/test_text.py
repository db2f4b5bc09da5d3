import os
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.domain.document import IntakeNote, Origin
from annotator.errors import InputError
from annotator.intake import Article, files, kinds, read

Read = Callable[..., Article]


def test_an_article_comes_in_whole(tmp_path: Path) -> None:
    path = tmp_path / "خبر 1.txt"
    path.write_bytes("\ufeff\r\n  عاجل: خبر 👍 \r\nقال\0 الوزير.\r\n".encode())
    assert read(path) == Article(
        text="\n  عاجل: خبر 👍 \nقال\ufffd الوزير.\n",
        title="عاجل: خبر 👍",
        notes=(
            IntakeNote(kind="encoding", detail="UTF-8"),
            IntakeNote(kind="bom", count=1),
            IntakeNote(kind="newlines", detail="CRLF", count=3),
            IntakeNote(kind="controls", count=1),
        ),
        origin=Origin(path="خبر 1.txt"),
    )


def test_the_title_is_the_first_line_with_something_to_see(read_bytes: Read) -> None:
    assert read_bytes("\u200f\n\t\n\ufeff \n قال الوزير \u00a0\nنعم".encode()).title == "قال الوزير"


def test_a_long_title_is_cut_between_letters(read_bytes: Read) -> None:
    title = read_bytes(("كَ" * 200).encode()).title
    assert title == "كَ" * 119 + "…"
    assert read_bytes(("كَ" * 120 + "\nنص").encode()).title == "كَ" * 120


@pytest.mark.parametrize("name", ["a.txt", "a.TEXT", "a", "a.story"])
def test_any_name_may_hold_a_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("قال", encoding="utf-8")
    assert read(path).text == "قال"


def test_every_kind_is_registered_whole() -> None:
    known = ["articles-jsonl", "csv", "docx", "feed", "html", "pdf", "text", "xlsx"]
    assert [kind.id for kind in kinds.kinds()] == known
    assert all(kind.title and all(s == s.lower() and s[0] == "." for s in kind.suffixes) for kind in kinds.kinds())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "only white space"),
        ("\ufeff\u200f\u00a0\u2028".encode(), "only white space"),
        (b"\0" * 64, "control characters"),
        (bytes(range(32)) * 10, "control characters"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
        (b"\xff\xd8\xff\xe0JFIF", "a picture"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04\x14\0", "a ZIP archive or an Office document"),
        (b"{\\rtf1\\ansi", "an RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word"),
        (b"SQLite format 3\0", "a database"),
        ("\ufeff \n<!DOCTYPE html><p>قال".encode(), "a web page"),
        (b"<html dir=rtl>", "a web page"),
    ],
)
def test_what_is_no_article_is_refused(read_bytes: Read, data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data)
    message = str(caught.value)
    assert "article.txt" in message
    assert reason in message
    assert "\n" not in message


def test_a_text_about_html_is_a_text(read_bytes: Read) -> None:
    assert read_bytes("قال: <html>".encode()).title == "قال: <html>"


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"There is no file .*missing\.txt"):
        read(tmp_path / "missing.txt")
    with pytest.raises(InputError, match="is not the name of a file"):
        read(tmp_path / "a\0b")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in its folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="a device or a pipe"):
        read(tmp_path / "pipe")


@pytest.mark.parametrize(
    ("error", "reason"),
    [(PermissionError(13, "Permission denied"), "may not be read"), (OSError(5, "Input/output error"), "Input/output")],
)
def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str) -> None:
    # Not by its permission bits, which do not stop root.
    path = tmp_path / "a.txt"
    path.write_text("قال", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=reason):
        read(path)


def test_a_file_over_the_bound(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(files.LARGEST_BYTES + 1)
    with pytest.raises(InputError, match=r"large\.txt has 33 MiB; an article may have 32 MiB"):
        read(path)


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "growing.txt"
    path.write_text("قال" * 100, encoding="utf-8")
    monkeypatch.setattr(files, "LARGEST_BYTES", 100)
    monkeypatch.setattr(files, "_check", lambda *_: None)
    with pytest.raises(InputError, match=r"growing\.txt has 1 MiB"):
        read(path)
