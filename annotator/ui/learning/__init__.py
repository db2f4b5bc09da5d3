"""The model learned from a project's marks: when, how good it is, and its proposals, the least sure first."""
