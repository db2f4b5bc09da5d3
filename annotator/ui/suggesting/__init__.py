"""Suggestions in the window: walking them in the article, taking many at once, letting suggesters read."""
