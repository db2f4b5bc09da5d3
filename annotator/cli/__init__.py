"""The command line. Nothing here knows Qt: `__main__` hands in the desktop."""

from annotator.cli import articles, datasets, importing, projects, reviewing, statements, team
from annotator.cli.group import musnad

__all__ = ["articles", "datasets", "importing", "musnad", "projects", "reviewing", "statements", "team"]
