"""Finding 10,000 names in corpus M, against one compiled `re` alternation of them over the normalised texts.

    python tests/bench/bench_aliases.py [SCANNED]

Ours reads the project file article by article. The alternation, longest name first, is given texts that are
normalised already, but only SCANNED of them, for it takes its time; seconds are told for one article. Memory is the
peak after 500 articles and after all. Exits with 1 where a bound is not kept.
"""

import re
import resource
import sys
import time

import corpus

from annotator import Project
from annotator.suggest.registry import Context, find_suggester
from annotator.text.folding import fold

BOUND = 20.0
EARLY = 500
GROWTH_BOUND = 1.1


def peak() -> float:
    """The most memory that this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def main(scanned: int) -> bool:
    with Project.open(corpus.kept(), annotator="bench", read_only=True) as project:
        context = Context(scheme=project.scheme, actors=tuple(project.actors()))
        names = {name for actor in context.actors for name in (actor.name, *actor.aliases)}
        ids = [one.id for one in project.summaries(counted=False)]
        began = time.perf_counter()
        read = find_suggester("aliases").prepare(context)
        print(f"{len(names):,} names made ready in {1000 * (time.perf_counter() - began):.0f} ms")
        early, found = 0.0, 0
        began = time.perf_counter()
        for place, document_id in enumerate(ids):
            found += len(read(project.document(document_id)))
            if place == EARLY:
                early = peak()
        ours = (time.perf_counter() - began) / len(ids)
        late = peak()
        forms = [fold(project.document(document_id).text).form for document_id in ids[:scanned]]
    folded = sorted({fold(name).form for name in names}, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, folded)))
    began = time.perf_counter()
    scan = sum(len(pattern.findall(form)) for form in forms)
    theirs = (time.perf_counter() - began) / len(forms)
    print(f"aliases {1000 * ours:8.2f} ms an article, {found:,} names in {len(ids):,} articles")
    print(f"re      {1000 * theirs:8.2f} ms an article, {scan:,} names in {len(forms):,} articles")
    print(f"{theirs / ours:.1f} times as fast (bound {BOUND})")
    print(f"memory {early:.0f} MiB after {EARLY} articles, {late:.0f} MiB after all (bound {GROWTH_BOUND} times)")
    return theirs / ours >= BOUND and late / early <= GROWTH_BOUND


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if len(sys.argv) > 1 else 25) else 1)
