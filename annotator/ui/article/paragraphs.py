"""The text cut into paragraphs, and the running sum of their heights."""

from bisect import bisect_right
from collections.abc import Iterable

from annotator.ui.article.pieces import LONGEST_RUN, pieces


class Paragraphs:
    """Paragraphs of a text, divided by line feeds. Offsets are code points of the whole text.

    One that is too long to be laid out whole is divided into pieces, which stand below each other like lines.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._texts: list[str] = []
        self._starts: list[int] = []
        self._continuing: set[int] = set()
        start = 0
        for paragraph in text.split("\n"):
            if len(paragraph) > LONGEST_RUN:
                self._divide(paragraph, start)
            else:
                self._texts.append(paragraph)
                self._starts.append(start)
            start += len(paragraph) + 1

    def _divide(self, paragraph: str, start: int) -> None:
        for first, last in pieces(paragraph):
            if first:
                self._continuing.add(len(self._texts))
            self._texts.append(paragraph[first:last])
            self._starts.append(start + first)

    def __len__(self) -> int:
        return len(self._texts)

    def text_of(self, index: int) -> str:
        """The paragraph without its line feed."""
        return self._texts[index]

    def start(self, index: int) -> int:
        """The offset of the paragraph's first character."""
        return self._starts[index]

    def end(self, index: int) -> int:
        """The offset of the line feed that ends the paragraph, of its next piece, or the end of the text."""
        return self._starts[index] + len(self._texts[index])

    def lengths(self) -> list[int]:
        """Code points in each paragraph."""
        return [len(paragraph) for paragraph in self._texts]

    def continues(self, index: int) -> bool:
        """Return True if this is the next piece of the paragraph before, with nothing between them."""
        return index in self._continuing

    def at(self, offset: int, *, trailing: bool = False) -> int:
        """The paragraph that holds `offset`; a line feed belongs to the paragraph that it ends.

        Where two pieces meet, the second one; `trailing`: the first one.
        """
        index = max(0, bisect_right(self._starts, offset) - 1)
        return index - 1 if trailing and self._starts[index] == offset and self.continues(index) else index


class Heights:
    """Heights in pixels with sums in O(log n) (a Fenwick tree).

    Most are estimates: a paragraph's height is known only once it was laid out.
    """

    def __init__(self, heights: Iterable[int]) -> None:
        self._heights = list(heights)
        size = len(self._heights)
        self._tree = [0, *self._heights]
        for node in range(1, size + 1):
            parent = node + (node & -node)
            if parent <= size:
                self._tree[parent] += self._tree[node]
        self._top_step = 1 << size.bit_length()
        self.total = sum(self._heights)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    def set(self, index: int, height: int) -> None:
        """Corrects one height."""
        change = height - self._heights[index]
        if not change:
            return
        self._heights[index] = height
        self.total += change
        node = index + 1
        while node <= len(self._heights):
            self._tree[node] += change
            node += node & -node

    def before(self, index: int) -> int:
        """The sum of the heights of the paragraphs before `index`."""
        total = 0
        while index:
            total += self._tree[index]
            index &= index - 1
        return total

    def at(self, y: int) -> int:
        """The paragraph that lies at `y`, the first or last one when `y` lies outside."""
        index, step = 0, self._top_step
        while step:
            after = index + step
            if after <= len(self._heights) and self._tree[after] <= y:
                index, y = after, y - self._tree[after]
            step >>= 1
        return min(index, len(self._heights) - 1)
