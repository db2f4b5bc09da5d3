"""The folded form of letters and signs, one by one: what `folding` makes its forms of."""

import re
import unicodedata
from functools import cache

from annotator.text.controls import NAMES

JOINERS = "\u200c\u200d"
CONTROLS = "".join(char for char in NAMES if char not in JOINERS)
TATWEEL = "\u0640"
ALEFS = "\u0627\u0671\ufe8d\ufe8e"
# Marks that a writer of Arabic or Hebrew may leave out: part of the cluster of what stands before.
MARKS = (
    r"\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0653\u0655-\u065f\u0670"
    r"\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
)
_ON_TATWEEL = re.compile(f"{TATWEEL}[{MARKS}]*(?P<hamza>\u0654)|{TATWEEL}[{MARKS}]*(?P<yeh>\u06e7)")
_BEHIND_YEH = re.compile(f"(?<=[\u064a\u0649\u06cc])[{MARKS}]*\\Z")
# Fatha, dagger alef, and what Hafs has for fathatan, without the other vowels: the seat is alef.
_ON_ALEF = re.compile("(?=.*[\u064b\u064e\u0657\u0670])(?!.*[\u064c\u064d\u064f\u0650\u0656\u065e])")
_YEH, _HAMZA_ON_YEH = "\u064a", "\u0626"
LONGEST_KEPT = 12
"""Code points of a cluster whose form is kept."""
CLUSTERS_KEPT = 20_000
MOST_MARKS = 6
"""Code points to look back over for the letter that carries them."""


# Beyond what makes two names one: what a reader types for the same word, sign or number. Not there: ids rest on names.
_FOUND_ALIKE = str.maketrans(
    {
        "\u06c0": "\u0647",  # Persian heh with its hamza, and Kurdish ae
        "\u06c2": "\u0647",
        "\u06d5": "\u0647",
        "\u06d3": "\u06d2",
        "\u0674": None,  # the hamza that Urdu sets behind heh
        "\u06aa": "\u0643",  # a wide kaf
        "\u05f0": "\u05d5\u05d5",  # the digraphs of Yiddish
        "\u05f1": "\u05d5\u05d9",
        "\u05f2": "\u05d9\u05d9",
        "\u066a": "%",
        "\u066b": ".",
        "\u066c": ",",
        "\u06d4": ".",
        "\u060c": ",",
        "\u061b": ";",
        "\u061f": "?",
        "\u060a": "\u2031",
        "\u2e2e": "?",  # the same signs, turned round for another program
        "\u204f": ";",
        "\u2e41": ",",
        "\u2e32": ",",
        "\u2044": "/",
        "\u2215": "/",
        "\u2236": ":",
        "\ufd3f": "(",
        "\ufd3e": ")",
        **dict.fromkeys("\u05be\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys(
            "\u00ab\u00bb\u201e\u201f\u226a\u226b\u275d\u275e\u300a\u300b\u300c\u300d\u301d\u301e\u301f\u2033", '"'
        ),
        **dict.fromkeys("\u2039\u203a\u201a\u201b\u275b\u275c\u2032`", "'"),
        "\u0609": "\u2030",  # per mille
        "\u066d": "*",
    }
)
# Signs that normalisation would take apart: an acute that stands for geresh, and double primes.
_NO_ACCENTS = {0xB4: "'", 0x149: "n", 0x2033: '"', 0x2034: "\"'", 0x2057: '""', 0x301F: '"'}
# Joiners and colours make another emoji; whether it is drawn in black and white or parted from a word, they do not.
_NOT_OF_EMOJI = dict.fromkeys(map(ord, "\u200c\ufe0e\ufe0f"))


class FoldTable(dict[int, str]):
    """The folded form of each character, computed when it is first met."""

    def __init__(self, teh_marbuta: bool, exact: bool) -> None:
        super().__init__()
        self.teh_marbuta, self.exact = teh_marbuta, exact
        self._clusters: dict[str, str] = {}

    def __missing__(self, code: int) -> str:
        form = self[code] = self.of(chr(code))
        return form

    def form_of(self, cluster: str) -> str:
        """Return `of`, which is kept for characters and for clusters that are short: a language has few of them."""
        if len(cluster) == 1:
            return self[ord(cluster)]
        form = self._clusters.get(cluster)
        if form is None:
            form = self.of(cluster)
            if len(cluster) <= LONGEST_KEPT and len(self._clusters) < CLUSTERS_KEPT:
                self._clusters[cluster] = form
        return form

    def of(self, cluster: str) -> str:
        """Return the folded form of a grapheme cluster (or one character)."""
        if cluster[0].isspace():
            return " "
        if self.exact:
            return unicodedata.normalize("NFC", "".join(char for char in cluster if char not in CONTROLS))
        if len(cluster) > 1 and unicodedata.category(cluster[0]) == "So":
            return cluster.translate(_NOT_OF_EMOJI)
        from annotator.text.normalize import letters

        cluster = cluster.translate(_NO_ACCENTS)
        form = letters(cluster, teh_marbuta=self.teh_marbuta).translate(_FOUND_ALIKE)
        while len(cluster) > 1 and (again := letters(form, teh_marbuta=self.teh_marbuta)) != form:
            form = again  # one of two hamzas is left on an alef, and goes as well
        return form


@cache
def table_of(teh_marbuta: bool, exact: bool) -> FoldTable:
    """Return the one table of these rules."""
    return FoldTable(teh_marbuta, exact)


def letter_on_tatweel(text: str, start: int, end: int) -> str:
    """Return the letter for which the Quran sets a small one on tatweel, empty for none: شيئا of شَيۡـٔٗا, and يسألون."""
    match = _ON_TATWEEL.search(text, start, end)
    if match is None:
        return ""
    if match["yeh"]:
        return _YEH
    if not _ON_ALEF.match(text[start:end]) or _BEHIND_YEH.search(text[max(0, start - MOST_MARKS) : start]):
        return _HAMZA_ON_YEH
    # Before another alef both are one: مآب of مَـَٔابٖ.
    return "" if text[end : end + 1] == ALEFS[0] else ALEFS[0]
