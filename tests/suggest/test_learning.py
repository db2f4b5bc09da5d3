"""What the learning suggester is made of: tagging by weights, and measuring."""

from itertools import pairwise, product

import numpy as np
import pytest

from annotator.errors import InputError
from annotator.suggest.learning.crf import CrfTagger, Weights, train
from annotator.suggest.learning.examples import MarkedAttribution
from annotator.suggest.learning.scoring import ScoreCounts, Scored


def weights() -> Weights:
    values = np.array([[1.0, -0.5, 0.2], [-1.0, 2.0, 0.0], [0.3, 0.1, -2.0]], dtype="<f4")
    transitions = ((0.5, -1.0, 0.0), (0.2, 0.1, 1.5), (-0.3, 0.0, 0.4))
    return Weights(("A", "B", "C"), transitions, ("x", "y", "z"), values.tobytes())


def test_best_tags_and_chances_are_those_of_all_paths_counted_one_by_one() -> None:
    tagger = CrfTagger(weights())
    emissions = tagger.emissions([["x"], ["y", "z", "unknown"], ["x", "z"], []])
    steps = np.array(weights().transitions)
    scores = {
        path: sum(emissions[place, tag] for place, tag in enumerate(path))
        + sum(steps[one, other] for one, other in pairwise(path))
        for path in product(range(3), repeat=4)
    }
    best = max(scores, key=lambda path: scores[path])
    tags, score = tagger.best(emissions)
    assert tags == ["ABC"[tag] for tag in best]
    assert score == pytest.approx(scores[best])
    every = sum(np.exp(score) for score in scores.values())
    assert tagger.total(emissions) == pytest.approx(np.log(every))
    chances = tagger.chances(emissions)
    for place, tag in product(range(4), range(3)):
        share = sum(np.exp(score) for path, score in scores.items() if path[place] == tag) / every
        assert chances[place, tag] == pytest.approx(share)


def test_words_can_be_held_to_some_tags() -> None:
    tagger = CrfTagger(weights())
    emissions = tagger.only(tagger.emissions([["x"], ["y"], ["x"]]), [{"C"}, {"A", "B"}, {"B"}])
    assert tagger.best(emissions)[0] == ["C", "B", "B"]


def test_our_decoder_reads_what_the_trainer_learned() -> None:
    examples = [([["قال"], ["أحمد"], ["إن"]], ["B", "O", "O"]), ([["ذهب"], ["أحمد"]], ["O", "O"])] * 40
    learned = train(examples, lambda: None)
    assert learned == train(examples, lambda: None)
    tagger = CrfTagger(learned)
    assert tagger.best(tagger.emissions([["أحمد"], ["قال"]]))[0] == ["O", "B"]


@pytest.mark.parametrize(
    "broken",
    [
        Weights((), (), (), b""),
        Weights(("A", "B"), ((0.0, 0.0),), (), b""),
        Weights(("A",), ((0.0,),), ("x",), b"\0\0\0"),
    ],
)
def test_weights_that_do_not_hold_together_are_refused(broken: Weights) -> None:
    with pytest.raises(InputError, match="damaged"):
        CrfTagger(broken)


TEXT = "قال الوزير إن المصنع سيغلق غدا. وأضاف أن العمال قلقون."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def marked(cue: str, claim: str, source: str) -> MarkedAttribution:
    return MarkedAttribution(cue=at(cue), claim=(at(claim),), sources=(at(source),))


def test_an_attribution_is_whole_with_the_right_source_and_nearly_the_right_claim() -> None:
    wanted = [marked("قال", "المصنع سيغلق غدا", "الوزير"), marked("أضاف", "العمال قلقون", "الوزير")]
    said = [
        marked("قال", "إن المصنع سيغلق غدا", "الوزير"),
        marked("وأضاف", "قلقون", "الوزير"),
        marked("سيغلق", "غدا", "المصنع"),
    ]
    counts = Scored(TEXT).counts(wanted, said)
    assert counts == ScoreCounts(marked=2, proposed=3, found=2, whole=1, articles=1)
    assert counts.cue_f1 == pytest.approx(0.8)
    assert counts.whole_f1 == pytest.approx(0.4)
    assert ScoreCounts().cue_f1 is None
