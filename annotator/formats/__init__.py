"""Formats: one file each, reading or writing records; `registry` finds them."""
