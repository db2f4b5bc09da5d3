"""Articles from files: each kind of source is one file here that registers itself in `kinds`."""

from annotator.intake.kinds import Intake, read

__all__ = ["Intake", "read"]
