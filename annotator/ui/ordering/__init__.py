"""Keeping the articles of a project in order: names, statuses, who reads what, removal."""
