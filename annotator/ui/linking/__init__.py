"""Frames in the article: who plays which role."""
