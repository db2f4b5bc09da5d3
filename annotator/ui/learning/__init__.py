"""What the project has learned from its marks: when, how good it is, and what it proposes, the least sure first."""
