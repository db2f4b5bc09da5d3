"""Loggers by topic, so that one can be listened to alone: `MUSNAD_LOG=services,ui`."""

import logging
import os

program = logging.getLogger("musnad.program")
services = logging.getLogger("musnad.services")
ui = logging.getLogger("musnad.ui")


def start() -> None:
    """Write warnings to stderr, and everything of the topics that MUSNAD_LOG names."""
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    for topic in filter(None, os.environ.get("MUSNAD_LOG", "").split(",")):
        logging.getLogger(f"musnad.{topic.strip()}").setLevel(logging.DEBUG)
