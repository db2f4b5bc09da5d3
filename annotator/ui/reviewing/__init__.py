"""The room of review: readings laid over one article, their differences, and the decisions on them."""
