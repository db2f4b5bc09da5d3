"""The registry of actors in the window: the page of all entries, and the box that links a mention to one."""
