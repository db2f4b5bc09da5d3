"""The words for what was learned, in the language of the window."""

from annotator.services.learning import CurvePoint, Learning
from annotator.ui.i18n import date, fixed, number, tr, tr_n


def figure(value: float | None) -> str:
    """Return an F1 with two decimals."""
    return tr("undefined") if value is None else fixed(value, 2)


def learned_when(made: Learning | None) -> str:
    """Return when it was learned, and from how much."""
    if made is None:
        return tr("Nothing has been learned yet. Mark who says what in some articles, then let the program learn.")
    return tr(
        "Learned on {day} from {attributions} in {articles}.",
        day=date(made.made),
        attributions=tr_n("{n} attributions", made.attributions),
        articles=tr_n("{n} articles", made.articles),
    )


def how_good(made: Learning) -> str:
    """Return the figures on held-out articles, with n, beside those of the rules alone."""
    return tr(
        "{measure} on articles that were held out (n = {n}): cues {cue}, by rules alone {rules_cue}; whole "
        "attributions {whole}, by rules alone {rules_whole}.",
        measure="F1",
        n=number(made.attributions),
        cue=figure(made.cue_f1),
        rules_cue=figure(made.rules_cue_f1),
        whole=figure(made.whole_f1),
        rules_whole=figure(made.rules_whole_f1),
    )


def how_sure(made: Learning) -> str:
    """Return how far the confidence told is from what was right, with n; empty where it was not measured."""
    if made.confidence_error is None:
        return ""
    return tr(
        "Confidence is off by {percent} points on average (n = {n} proposals in held-out articles).",
        percent=number(round(100 * made.confidence_error)),
        n=number(made.confidences),
    )


def point_told(point: CurvePoint) -> str:
    """Return one point of the learning curve in words."""
    return tr(
        "{articles}: cues {cue}, whole {whole}",
        articles=tr_n("{n} articles", point.articles),
        cue=figure(point.cue_f1),
        whole=figure(point.whole_f1),
    )
