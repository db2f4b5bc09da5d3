"""Readings that came in from somebody's files agree as the reference libraries say, to the last digit."""

import re
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from random import Random

import krippendorff
import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats import inter_rater

from annotator import Project
from annotator.services.foreign import scheme_from

EXACT = 1e-9
READERS = ("anna", "ben", "carla", "dora")
LABELS = ("Claim", "Cue", "Source")
TEXT = "قال الوزير إن الميناء سيفتح أبوابه 😀 يوم الأحد بحسب ما نقلت عنه الوكالة أمس ونفى النائب ذلك نفيا قاطعا"

Mark = tuple[str, tuple[tuple[int, int], ...]]
Reading = list[Mark]
Study = dict[str, dict[str, Reading]]
"""The marks of each reader of each text."""


def study(random: Random) -> Study:
    """Texts that all of them read, or some; with marks that nest, cross, repeat and are interrupted."""
    found: Study = {}
    for number in range(8):
        words = [random.choice(TEXT.split()) for _ in range(30)]
        text = f"{number} {' '.join(words)}\n"
        places = [one.span() for one in re.finditer(r"\S+", text)]
        who = READERS if number % 3 else random.sample(READERS, 2)
        usual = [marked(random, places) for _ in range(6)]
        found[text] = {
            reader: [one if random.random() < 0.7 else marked(random, places) for one in usual[: random.randint(0, 6)]]
            for reader in sorted(who)
        }
    return found


def marked(random: Random, places: Sequence[tuple[int, int]]) -> Mark:
    first = random.randrange(len(places) - 6)
    parts = [(places[first][0], places[first + random.randint(0, 3)][1])]
    if random.random() < 0.3:
        parts.append(places[first + 5])
    return random.choice(LABELS), tuple(parts)


def written(folder: Path, texts: Study) -> Path:
    """The study as brat has it, a folder a reader."""
    for number, (text, readings) in enumerate(texts.items()):
        for reader, marks in readings.items():
            (folder / reader).mkdir(parents=True, exist_ok=True)
            (folder / reader / f"{number}.txt").write_text(text, "utf-8")
            lines = [
                f"T{place}\t{label} {';'.join(f'{start} {end}' for start, end in parts)}"
                for place, (label, parts) in enumerate(marks, 1)
            ]
            (folder / reader / f"{number}.ann").write_text("\n".join(lines), "utf-8")
    return folder


def values_of(text: str, marks: Reading, order: Sequence[str]) -> list[int]:
    """The label of the shortest mark over each word, of equal ones the first of the scheme's; 0 for none."""
    found = []
    for word in re.finditer(r"\S+", text):
        over = [
            (sum(end - start for start, end in parts), order.index(label) + 1)
            for label, parts in marks
            if any(start < word.end() and word.start() < end for start, end in parts)
        ]
        found.append(min(over, default=(0, 0))[1])
    return found


def columns(texts: Study, project: Project) -> Iterator[dict[str, int]]:
    """What each reader says of each word."""
    order = [label.foreign or label.key for label in project.scheme.labels]
    for text, readings in texts.items():
        said = {reader: values_of(text, marks, order) for reader, marks in readings.items()}
        for place in range(len(text.split())):
            yield {reader: values[place] for reader, values in said.items()}


@pytest.fixture(scope="module", params=[1, 2, 3])
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Study, Project]:
    """A study, and the project that it came into."""
    texts, folder = study(Random(request.param)), tmp_path_factory.mktemp("study")
    corpus = written(folder / "corpus", texts)
    project = Project.create(folder / "p.musnad", scheme=scheme_from(corpus), annotator="layla")
    request.addfinalizer(project.close)
    assert project.import_(corpus).left_out == {}
    return texts, project


def test_figures_of_imported_readings_are_those_of_the_libraries(read: tuple[Study, Project]) -> None:
    texts, project = read
    found = list(columns(texts, project))
    told = project.agreement(tokenizer="whitespace")
    assert (told.readers, told.documents, told.n) == (READERS, len(texts), len(found))
    data = np.array([[one.get(reader, np.nan) for one in found] for reader in READERS], dtype=float)
    alpha = krippendorff.alpha(reliability_data=data, level_of_measurement="nominal")
    assert told.token_alpha == pytest.approx(alpha, abs=EXACT)
    for number in ("2", "4"):
        rows = [list(one.values()) for one in found if len(one) == int(number)]
        counts = np.array([[row.count(value) for value in range(4)] for row in rows])
        assert told.fleiss_kappa[number] == pytest.approx(inter_rater.fleiss_kappa(counts), abs=EXACT)


def test_pairs_of_imported_readers_are_those_of_the_libraries(read: tuple[Study, Project]) -> None:
    texts, project = read
    pairs = {(one.a, one.b): one for one in project.agreement(tokenizer="whitespace").pairs}
    for a, b in combinations(READERS, 2):
        both = [one for one in columns(texts, project) if a in one and b in one]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            kappa = cohen_kappa_score([one[a] for one in both], [one[b] for one in both])
        assert pairs[a, b].token_kappa == pytest.approx(kappa, abs=EXACT)
        mine, theirs = (
            Counter((text, mark) for text, one in texts.items() if a in one and b in one for mark in one[reader])
            for reader in (a, b)
        )
        same = sum((mine & theirs).values())
        assert pairs[a, b].span_f1_exact == pytest.approx(2 * same / (mine.total() + theirs.total()), abs=EXACT)
