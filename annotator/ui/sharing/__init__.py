"""Bundles in the window: work goes to colleagues in a file, and theirs comes in once it was looked at."""
