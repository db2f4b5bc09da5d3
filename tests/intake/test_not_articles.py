"""What is no article does not become one without a word, whatever its name; what is one comes in."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator import Project, resources
from annotator.errors import InputError
from annotator.intake import Article, read
from tests.hostile import check_message

Read = Callable[..., Article]

LINE = json.dumps({"text": "قال الوزير", "spans": []}, ensure_ascii=False)

OTHERS = {
    "--format jsonl": [
        LINE + "\n" + LINE,
        "\ufeff\n  " + LINE,
        "// made by a tool\n" + LINE,
        json.dumps([{"text": "قال"}], indent=2),
        json.dumps({"data": [{"a": 1}]}, indent=2),
        '{"text": "قال", "cut',
        '["a", "b", 1]',
        "[]\n" * 3 and '[{"x": null}]',
        '{"entities": [], "text": "' + "قال " * 30_000 + '"}',
    ],
    "musnad actors": [
        "id,name,kind,wikidata,aliases,note\r\n,كريم,person,,,\r\n",
        "\ufeffname;kind\r\nكريم;person\r\n",
        "sep=;\r\nname;kind\r\nكريم;person",
        '"name"\t"kind"\nكريم\tperson',
        "comment,Name,Aliases\nx,كريم,أبو سمير",
    ],
    "musnad new": [
        resources.path("schemes", "actors-claims.toml").read_text(encoding="utf-8"),
        '[scheme]\nname = "x"\nversion = 1\n\n[[labels]]\nkey = "a"\n',
    ],
    "brat standoff": [
        "T1\tActor 4 10\tالوزير\nT2\tCue 0 3\tقال\nR1\tSource Arg1:T1 Arg2:T2\n",
        "T1\tClaim 4 10;12 20\tx y\n#1\tAnnotatorNotes T1\tغريب\n",
        "T1\tSay 0 3\tقال\nE1\tSay:T1 Who:T2\nA1\tNegation E1\n*\tEquiv T1 T2\n",
        "[entities]\nActor\n\n[relations]\nSource Arg1:Claim, Arg2:Actor\n",
    ],
    "(CoNLL)": [
        "قال O\nوزير B-PER\nالنقل I-PER\n\nونفى O\n",
        "-DOCSTART- -X- O O\n\nقال VBD O\nوزير NN B-PER\n",
        "قال\tO\nوزير\tB-actor\nالنقل\tE-actor\n",
        "قال\tS-cue\nالميناء\tO\n",
        "# text = قال\n1\tقال\tقال\tVERB\t_\t_\t0\troot\t_\t_\n2\tوزير\tوزير\tNOUN\t_\t_\t1\tnsubj\t_\t_\n",
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=x\n\n#Text=قال\n1-1\t0-3\tقال\t_\t\n",
        "قال O\nالميناء O\nاليوم O\n",
    ],
    "a web page or XML": [
        "<div dir=rtl><p>قال الوزير</p></div>",
        "<?xml version='1.0'?>\n<rss><channel/></rss>",
        "<TEI xmlns='x'><text>قال</text></TEI>",
        "قائمة\n" + "<p>قال</p><a href='x'>ب</a>" * 5,
        "HTTP/1.1 200 OK\nContent-Type: text/html\n\n<html><p>قال",
        "<xmi:XMI xmi:version='2.0'><cas:Sofa sofaString='قال'/></xmi:XMI>",
    ],
    "is a table": [
        "text,label\nقال الوزير,claim\nونفى,claim\n",
        "id;title;date\n1;أ;2024-01-01\n2;ب;2024-01-02\n",
        "النص\tالوسم\nقال\tقول\nنفى\tقول\nأكد\tقول\n",
    ],
    "a web page": ["<!DOCTYPE html><p>قال", "<html dir=rtl><p>قال"],
}  # fmt: skip

ARTICLES = [
    "[عاجل] قال الوزير إن الميناء سيفتح.\nوأضاف: نعم.",
    "[1] المصدر: وكالة الأنباء",
    "{تنبيه} هذا نص عادي",
    '"قال الوزير" ثم مضى',
    "قال: <html> ثم <p>نص</p>",
    "<<قال>> الوزير",
    "< ثلاثة من خمسة",
    "# عنوان\n\n- نقطة\n- نقطة أخرى\n",
    "T1 بدأت الرحلة\nT2 انتهت",
    "الاسم\tالعمر\nسامر\t٣٠",
    "قصيدة\tشطر\nبيت ثان بلا فاصل\nبيت\tثالث\tطويل",
    "name: Sami\nkind regards, Sami\n",
    "Hello, World\nThis is, as ever, a text.\nIt has, I think, commas.",
    "المدن: بيروت, دمشق, عمان\nوقال, بعد ذلك, إنه سيعود\nثم عاد",
    "O\nB\nA\n",
    "قال I\nنعم O كلا\nB-52 قاذفة\n",
    "key = value هكذا كتب في الإعدادات\nثم مضى",
    "[scheme] كلمة بين قوسين\nوهذا نص",
    "// ملاحظة المحرر\nقال الوزير",
    "1. أول\n2. ثان\n3. ثالث\n",
    "١٢:٣٠ | عاجل | قال الوزير\nثم أضاف | نعم",
    "null",
    "2024-01-31",
]


@pytest.mark.parametrize(("mend", "text"), [(mend, text) for mend, texts in OTHERS.items() for text in texts])
def test_what_is_no_article_is_refused_with_the_mend(mend: str, text: str, tmp_path: Path) -> None:
    for name in ("x.txt", "x.json", "x.ndjson", "x.csv", "x.ann", "x.conll", "x.toml", "x.story", "x"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        with pytest.raises(InputError) as told:
            read(path)
        check_message(str(told.value), path.name)
        assert mend in str(told.value)
    path.write_text(text.replace("\n", "\r\n"), encoding="utf-16")
    with pytest.raises(InputError):
        read(path)


@pytest.mark.parametrize("text", ARTICLES)
def test_what_is_an_article_comes_in(text: str, tmp_path: Path) -> None:
    for name in ("x.txt", "x.json", "x.ann", "x.md", "x"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert read(tmp_path / name).text == text


def test_articles_of_the_sample_come_in(tmp_path: Path) -> None:
    for line in resources.path("sample", "sample.jsonl").read_text(encoding="utf-8").splitlines():
        (tmp_path / "x.txt").write_text(text := json.loads(line)["text"], encoding="utf-8")
        assert read(tmp_path / "x.txt").text == text


def test_a_person_may_say_that_it_is_an_article(project: Project, tmp_path: Path) -> None:
    for place, text in enumerate(text for texts in OTHERS.values() for text in texts[:1] if "html" not in text):
        path = tmp_path / f"{place}.json"
        path.write_text(text, encoding="utf-8")
        assert project.import_(path, format="text").added == 1


def test_a_project_is_opened_and_not_imported(project: Project, tmp_path: Path) -> None:
    project.close()
    renamed = project.path.rename(tmp_path / "x.txt")
    with pytest.raises(InputError, match=r"x\.txt is a Musnad project, not an article; open it instead"):
        read(renamed)
    with pytest.raises(InputError, match="a database"):
        renamed.write_bytes(b"SQLite format 3\0" + bytes(200))
        read(renamed)


def test_a_dataset_of_ours_under_another_name_is_asked_for(project: Project, article: str, tmp_path: Path) -> None:
    project.add_document(article)
    project.export("jsonl", tmp_path / "d.jsonl")
    project.add_actor("كريم", "person")
    project.export_actors(tmp_path / "a.csv")
    for name in ("d.ndjson", "d.json", "d.txt"):
        (tmp_path / name).write_bytes((tmp_path / "d.jsonl").read_bytes())
    report = project.import_([tmp_path / name for name in ("d.ndjson", "d.json", "d.txt", "a.csv")])
    assert (report.added, report.known, len(report.failed)) == (0, 0, 4)
    assert project.import_(tmp_path / "d.ndjson", format="jsonl").known == 1
