"""The registry of actors in the window: the page of all entries, and the box that links a mention to one."""

LINK_KEY = "I"
"""The key that links a mention: I, as in *identify*. The schemes leave it to the program."""
