"""Learning from the marks of a project: training, measuring on held-out articles, and keeping what was learned.

Learned from are the gold reading of an article where it has one, else the reading of a person, one that is done before
one in progress, then the one with most attributions. Of a reading in progress what comes behind the paragraph of its
last mark counts for nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import msgspec

from annotator.domain.meanings import claim_label, with_meanings
from annotator.domain.moments import now
from annotator.errors import NothingLearnedError, UnfitSchemeError
from annotator.services.door.file import ProjectFile
from annotator.services.progress import Progress
from annotator.store import annotations, documents, learned
from annotator.store.connection import Connection
from annotator.store.learned import KeptLearning

if TYPE_CHECKING:
    from annotator.suggest.learning.examples import MarkedArticle
    from annotator.suggest.learning.scoring import ScoreCounts

LearningItem = TypeVar("LearningItem")

NAME = "learned"
"""The name of the suggester."""
MIN_ARTICLES = 3
MIN_ATTRIBUTIONS = 15
"""With less, what is learned is chance, and what is measured too."""
_SHARES = (4, 2, 1)
"""The learning curve: a quarter of the articles, half of them, all."""


class CurvePoint(msgspec.Struct, frozen=True):
    """F1 on held-out articles of taggers that learned from so many others; None where it is undefined."""

    articles: int
    cue_f1: float | None
    whole_f1: float | None


class Learning(msgspec.Struct, frozen=True, kw_only=True):
    """The result of learning: when (ISO 8601, UTC), from how much, and how good it is on articles that were held out.

    `whole_f1` counts attributions of which cue, source and (word F1 from 0.8 on) claim are right. Every article was
    held out once, in `folds` folds, so n of all figures is `attributions` in `articles`.
    """

    made: str
    articles: int
    attributions: int
    folds: int
    cue_f1: float | None
    whole_f1: float | None
    rules_cue_f1: float | None
    rules_whole_f1: float | None
    curve: tuple[CurvePoint, ...]
    confidences: int = 0
    confidence_error: float | None = None
    """The mean distance of confidence from the share that was right, 0 to 1, on `confidences` held-out proposals."""


def learn(file: ProjectFile, progress: Progress | None = None) -> Learning:
    """Train on the marks of the project, measure by cross-validation, and keep both.

    The same marks give the same taggers. `progress` may raise Cancelled: what was learned before stays. Raises
    NothingLearnedError where there is too little to learn from, and UnfitSchemeError where no label means a claim.
    """
    from annotator.suggest.learned import encoded
    from annotator.suggest.learning import calibration, training

    steps = _Steps(progress)
    lessons = [training.Lesson(one) for one in steps.each(_marked(file))]
    for one in steps.each(lessons):
        one.make_ready()
    divided = training.folds(lessons)
    largest = len(lessons) - max(len(fold) for fold in divided)
    sizes = sorted({max(1, largest // share) for share in _SHARES})
    steps.expect(len(sizes) * len(divided) + 1)
    found = {size: training.held_out(lessons, size, steps.tick, steps.step) for size in sizes}
    points = {size: training.measured(held) for size, held in found.items()}
    taggers = training.learned(lessons, steps.tick)
    best, rules = points[largest], training.by_rules(lessons)
    policy = training.best_policy(found[largest])
    told = training.told(found[largest], policy)
    made = Learning(
        made=now(),
        articles=len(lessons),
        attributions=sum(len(one.marked.attributions) for one in lessons),
        folds=len(divided),
        cue_f1=best.cue_f1,
        whole_f1=best.whole_f1,
        rules_cue_f1=rules.cue_f1,
        rules_whole_f1=rules.whole_f1,
        curve=tuple(_point(size, counts) for size, counts in points.items()),
        confidences=len(told),
        confidence_error=calibration.calibration_error(calibration.cross_calibrated(told)),
    )
    kept = encoded(taggers, policy, calibration.calibration(told))
    figures = msgspec.json.encode(made).decode()
    file.keep(lambda connection: learned.keep(connection, KeptLearning(made.made, figures, kept)))
    return made


def last(file: ProjectFile) -> Learning | None:
    """Return what was learned last; None where nothing was, or what is kept cannot be read."""
    with file.reading() as view:
        kept = learned.kept(view)
    try:
        return None if kept is None else msgspec.json.decode(kept.figures, type=Learning)
    except msgspec.MsgspecError:
        return None


def taggers(file: ProjectFile) -> bytes | None:
    """Return the taggers that were learned last, encoded."""
    with file.reading() as view:
        kept = learned.kept(view)
    return None if kept is None else kept.taggers


def _point(size: int, counts: "ScoreCounts") -> CurvePoint:
    return CurvePoint(size, counts.cue_f1, counts.whole_f1)


def _marked(file: ProjectFile) -> "list[MarkedArticle]":
    """Return the articles that can be learned from, in the order of their ids; NothingLearnedError if they are few."""
    if claim_label(with_meanings(file.scheme)) is None:
        raise UnfitSchemeError(
            "Nothing in the scheme {scheme} means what somebody says, so there is nothing to learn. Give a relation "
            'means = "source" or means = "cue".',
            scheme=file.scheme.name,
        )
    with file.reading() as view:
        readings: dict[str, list[tuple[str, str, str]]] = {}
        for document_id, annotator, kind, status in learned.marked_readings(view):
            readings.setdefault(document_id, []).append((annotator, kind, status))
        some = (_best(file, view, document_id, held) for document_id, held in sorted(readings.items()))
        found = [one for one in some if one is not None]
    attributions = sum(len(one.attributions) for one in found)
    if len(found) < MIN_ARTICLES or attributions < MIN_ATTRIBUTIONS:
        raise NothingLearnedError(
            "There is too little to learn from: {attributions} attributions in {articles} articles that somebody "
            "marked. Mark at least {least} in {least_articles} articles.",
            attributions=attributions,
            articles=len(found),
            least=MIN_ATTRIBUTIONS,
            least_articles=MIN_ARTICLES,
        )
    return found


def _best(
    file: ProjectFile, view: Connection, document_id: str, readings: Iterable[tuple[str, str, str]]
) -> "MarkedArticle | None":
    """Return the reading of an article that is learned from; None where none says who says what."""
    from annotator.suggest.cues import READS
    from annotator.suggest.learning.examples import marked_article
    from annotator.suggest.registry import knows

    document = documents.document(view, document_id)
    if not knows(READS, document.language):
        return None
    found = []
    for annotator, kind, status in readings:
        spans = annotations.spans(view, document_id, annotator)
        links = annotations.relations(view, document_id, annotator)
        made = marked_article(document, file.scheme, spans, links, done=status == "done")
        found.append(((kind == "gold", status == "done", len(made.attributions)), made))
    best = max(found, key=lambda one: one[0])[1]
    return best if best.attributions else None


class _Steps:
    """Tells progress, and lets it raise Cancelled, from deep inside the work."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress or (lambda *_: None)
        self._done, self._total = 0, 0

    def expect(self, count: int) -> None:
        self._total += count

    def each(self, items: Sequence[LearningItem]) -> Iterator[LearningItem]:
        self.expect(len(items))
        for item in items:
            yield item
            self.step()

    def step(self) -> None:
        self._done += 1
        self.tick()

    def tick(self) -> None:
        self._progress(self._done, self._total, "")
