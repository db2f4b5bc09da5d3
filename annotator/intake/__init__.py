"""Articles from files: each kind of source is one file here that registers itself in `kinds`."""

from annotator.intake.kinds import Intake, articles, read

__all__ = ["Intake", "articles", "read"]
