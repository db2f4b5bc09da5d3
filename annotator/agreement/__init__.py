"""Inter-annotator agreement: aligning annotation sets, their differences, and the coefficients. Pure; needs numpy."""
