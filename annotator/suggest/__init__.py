"""Suggesters: one file each, proposing marks for a document; `registry` finds them."""
