"""Corpus M: 5,000 articles of 3,000 characters with 200,000 spans, the same at every run, as a project file.

    python tests/bench/corpus.py [FOLDER]

Words are made of Arabic roots and patterns and drawn as language draws them: few often, most seldom. A tenth of the
places name one of 10,000 names of 5,000 actors. Making it takes minutes, so it is kept in the temporary folder.
"""

import random
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate
from pathlib import Path

from annotator import Project
from annotator.domain.actor import Actor, actor_id
from annotator.domain.annotator import Annotator
from annotator.domain.document import Document, Origin, document_id
from annotator.domain.ids import digest
from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.formats.record import Record
from annotator.store import migrations
from annotator.text.normalize import normal_form

VERSION = 3
"""Of what is made here: a file of another one, or of another shape of the project file, is not used again."""
DOCUMENTS, LENGTH, FRAMES = 5_000, 3_000, 10
"""Articles, their code points, and claims in each; a claim with its cue, source and target is four spans."""
ACTORS, VOCABULARY = 5_000, 30_000
FREQUENT = "قال"
RARE = "خنفشار"
RARE_PLACES = (17, 1_234, 4_321)
"""The articles that hold the rare word."""
PHRASE = "وزير الخارجية الأسبق"
PHRASE_EVERY = 50

_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
_PATTERNS = (
    *("{0}{1}{2}", "{0}ا{1}{2}", "م{0}{1}و{2}", "ت{0}{1}ي{2}", "{0}{1}ي{2}", "ا{0}ت{1}ا{2}", "م{0}ا{1}{2}ة"),
    *("{0}{1}ا{2}ات", "{0}{1}{2}ون", "ي{0}{1}{2}", "أ{0}{1}{2}", "إ{0}{1}ا{2}", "ال{0}{1}{2}", "ال{0}ا{1}{2}"),
    *("ال{0}{1}ي{2}ة", "وال{0}{1}{2}", "بال{0}{1}{2}ة", "لل{0}{1}ا{2}", "{0}{1}{2}ها", "{0}{1}َّ{2}", "{0}ُ{1}ِ{2}"),
)
_COMMON = (
    *("في", "من", "على", "إلى", "أن", "إن", "عن", "مع", "ما", "هذا", "التي", "الذي", "بعد", "قبل", "خلال"),
    *("لم", "قد", "كان", "أمس", "اليوم", "وقال", "وأضاف"),
)
_PUBLISHERS = ("وكالة النورس", "صحيفة المرسى", "قناة الأفق", "موقع الرصيف")
_STANCES = ("favour", "against", "neutral", "unclear")


class Maker:
    """Draws words, names and articles from one seeded chance."""

    def __init__(self, seed: int = 7) -> None:
        self._chance = chance = random.Random(seed)
        made = {
            chance.choice(_PATTERNS).format(*chance.choices(_LETTERS, k=3)) for _ in range(VOCABULARY + VOCABULARY // 2)
        }
        made -= {RARE, FREQUENT}
        self.words = [FREQUENT, *_COMMON, *sorted(made)[:VOCABULARY]]
        head = len(_COMMON) + 1
        tail = self.words[head:]
        chance.shuffle(tail)
        self.words[head:] = tail
        # Zipf's law, flattened a little at its head as in news.
        self._weights = list(accumulate(1 / (place + 3) for place in range(len(self.words))))
        self.actors = list(self._actors())
        self._names = [(name, actor) for actor in self.actors for name in (actor.name, *actor.aliases)]

    def _actors(self) -> Iterator[Actor]:
        seen: set[str] = set()
        while len(seen) < ACTORS:
            first, second, third = (self._chance.choice(self.words[200:]) for _ in range(3))
            name = f"{first} {second}"
            if name not in seen:
                seen.add(name)
                held = actor_id("person", normal_form(name))
                yield Actor(id=held, name=name, kind="person", aliases=(f"{second} {third}",))

    def _word(self) -> str:
        return self.words[bisect_left(self._weights, self._chance.random() * self._weights[-1])]

    def record(self, place: int) -> Record:
        """The article at this place with the reading of one annotator."""
        pieces: list[str] = []
        named: list[tuple[int, int, Actor]] = []
        length = 0
        while length < LENGTH:
            if self._chance.random() < 0.1:
                piece, actor = self._chance.choice(self._names)
                named.append((length, length + len(piece), actor))
            else:
                piece = self._word()
            pieces.append(piece)
            length += len(piece) + 1
        if place in RARE_PLACES:
            pieces[-10] = RARE
        if place % PHRASE_EVERY == 0:
            pieces[-20] = PHRASE
        text = "".join(word + ("\n" if at % 80 == 79 else " ") for at, word in enumerate(pieces))
        text = text[:LENGTH].ljust(LENGTH, ".")
        title = " ".join(self._word() for _ in range(6))
        origin = Origin(
            publisher=_PUBLISHERS[place % len(_PUBLISHERS)],
            published=f"{2020 + place % 6}-{1 + place % 12:02}-{1 + place % 28:02}",
        )
        document = Document(id=document_id(text), title=f"{title} {place}", text=text, origins=(origin,))
        spans, relations = self._marks(document, [one for one in named if one[1] < LENGTH])
        return Record(
            document=document,
            scheme_name="actors-claims",
            scheme_version=1,
            annotator=Annotator(handle="bench"),
            status="doing",
            spans=tuple(spans),
            relations=tuple(relations),
            actors=tuple(self.actors) if place == 0 else (),
        )

    def _marks(self, document: Document, named: Sequence[tuple[int, int, Actor]]) -> tuple[list[Span], list[Relation]]:
        spans: list[Span] = []
        relations: list[Relation] = []
        span = partial(Span, document_id=document.id, annotator="bench")
        relation = partial(Relation, document_id=document.id, annotator="bench")
        for frame in range(FRAMES):
            # Two names after one another, and what stands between them.
            (start, end, source), (second, second_end, target) = named[2 * frame], named[2 * frame + 1]
            middle = max(end + 2, second - 1)
            ids = [digest(f"{document.id}/{frame}/{part}") for part in range(7)]
            claim, said, who, whom = ids[:4]
            spans += [
                span(
                    id=claim,
                    label="claim",
                    parts=((end + 1, second_end),),
                    attributes={"polarity": "affirmed"},
                ),
                span(id=said, label="cue", parts=((end + 1, middle),)),
                span(id=who, label="actor", parts=((start, end),), actor_id=source.id),
                span(id=whom, label="actor", parts=((second, second_end),), actor_id=target.id),
            ]
            stance = {"stance": self._chance.choice(_STANCES)}
            relations += [
                relation(id=ids[4], label="source", from_id=claim, to_id=who),
                relation(id=ids[5], label="cue", from_id=claim, to_id=said),
                relation(id=ids[6], label="target", from_id=claim, to_id=whom, attributes=stance),
            ]
        return spans, relations


def make(path: Path, documents: int = DOCUMENTS, batch: int = 250) -> Path:
    """Write the corpus, or its first articles, as a project at `path`, which must not exist."""
    maker = Maker()
    with Project.create(path, annotator="bench") as project:
        for start in range(0, documents, batch):
            project.store_records(maker.record(place) for place in range(start, min(start + batch, documents)))
    return path


def kept(documents: int = DOCUMENTS, folder: Path | None = None) -> Path:
    """The corpus (or its first articles) in the temporary folder; made at the first call."""
    folder = folder or Path(tempfile.gettempdir()) / f"musnad-corpus-{VERSION}-{migrations.VERSION}"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"m-{documents}.musnad"
    if not path.exists():
        began = time.monotonic()
        draft = folder / f"draft-{documents}.musnad"
        for old in folder.glob(f"{draft.name}*"):
            old.unlink()
        make(draft, documents).rename(path)
        print(f"made {path.name} in {time.monotonic() - began:.0f} s", file=sys.stderr)
    return path


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    for count in (50, DOCUMENTS):
        print(kept(count, where))
