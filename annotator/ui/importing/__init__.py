"""The page of an import: what would come in, before anything is written."""
