"""Figures of agreement as a dataset's card tells them: each with its unit, its universe and its n."""

from collections.abc import Iterator, Sequence

from annotator.agreement.figures import Figures
from annotator.errors import InputError
from annotator.services.comparing import agreement
from annotator.services.door.file import ProjectFile


def agreement_told(file: ProjectFile, readers: Sequence[str]) -> tuple[str, ...]:
    """Return how far these people agree, a sentence a figure; nothing where fewer than two of them read anything."""
    try:
        figures = agreement(file, between=readers)
    except InputError:
        return ()
    return tuple(_sentences(figures)) if figures.documents else ()


def _sentences(figures: Figures) -> Iterator[str]:
    yield (
        f"Krippendorff's alpha (nominal) over {figures.n:,} {figures.unit}s ({figures.universe}; tokenizer: "
        f"{figures.tokenizer}) of {figures.documents:,} articles read by at least two of {', '.join(figures.readers)}: "
        f"{_number(figures.token_alpha)}."
    )
    for pair in figures.pairs:
        yield (
            f"{pair.a} and {pair.b}, {pair.documents:,} articles: F1 of spans {_number(pair.span_f1_exact)} exact, "
            f"{_number(pair.span_f1_overlap)} by overlap; Cohen's kappa {_number(pair.token_kappa)} (n = {pair.n:,})."
        )
    for label, told in figures.by_label.items():
        yield (
            f"Label {label}: alpha {_number(told.token_alpha)}, unitizing alpha {_number(told.unitizing_alpha)}, "
            f"F1 of spans {_number(told.span_f1_exact)} exact (n = {told.n:,} spans)."
        )


def _number(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.3f}"
