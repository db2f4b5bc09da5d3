"""Searching the whole project: the concordance of a text, and who said what about whom."""
