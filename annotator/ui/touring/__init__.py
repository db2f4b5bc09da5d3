"""The tour: somebody's first attribution, made with their own hands."""
