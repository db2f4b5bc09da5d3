"""The room of agreement: how far the readers of a project agree, and the marks behind every figure."""
