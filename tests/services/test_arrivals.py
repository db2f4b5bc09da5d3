"""Articles out of folders, archives, addresses and pasted text: seen before they come in, and what comes in."""

import gzip
import hashlib
import http.server
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import click.testing
import pytest

from annotator import Project, cli, zips
from annotator.errors import Cancelled, InputError
from annotator.intake import ArticleSource, containers, web
from annotator.services.arrivals import pasted
from annotator.services.gathering import IntakeWish
from tests.intake.makers import BODY, archive, feed, page, word

TEXT = "\n".join(BODY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a newsroom has it: of every kind, with copies, and with what cannot be read."""
    place = tmp_path / "in"
    (place / "sub").mkdir(parents=True)
    (place / "a.txt").write_text("قال الوزير", "utf-8")
    (place / "b.html").write_bytes(page())
    (place / "bad.bin").write_bytes(b"\0" * 100)
    (place / "old.txt").write_bytes("قال الرئيس إن المحادثات ستستمر في العاصمة".encode("cp1256"))
    (place / "sub" / "wire.txt").write_text(TEXT + "\nانتهى", "utf-8")
    (place / ".hidden.txt").write_text("x")
    return place


def test_a_folder_is_all_of_its_files_and_the_rest_goes_on(project: Project, folder: Path) -> None:
    report = project.import_(folder)
    assert (report.added, [name for name, _ in report.failed]) == (4, [str(folder / "bad.bin")])
    assert project.check() == []


def test_a_preview_says_what_would_come_in_and_writes_nothing(project: Project, folder: Path) -> None:
    project.add_document("قال الوزير")
    before = project.path.read_bytes()
    heard: list[str] = []
    seen = project.preview(folder, found=lambda one: heard.append(one.source))
    assert project.path.read_bytes() == before and len(project.documents()) == 1
    told = {Path(one.source).name: (one.state, one.document.title if one.document else None) for one in seen.arrivals}
    assert told == {
        "a.txt": ("known", "قال الوزير"),
        "b.html": ("new", "الميناء يفتح في موعده"),
        "bad.bin": ("failed", None),
        "old.txt": ("noted", "قال الرئيس إن المحادثات ستستمر في العاصمة"),
        "wire.txt": ("near", BODY[0]),
    }
    [near] = [one for one in seen.arrivals if one.state == "near"]
    assert near.twin is not None and 0.5 < near.twin.share < 1 and not near.twin.here
    assert near.direction == "rtl" and near.first_lines.startswith(BODY[0])
    assert len(heard) == 5 and seen.count("failed") == 1


def test_what_was_chosen_comes_in_as_one_action(project: Project, folder: Path) -> None:
    chosen = [one for one in project.preview(folder).arrivals if one.state in ("new", "near")]
    report = project.bring(chosen)
    assert (report.added, report.known) == (3, 0)
    assert [one.twin.here for one in project.preview(folder).arrivals if one.twin is not None] == []
    project.undo()
    assert project.documents() == []


def test_a_preview_can_be_stopped(project: Project, folder: Path) -> None:
    def stop(done: int, *_: object) -> None:
        if done == 2:
            raise Cancelled

    seen = project.preview(folder, progress=stop)
    assert seen.cancelled and len(seen.arrivals) == 2


def test_the_same_text_of_two_outlets_is_one_article_with_two_origins(project: Project, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("text,outlet\nقال الوزير,النورس\nقال الوزير,المرسى\n", "utf-8")
    assert project.import_(table).added == 1
    assert [origin.publisher for origin in project.documents()[0].origins] == ["النورس", "المرسى"]


def test_pasted_text_is_an_article(project: Project) -> None:
    assert project.import_(pasted("قال الوزير\r\nنعم", "نص ملصق")).added == 1
    [document] = project.documents()
    assert (document.text, document.origins[0].path) == ("قال الوزير\nنعم", "نص ملصق")
    with pytest.raises(InputError, match="is not UTF-8"):
        project.import_(pasted("\ud800", "x"))


# Archives


def test_an_archive_is_its_files_with_those_of_archives_in_it(project: Project, tmp_path: Path) -> None:
    inner = archive({"c.txt": "ثالث".encode()})
    members = {
        "أ.txt": "أول".encode(),
        "sub/b.docx": word(lambda document: document.add_paragraph("ثان")),
        "inner.zip": inner,
        "bad.bin": b"\0" * 90,
        "../evil.txt": "شر".encode(),
        "__MACOSX/x": b"x",
    }
    path = tmp_path / "news.zip"
    path.write_bytes(archive(members))
    report = project.import_(path)
    assert report.added == 3
    paths = sorted(origin.path or "" for one in project.documents() for origin in one.origins)
    assert paths == ["news.zip/inner.zip/c.txt", "news.zip/sub/b.docx", "news.zip/أ.txt"]
    reasons = sorted(str(error) for _, error in report.failed)
    assert "news.zip: ../evil.txt leads out of the archive; it was not read." in reasons[1]
    assert reasons[0].startswith("news.zip/bad.bin is not a text")
    assert not (tmp_path / "evil.txt").exists() and not (tmp_path.parent / "evil.txt").exists()
    project.undo()
    assert project.documents() == []


def test_an_archive_that_would_fill_the_memory_is_not_opened(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(archive({"a.txt": b"a" * 20_000_000}))
    with pytest.raises(InputError, match=r"bomb\.zip: a\.txt unpacks to \d+ times its size"):
        project.import_(path)
    deep = archive({"a.txt": b"x"})
    for _ in range(containers.DEEPEST + 1):
        deep = archive({"deeper.zip": deep})
    path.write_bytes(deep)
    assert "deep in others; unpack it" in str(project.import_(path).failed[0][1])
    monkeypatch.setattr(zips, "LARGEST_TOTAL", 1000)
    path.write_bytes(archive({f"{number}.txt": b"text " * 100 for number in range(9)}))
    with pytest.raises(InputError, match=r"bomb\.zip unpacks to"):
        project.import_(path)


def test_an_empty_archive_says_so(project: Project, tmp_path: Path) -> None:
    (tmp_path / "e.zip").write_bytes(archive({}))
    with pytest.raises(InputError, match=r"e\.zip holds no files"):
        project.import_(tmp_path / "e.zip")


# The web


class Handler(http.server.BaseHTTPRequestHandler):
    answers: ClassVar[dict[str, tuple[int, dict[str, str], bytes]]] = {}
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        status, headers, body = self.answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., str]]:
    """A server on this machine: `serve(path, body, status, **headers)` gives the address."""
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    Handler.answers, Handler.asked = {}, []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()

    def add(path: str, body: bytes = b"", status: int = 200, **headers: str) -> str:
        Handler.answers[path] = (status, {name.replace("_", "-"): value for name, value in headers.items()}, body)
        return f"http://127.0.0.1:{server.server_port}{path}"

    yield add
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_is_fetched_and_kept_as_it_came(project: Project, serve: Callable[..., str]) -> None:
    url = serve("/news/1", page("windows-1256"), Content_Type="text/html; charset=utf-8")
    assert project.import_(url, keep_pages=True).added == 1
    [document] = project.documents()
    assert document.title == "الميناء يفتح في موعده" and Handler.asked == ["/news/1"]
    [note] = [note for note in document.intake if note.kind == "evidence"]
    kept = project.path.with_name(f"{project.path.stem}.evidence") / note.detail
    data = kept.read_bytes()
    assert hashlib.sha256(data).hexdigest() == note.detail.split(".")[0] and len(data) == note.count
    records = gzip.decompress(data)
    assert records.startswith(b"WARC/1.1\r\nWARC-Type: warcinfo") and page("windows-1256") in records
    assert f"WARC-Target-URI: {url}".encode() in records


def test_a_file_of_a_page_is_kept_too(project: Project, tmp_path: Path) -> None:
    (tmp_path / "p.html").write_bytes(page())
    project.import_(tmp_path / "p.html", keep_pages=True)
    folder = project.path.with_name(f"{project.path.stem}.evidence")
    assert [path.read_bytes() for path in folder.iterdir()] == [page()]
    assert project.import_(tmp_path / "p.html", keep_pages=True).known == 1
    # The folder beside a project is none of articles.
    assert project.preview(tmp_path).count("new", "near", "noted") == 0


def test_an_address_may_be_a_feed_and_only_it_is_asked_for(project: Project, serve: Callable[..., str]) -> None:
    url = serve(
        "/feed", feed(f"<item><title>x</title><link>{serve('/x')}</link><description>{BODY[0]}</description></item>")
    )
    assert project.import_(url).added == 1
    assert Handler.asked == ["/feed"]


@pytest.mark.parametrize(
    ("status", "headers", "reason"),
    [
        (404, {}, r"answers 404 \(Not Found\)"),
        (500, {}, "answers 500"),
        (302, {"Location": "file:///etc/passwd"}, "leads to file:///etc/passwd, which is no page of the web"),
        (302, {"Location": "ftp://x.example/a"}, "which is no page of the web"),
        (302, {"Location": "/loop"}, "answers 302"),
        (200, {"Content-Length": "99999"}, "was cut off after"),
    ],
)
def test_what_is_no_page_is_told(
    project: Project, serve: Callable[..., str], status: int, headers: dict[str, str], reason: str
) -> None:
    url = serve("/loop", b"x", status, **{name.replace("-", "_"): value for name, value in headers.items()})
    with pytest.raises(InputError, match=reason):
        project.import_(url)
    assert project.documents() == []


def test_a_page_from_outside_leads_to_no_address_of_the_local_network(
    project: Project, serve: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "_is_local", lambda address: "secret" in address)
    url = serve("/out", b"", 302, Location=serve("/secret", b"x"))
    with pytest.raises(InputError, match="an address of the local network; it was not followed"):
        project.import_(url)
    assert Handler.asked == ["/out"]


def test_a_page_has_bounds(project: Project, serve: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "LARGEST_BYTES", 1000)
    with pytest.raises(InputError, match="has more than 0 MiB"):
        project.import_(serve("/big", b"x" * 100_000))
    monkeypatch.setattr(web, "LONGEST_S", -1.0)
    with pytest.raises(InputError, match="takes longer than"):
        project.import_(serve("/slow", b"x" * 100))


@pytest.mark.parametrize(
    "address", ["http://", "https:///x", "http://user:secret@x.example/", "http://[::1", "http://x.example:99999999/"]
)
def test_what_is_no_address_is_refused_before_anything_is_asked(project: Project, address: str) -> None:
    with pytest.raises(InputError) as told:
        project.import_(address)
    assert "secret" not in str(told.value)


def test_nobody_there_is_told(project: Project) -> None:
    with pytest.raises(InputError, match="cannot be reached"):
        project.import_("http://127.0.0.1:9/")


# The command line


def musnad(*words: str, stdin: bytes | None = None, code: int = 0) -> str:
    done = click.testing.CliRunner().invoke(cli.musnad, words, input=stdin, prog_name="musnad")
    assert done.exit_code == code, done.output
    return done.stdout


def test_the_command_shows_a_preview(project: Project, folder: Path) -> None:
    name = str(project.path)
    lines = json.loads(musnad("import", name, str(folder), "--preview", "--json", code=1))
    assert {line["state"] for line in lines} == {"new", "near", "noted", "failed"}
    [near] = [line for line in lines if line["state"] == "near"]
    assert near["duplicate_of"]["title"] == "الميناء يفتح في موعده" and near["direction"] == "rtl"
    table = musnad("import", name, str(folder), "--preview", code=1)
    assert "Nothing was written." in table and "وكالة النورس" in table
    assert project.documents() == []


def test_the_command_reads_standard_input_and_columns(tmp_path: Path) -> None:
    name = str(tmp_path / "c.musnad")
    musnad("new", name)
    musnad("import", name, "-", stdin="قال الوزير من الدخل".encode())
    (tmp_path / "t.csv").write_text("a,b\nقصير,قال الوزير كلاما\n", "utf-8")
    musnad("import", name, str(tmp_path / "t.csv"), "--column", "text=b", "--column", "title=a")
    musnad("import", name, str(tmp_path / "t.csv"), "--column", "text", code=2)
    with Project.open(name) as opened:
        assert [one.title for one in opened.documents()] == ["قال الوزير من الدخل", "قصير"]


def test_a_source_may_be_asked_to_be_of_a_kind(project: Project) -> None:
    html = ArticleSource(name="x", data="<p>قال الوزير</p>".encode())
    assert project.preview(html, IntakeWish(kind="text")).arrivals[0].document is not None
