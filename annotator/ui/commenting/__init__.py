"""Comments: threads on marks, passages and articles, in a pane beside the article."""
