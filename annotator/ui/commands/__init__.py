"""Features that are actions alone, without a page or a pane of their own."""
