"""Writers for people and for other tools: what those tools read, and pages that run nothing."""

import csv
import json
import re
from pathlib import Path

import docx
import networkx
import openpyxl
import pytest
from lxml import etree
from pyld import jsonld

from annotator import Project
from annotator.domain.document import Origin
from annotator.services.sample import make_sample
from tests.formats.consumers import consumer

TEI = {"t": "http://www.tei-c.org/ns/1.0", "xml": "http://www.w3.org/XML/1998/namespace"}
SUFFIXES = {"graph": "", "schema-claim": ".jsonld", "ftm": ".ftm.json", "tei": "", "html": ".html", "docx": ".docx"}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, in which claims of three people are linked to two statements."""
    path = make_sample(tmp_path_factory.mktemp("said") / "sample.musnad")
    for annotator in ("gold", "layla", "omar"):
        with Project.open(path, annotator=annotator) as project:
            for place, document in enumerate(project.documents()):
                claims = [one for one in project.spans(document.id) if one.label == "claim"]
                for number, claim in enumerate(claims):
                    text = ("يجب فتح الميناء", "يجب <إغلاق> الميناء & المرفأ")[number % 2]
                    project.state(claim.id, text, ("yes", "no")[(place + number) % 3 == 0])
    return path


def export(path: Path, out: Path, format: str, annotator: str | None = None, **options: str) -> Path:
    with Project.open(path, annotator="gold", read_only=True) as project:
        project.export(format, out, annotator, options=options)
    return out


def test_networks_open_in_networkx(said: Path, tmp_path: Path) -> None:
    graph = networkx.read_graphml(export(said, tmp_path / "two", "graph") / "network.graphml")
    types = networkx.get_node_attributes(graph, "type")
    assert graph.is_directed() and set(types.values()) == {"actor", "statement"}
    assert all(types[start] == "actor" and types[end] == "statement" for start, end in graph.edges)
    one = export(said, tmp_path / "one", "graph", network="congruence", normalization="jaccard")
    graph = networkx.read_graphml(one / "network.graphml")
    assert not graph.is_directed() and graph.number_of_edges() > 10
    assert all(0 < weight <= 1 for *_, weight in graph.edges(data="weight"))
    with (one / "edges.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == graph.number_of_edges()
    assert {row["source_label"] for row in rows} <= set(networkx.get_node_attributes(graph, "label").values())


def test_each_window_has_a_network_of_its_own(said: Path, tmp_path: Path) -> None:
    out = export(said, tmp_path / "w", "graph", window="month", network="targets")
    folders = sorted(path.name for path in out.iterdir() if path.is_dir())
    assert folders and all(re.fullmatch(r"\d{4}-\d{2}", name) for name in folders)
    signs = {
        sign
        for name in folders
        for *_, sign in networkx.read_graphml(out / name / "network.graphml").edges(data="sign")
    }
    assert signs == {-1, 0, 1}


def test_claims_expand_without_a_network(said: Path, tmp_path: Path) -> None:
    path = export(said, tmp_path / "a.jsonld", "schema-claim")
    nodes = jsonld.expand(json.loads(path.read_text("utf-8")))
    claims = [node for node in nodes if node["@type"] == ["https://schema.org/Claim"]]
    articles = {node["@id"] for node in nodes if node["@type"] == ["https://schema.org/NewsArticle"]}
    assert len(claims) > 50 and len(articles) == 10
    for claim in claims:
        assert claim["https://schema.org/text"][0]["@value"]
        assert claim["https://schema.org/appearance"][0]["@id"] in articles
    authors = [one for claim in claims for one in claim.get("https://schema.org/author", ())]
    assert {name for one in authors for name in one["@type"]} >= {"https://schema.org/Person"}


def test_every_mark_in_tei_points_to_its_words(said: Path, tmp_path: Path) -> None:
    out = export(said, tmp_path / "tei", "tei")
    count = 0
    with Project.open(said, annotator="gold", read_only=True) as project:
        for document, path in zip(project.documents(), sorted(out.glob("0*.xml")), strict=True):
            root = etree.parse(path).getroot()
            text = root.findtext(".//t:ab", namespaces=TEI)
            assert text == document.text
            ids = {one.get(f"{{{TEI['xml']}}}id") for one in root.iter()}
            for span in root.iterfind(".//t:spanGrp/t:span", TEI):
                target = span.get("target", "")
                places = [tuple(map(int, one)) for one in re.findall(r"string-range\(text,(\d+),(\d+)\)", target)]
                mark = project.span((span.get(f"{{{TEI['xml']}}}id") or "")[2:])
                assert tuple((start, start + length) for start, length in places) == mark.parts
                count += 1
            for link in root.iterfind(".//t:relation", TEI):
                assert {link.get("active", "")[1:], link.get("passive", "")[1:]} <= ids
    assert count > 300


def test_the_page_escapes_everything_and_needs_nothing(said: Path, tmp_path: Path) -> None:
    with Project.open(said, annotator="gold") as project:
        document = project.add_document("قال <script>alert(1)</script> & «نعم»", title='<img src=x onerror="1">')
        project.annotate(document.id, (4, 12), "claim")
        project.export("html", tmp_path / "a.html")
        project.undo()
        project.undo()
    page = (tmp_path / "a.html").read_text("utf-8")
    assert "<script" not in page and "<img" not in page and "&lt;script&gt;" in page
    assert "http" not in re.sub(r"http-equiv", "", page.split("<body>")[0])
    assert '<html lang="ar" dir="rtl">' in page and "default-src 'none'" in page
    root = etree.fromstring(page, etree.HTMLParser())
    assert len(root.findall(".//section")) == 22 and len(root.findall(".//table")) == 22
    words = "".join(root.find(".//div[@class='text']").itertext())
    assert len(words) > 200


def test_no_letter_of_the_legend_is_joined_to_the_next_label(said: Path, tmp_path: Path) -> None:
    page = etree.HTML(export(said, tmp_path / "r.html", "html", language="ar").read_text(encoding="utf-8"))
    [legend] = page.xpath("//p[@class='legend']")
    assert "".join(legend.itertext()) == "الوسوم: فاعل قرينة القول قول"


def test_the_document_reads_from_right_to_left_in_word(said: Path, tmp_path: Path) -> None:
    made = docx.Document(str(export(said, tmp_path / "a.docx", "docx", "gold")))
    runs = [run for paragraph in made.paragraphs for run in paragraph.runs if run.text.strip()]
    assert len(runs) > 200 and all("<w:rtl/>" in run._r.xml for run in runs)
    assert len(made.tables) == 2
    assert [cell.text for cell in made.tables[0].rows[0].cells] == [
        "القائل",
        "قرينة القول",
        "القول",
        "المقولة",
        "المعنيّ",
    ]


@pytest.mark.parametrize("format", SUFFIXES)
def test_the_same_project_gives_the_same_bytes(format: str, said: Path, tmp_path: Path) -> None:
    found = []
    for number in "12":
        (tmp_path / number).mkdir()
        out = export(said, tmp_path / number / f"d{SUFFIXES[format]}", format, "gold")
        files = [out] if out.is_file() else sorted(path for path in out.rglob("*") if path.is_file())
        found.append([path.read_bytes() for path in files])
    assert found[0] == found[1]


@pytest.mark.heavy
def test_followthemoney_takes_every_entity(said: Path, tmp_path: Path) -> None:
    path = export(said, tmp_path / "a.ftm.json", "ftm")
    told = consumer(
        """
        from collections import Counter
        from followthemoney import model
        found = [model.get_proxy(json.loads(line)) for line in open(sys.argv[1], encoding="utf-8")]
        for one in found:
            one.schema.validate(one.to_dict())
        print(json.dumps(Counter(one.schema.name for one in found)))
        """,
        tmp_path,
        path,
    )
    assert told["Person"] > 10 and told["Article"] == 10 and told["Mention"] > 50


def test_names_beside_words_of_the_report_turn_nothing_around(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a.musnad", annotator="layla") as project:
        origin = Origin(publisher="AFP (Paris)", published="2026-03-03")
        document = project.add_document("قال علي إن «الميناء» سيفتح.", title="CNN: تقرير (2)", origin=origin)
        source = project.annotate(document.id, (4, 7), "actor", actor_id=project.add_actor("Ali (A.)", "person").id)
        other = project.annotate(document.id, (8, 10), "actor", actor_id=project.add_actor("علي", "person").id)
        claim = project.annotate(document.id, (11, 26), "claim")
        for end, role in ((source, "source"), (other, "source"), (source, "target")):
            project.link(claim.id, end.id, role)
        for kind in ("html", "docx", "xlsx"):
            project.export(kind, tmp_path / f"a.{kind}")
    page = (tmp_path / "a.html").read_text("utf-8")
    assert '<h2 dir="rtl">CNN: تقرير (2)</h2>' in page
    assert '<p class="about"><bdi dir="ltr">AFP (Paris)</bdi> · ' in page
    assert '<td dir="rtl"><bdi dir="ltr">Ali (A.)</bdi>; <bdi dir="rtl">علي</bdi></td>' in page
    assert '<bdi dir="ltr">Ali (A.)</bdi> (محايد)' in page
    made = docx.Document(str(tmp_path / "a.docx"))
    runs = {run.text: run._r.xml for cell in made.tables[0].rows[1].cells for run in cell.paragraphs[0].runs}
    assert "<w:rtl/>" not in runs["Ali (A.)"] and "<w:rtl/>" in runs["علي"] and "<w:rtl/>" in runs[" (محايد)"]
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    title = next(cell for cell in sheet[2] if cell.value == "CNN: تقرير (2)")
    assert title.alignment.readingOrder == 2
