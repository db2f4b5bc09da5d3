"""Keys as places: what a key means follows where it lies, so that shortcuts work under every keyboard layout."""
