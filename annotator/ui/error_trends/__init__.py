"""One's own errors over time: a page of kinds and periods."""
