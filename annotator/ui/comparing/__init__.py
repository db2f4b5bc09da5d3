"""Several readings over one article."""
