"""The registry of statements in the window: the page of all of them, the box that links a claim, and agreement."""
