"""How Arabic news reports what is said: the words for it, the speaker and the extent of the claim."""
