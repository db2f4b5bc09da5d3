"""What is learned from marked articles against the rules alone, by cross-validation, with an outside scorer.

    python tests/bench/bench_learned.py FOLDER [--folds 5] [--seed N]

FOLDER holds `texts.jsonl` (id, text), `gold.jsonl` (id, attributions) and a scorer `score.py`. Each fold is a project
of its own: its articles stand in it unmarked, the others with their marks, and what `project.learn()` made of those
proposes for the fold. Every figure is over all articles. Exits with 1 where the rules alone are as good.
"""

import argparse
import importlib.util
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from annotator import Project

Said = dict[str, Any]
Range = tuple[int, int]


def scorer(folder: Path) -> Any:
    """Return the scorer of the folder as a module."""
    spec = importlib.util.spec_from_file_location("attribution_scorer", folder / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder} has no score.py")
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


def mark(project: Project, document_id: str, attributions: Sequence[Said]) -> None:
    """Mark attributions as a person would; borderline ones are left out, and a source may stand earlier in the text."""
    text = project.document(document_id).text
    made: dict[tuple[str, Range], str] = {}

    def span(label: str, part: Sequence[int], actor_id: str | None = None) -> str:
        place = label, (part[0], part[1])
        if place not in made:
            made[place] = project.annotate(document_id, place[1], label, actor_id=actor_id).id
        return made[place]

    for one in attributions:
        if one.get("optional"):
            continue
        claim = project.annotate(document_id, [(start, end) for start, end in one["claim"]], "claim").id
        if one["kind"] != "headline":
            project.link(claim, span("cue", one["cue"]), "cue")
        sources = [one["source"]] if one["source"] else antecedents(one)
        if sources:
            name = text[slice(*sources[-1])]
            actor_id = project.add_actor(name, "other").id
            ids = [span("actor", part, actor_id) for part in sources]
            project.link(claim, ids[-1], "source")
    project.set_status(document_id, "done")


def antecedents(one: Said) -> list[list[int]]:
    """Return the places in earlier sentences that name a source."""
    found = one.get("antecedent") or []
    return [found] if found and not isinstance(found[0], list) else list(found)


def proposed(project: Project, document_id: str, model: str) -> list[Said]:
    """Return what a suggester proposes for an article, as the scorer reads it."""
    spans = {span.id: span for span in project.spans(document_id, model)}
    links: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for link in project.relations(document_id, model):
        links[link.from_id, link.label].append(link.to_id)
    found: dict[str, Said] = {}
    for span in spans.values():
        if span.label == "claim":
            cue = next(iter(links[span.id, "cue"]), None)
            new = {"cue": [list(part) for part in spans[cue].parts] if cue else None, "claim": [], "sources": []}
            one = found.setdefault(cue or span.id, new)
            one["claim"] += [list(part) for part in span.parts]
            one["sources"] += [list(spans[to].parts[0]) for to in links[span.id, "source"]]
    return sorted(found.values(), key=lambda one: (one["cue"] or one["claim"])[0])


def counts(score: Any, text: str, gold: Sequence[Said], said: Sequence[Said]) -> Counter[str]:
    """Count what the scorer finds right in an article."""
    words = score.Words(text)
    pairs = score.pair(words, gold, said)
    given = dict(pairs)
    neutral = {place for one, place in pairs if gold[one].get("optional")}
    wanted = [place for place, one in enumerate(gold) if not one.get("optional")]
    judged = [score.judge(text, words, gold[one], said[given[one]]) for one in wanted if one in given]
    return Counter(
        gold=len(wanted),
        said=len(said) - len(neutral),
        cue=len(judged),
        whole=sum(one["whole"] for one in judged),
    )


def fold_counts(
    score: Any, texts: Mapping[str, Said], gold: Mapping[str, Sequence[Said]], fold: Sequence[str]
) -> dict[str, Counter[str]]:
    """Return the counts of the rules and of what was learned from the other articles, over the articles of a fold."""
    with (
        tempfile.TemporaryDirectory(prefix="musnad-bench-") as made,
        Project.create(Path(made, "p.musnad"), "actors-claims", annotator="bench") as project,
    ):
        ids = {key: project.add_document(one["text"], title=key, language="ar").id for key, one in texts.items()}
        for key, document_id in ids.items():
            if key not in fold:
                mark(project, document_id, gold[key])
        project.learn()
        project.suggest(("cues", "learned"), [ids[key] for key in fold])
        found = {"cues": Counter[str](), "learned": Counter[str]()}
        for name, one in found.items():
            for key in fold:
                one += counts(score, texts[key]["text"], gold[key], proposed(project, ids[key], f"model:{name}"))
        return found


def main(folder: Path, folds: int, seed: int | None) -> bool:
    score = scorer(folder)
    texts, gold = score.load(None)
    keys = sorted(texts)
    if seed is not None:
        random.Random(seed).shuffle(keys)
    total: dict[str, Counter[str]] = {"cues": Counter(), "learned": Counter()}
    began = time.perf_counter()
    for first in range(folds):
        for name, one in fold_counts(score, texts, gold, keys[first::folds]).items():
            total[name] += one
    figures = {}
    for name, one in total.items():
        figures[name] = tuple(2 * one[right] / (one["gold"] + one["said"]) for right in ("cue", "whole"))
        title = "rules alone" if name == "cues" else "learned"
        print(
            f"{title:12} cue F1 {figures[name][0]:.3f}   whole F1 {figures[name][1]:.3f}   "
            f"({one['gold']} marked, {one['said']} proposed, {one['cue']} found, {one['whole']} whole)"
        )
    print(f"{len(keys)} articles, {folds} folds, {time.perf_counter() - began:.0f} s")
    return all(learned > rules for learned, rules in zip(figures["learned"], figures["cues"], strict=True))


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("--folds", type=int, default=5)
    asked.add_argument("--seed", type=int)
    given = asked.parse_args()
    sys.exit(not main(given.folder, given.folds, given.seed))
