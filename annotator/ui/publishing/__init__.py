"""The room of publishing: datasets out of the project, seen before they are written."""
