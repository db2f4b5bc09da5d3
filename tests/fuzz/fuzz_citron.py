"""Files of Citron, held against the default scheme."""

import io
import json

from annotator.errors import MusnadError
from annotator.formats.citron_reader import read_citron
from annotator.formats.source import Source
from annotator.services.schemes import load_scheme
from tests.formats.sinks import written
from tests.formats.test_citron import FILE

SCHEME = load_scheme("actors-claims")
SEEDS = [json.dumps(FILE, ensure_ascii=False).encode(), b'{"text": "a\\r\\nb", "quotes": []}']


def one(data: bytes) -> None:
    """Read a file; what was read is written, read again, and written as it was."""
    try:
        found = list(read_citron(Source(stream=io.BytesIO(data), scheme=SCHEME, annotator="layla")))
    except MusnadError as error:
        assert "\n" not in str(error)
        return
    files = written("citron", found, SCHEME)
    [again] = files.values()
    reread = list(read_citron(Source(stream=io.BytesIO(again), scheme=SCHEME, annotator="layla")))
    assert written("citron", reread, SCHEME) == files
