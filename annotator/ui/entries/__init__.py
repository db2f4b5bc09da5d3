"""Parts that the pages and boxes of registries share: entries as rows, their places as lines, choosing and merging."""
