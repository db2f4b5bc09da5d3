"""History: what was done to a mark, an article or the project, and the way back."""
