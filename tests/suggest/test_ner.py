"""Named entities: what the model's tags become, and the recogniser of camel-tools on a model that the tests make."""

import json
from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.document import Document
from annotator.domain.scheme import Attribute, Label, Scheme, Value
from annotator.errors import InputError
from annotator.services.schemes import load_scheme
from annotator.suggest import ner
from annotator.suggest.registry import Context
from tests.camel_data import make_folder

TEXT = "قال سامر الحلبي في نوران إن نادي الميناء فاز.\nوردّ الحلبي: لا!"
TAGS = {"سامر": "B-PERS", "الحلبي": "I-PERS", "نوران": "B-LOC", "نادي": "B-ORG", "الميناء": "I-ORG"}


@pytest.fixture(autouse=True)
def folder(camel_folder: Path) -> Path:
    """Nothing here may ask the network for data."""
    return camel_folder


def tags(sentences: list[list[str]]) -> list[list[str]]:
    return [[TAGS.get(word, "O") for word in words] for words in sentences]


def found(scheme: Scheme, text: str = TEXT) -> list[tuple[str, str, str | None]]:
    document = Document(id="x", title="", text=text)
    proposals = ner.recognised(document, scheme, tags)
    return [(one.label, text[slice(*one.parts[0])], one.attributes.get("kind")) for one in proposals]


def test_tags_become_actors_of_the_scheme() -> None:
    assert found(load_scheme("actors-claims")) == [
        ("actor", "سامر الحلبي", "person"),
        ("actor", "نوران", None),
        ("actor", "نادي الميناء", "organization"),
        # A model may begin a name with I-.
        ("actor", "الحلبي", "person"),
    ]


def test_tags_become_the_labels_of_the_same_name() -> None:
    assert [label for label, _, _ in found(load_scheme("wojood"))] == ["pers", "loc", "org", "pers"]


def test_what_the_scheme_has_no_label_for_is_left_out() -> None:
    kind = Attribute(key="kind", values=(Value(key="person"),))
    scheme = Scheme(name="people", version=1, labels=(Label(key="person", attributes=(kind,)),))
    assert [words for _, words, _ in found(scheme)] == ["سامر الحلبي", "الحلبي"]


def test_two_names_side_by_side_are_two() -> None:
    sentences = [["سامر", "سامر", "الحلبي"]]
    words = [(0, 4), (5, 9), (10, 16)]
    assert list(ner._entities(words, tags(sentences)[0])) == [("PERS", (0, 4)), ("PERS", (5, 16))]


def test_an_empty_article_asks_no_model() -> None:
    def asked(sentences: list[list[str]]) -> list[list[str]]:
        raise AssertionError(sentences)

    assert ner.recognised(Document(id="x", title="", text=" \n"), load_scheme("actors-claims"), asked) == []


def test_what_is_missing_is_told_with_the_commands_and_nothing_is_fetched(folder: Path) -> None:
    lacking = ner.missing()
    assert lacking is not None
    assert lacking.commands[-1] == "camel_data -i ner-arabert"
    assert str(folder) in str(lacking.told)
    with pytest.raises(InputError, match=r"Bring it with: .*camel_data -i ner-arabert"):
        ner.prepare_ner(Context(scheme=load_scheme("actors-claims")))
    assert not folder.exists(), "asking makes nothing"


def test_a_model_without_the_libraries_asks_for_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ner, "find_spec", {}.get)
    (make_folder(folder) / "data" / "ner" / "arabert").mkdir(parents=True)
    (folder / "data" / "ner" / "arabert" / "config.json").write_text("{}")
    lacking = ner.missing()
    assert lacking is not None and lacking.commands == ('pip install "musnad[models]"',)


def test_a_project_is_read_by_the_others_where_it_cannot_read(tmp_path: Path) -> None:
    with Project.create(tmp_path / "one.musnad") as project:
        project.add_document(TEXT)
        report = project.suggest(["ner", "cues"])
        assert [(name, title) for name, title, _ in report.failed] == [("ner", "")]
        assert report.found["cues"] > 0
        assert "ner" not in project.suggest().found, "left to itself, it reads only where it can"


# The recogniser itself: in an environment with `musnad[models]`.


def make_model(folder: Path) -> None:
    """A model without layers: each word's vector says its tag outright, so what it answers is known."""
    torch = pytest.importorskip("torch", reason="needs musnad[models]")
    transformers = pytest.importorskip("transformers", reason="needs musnad[models]")
    path = make_folder(folder) / "data" / "ner" / "arabert"
    path.mkdir(parents=True)
    names = ["B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O"]
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *TAGS]
    (path / "vocab.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    config = transformers.BertConfig(
        vocab_size=len(words),
        hidden_size=16,
        num_hidden_layers=0,
        num_attention_heads=1,
        intermediate_size=16,
        id2label=dict(enumerate(names)),
        label2id={name: number for number, name in enumerate(names)},
    )
    model = transformers.BertForTokenClassification(config)
    with torch.no_grad():
        for weights in model.parameters():
            weights.zero_()
        model.bert.embeddings.LayerNorm.weight.fill_(1.0)
        for number, word in enumerate(words):
            model.bert.embeddings.word_embeddings.weight[number, names.index(TAGS.get(word, "O"))] = 1.0
        model.classifier.weight[:, : len(names)] = torch.eye(len(names))
    model.save_pretrained(path)
    (path / "tokenizer_config.json").write_text(json.dumps({"do_lower_case": False, "strip_accents": False}))


@pytest.mark.filterwarnings("ignore")  # What torch and transformers warn of is not ours.
def test_the_recogniser_of_camel_tools_reads_with_a_model_on_the_disk(folder: Path, tmp_path: Path) -> None:
    make_model(folder)
    assert ner.missing() is None
    with Project.create(tmp_path / "one.musnad") as project:
        document = project.add_document(TEXT)
        report = project.suggest(["ner"])
        assert report.failed == []
        assert [span.quote(TEXT) for span in project.suggestions(document.id)] == [
            "سامر الحلبي",
            "نوران",
            "نادي الميناء",
            "الحلبي",
        ]


@pytest.mark.filterwarnings("ignore")
def test_a_broken_model_is_told(folder: Path) -> None:
    make_model(folder)
    (folder / "data" / "ner" / "arabert" / "config.json").write_text("{broken")
    with pytest.raises(InputError, match="arabert cannot be read"):
        ner.prepare_ner(Context(scheme=load_scheme("actors-claims")))
