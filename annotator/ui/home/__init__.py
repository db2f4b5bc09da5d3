"""The room of the whole project."""
