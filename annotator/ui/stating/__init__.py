"""Saying which statement of the registry a claim expresses, and whether its source agrees with it."""
