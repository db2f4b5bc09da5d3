"""Keys made of names: lower-case ASCII letters, digits and `_`, beginning with a letter."""

import re
import unicodedata
from hashlib import sha256

_OTHER = re.compile("[^a-z0-9]+")


def slug(name: str) -> str:
    """Return a key for a name in any script; a name of which nothing would be left gets one made of its hash."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    key = _OTHER.sub("_", bare).strip("_")
    if not key:
        return f"key_{sha256(name.encode()).hexdigest()[:8]}"
    return key if key[0].isalpha() else f"key_{key}"
