"""spaCy: what its own library reads in our DocBin, what it trains on it, and what we read of its files."""

import io
import json
from pathlib import Path

import pytest

from annotator import Project
from annotator.errors import InputError
from annotator.formats.mapping import LabelMap
from annotator.formats.record import Record
from annotator.formats.registry import find_reader
from annotator.formats.source import Source
from tests.formats.consumers import consumer
from tests.services.test_round_trip import SCHEME


def read(data: bytes, **names: str) -> list[Record]:
    source = Source(stream=io.BytesIO(data), scheme=SCHEME, annotator="layla", map=LabelMap(labels=names))
    return list(find_reader("spacy").read(source))


SHOW = """
import spacy
from spacy.tokens import Doc, DocBin
for name in ("relations", "attributes"):
    Doc.set_extension(name, default=None)
docs = list(DocBin().from_disk(sys.argv[1]).get_docs(spacy.blank("ar").vocab))
print(json.dumps([
    [
        doc.text,
        doc.user_data["musnad"]["record"].get("annotator"),
        [[one.label_, one.id_, one.start_char, one.end_char, one.text, one.kb_id_] for one in doc.spans["sc"]],
        [[one["label"], one["from"], one["to"]] for one in doc._.relations],
        doc._.attributes,
    ]
    for doc in docs
]))
"""


@pytest.mark.heavy
@pytest.mark.parametrize("edges", ["expand", "split"])
def test_spacy_reads_what_was_written(sample: Project, tmp_path: Path, edges: str) -> None:
    sample.export("spacy", tmp_path / "d.spacy", options={"edges": edges})
    docs = consumer(SHOW, tmp_path, tmp_path / "d.spacy")
    assert len(docs) == 21
    texts = {document.text: document.id for document in sample.documents()}
    for text, handle, spans, relations, attributes in docs:
        marks = sample.spans(texts[text], handle)
        assert len({id for _, id, *_ in spans}) == len(marks)
        assert sum(map(len, attributes.values())) == sum(len(one.attributes) for one in marks)
        assert len(relations) == len(sample.relations(texts[text], handle))
        assert {end for _, *ends in relations for end in ends} <= {id for _, id, *_ in spans}
        for _, _, start, end, quote, _ in spans:
            assert text[start:end] == quote
        if edges == "split":
            shown = sorted((label, start, end) for label, _, start, end, *_ in spans)
            assert shown == sorted((one.label, *part) for one in marks for part in one.parts)


TRAIN = """
import subprocess
spacy = [sys.executable, "-m", "spacy"]
subprocess.run([*spacy, "init", "config", "c.cfg", "--lang", "ar", "--pipeline", "spancat"], check=True)
paths = ["--paths.train", "d/train.spacy", "--paths.dev", "d/dev.spacy"]
short = ["--training.max_steps", "4", "--training.eval_frequency", "2", "--components.spancat.suggester.sizes", "[1,2]"]
subprocess.run([*spacy, "train", "c.cfg", *paths, *short, "--output", "model"], check=True)
import spacy
print(json.dumps(sorted(spacy.load("model/model-last").get_pipe("spancat").labels)))
"""


@pytest.mark.heavy
def test_a_span_categorizer_trains_on_the_sample(sample: Project, tmp_path: Path) -> None:
    sample.export("spacy", tmp_path / "d", split="train=80,dev=20")
    assert consumer(TRAIN, tmp_path) == ["actor", "claim", "cue"]


MAKE = """
import spacy
from spacy.tokens import Doc, DocBin, Span
vocab = spacy.blank("ar").vocab
first = Doc(vocab, words=["قال", "PERSON", "النقل"], spaces=[True, True, False])
first.ents = [Span(first, 1, 3, "PERSON")]
second = Doc(vocab, words=["نعم", "لا"], spaces=[False, False])
second.spans["claims"] = [Span(second, 0, 2, "SAID"), Span(second, 1, 2, "SAID")]
DocBin(attrs=["ORTH", "ENT_IOB", "ENT_TYPE", "POS"], docs=[first, second]).to_disk("foreign.spacy")
print("0")
"""


@pytest.mark.heavy
def test_what_spacy_wrote_itself_is_read(tmp_path: Path) -> None:
    consumer(MAKE, tmp_path)
    first, second = read((tmp_path / "foreign.spacy").read_bytes(), PERSON="actor", SAID="claim")
    assert first.document.text == "قال PERSON النقل"
    assert [(one.label, one.parts) for one in first.spans] == [("actor", ((4, 16),))]
    assert [(one.label, one.parts) for one in second.spans] == [("claim", ((0, 5),)), ("claim", ((3, 5),))]
    assert first.annotator is not None and (first.annotator.handle, first.status) == ("layla", "done")


@pytest.mark.parametrize("data", [b"", b"x", json.dumps({}).encode(), b"\x78\x9c\x03\x00\x00\x00\x00\x01"])
def test_what_is_no_docbin_is_told(data: bytes) -> None:
    with pytest.raises(InputError, match="it is no DocBin of spaCy's"):
        read(data)
