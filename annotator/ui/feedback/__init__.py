"""Feedback: what became of one's own marks in review, and one's errors over time."""
