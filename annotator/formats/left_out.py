"""The kinds of things that readers of foreign files leave out, as a report calls them."""

from annotator.formats.options import named

NO_TEXT = named("marks without text")
NO_END = named("relations whose end is missing")
TO_ITSELF = named("relations of a mark to itself")
TWICE = named("relations that stand twice")
