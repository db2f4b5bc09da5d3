"""CAS JSON."""

import io

from annotator.errors import MusnadError
from annotator.formats.cas_reader import read_cas_json
from annotator.formats.source import Source

_SOFA = '{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "قال 😀 نعم"}'
SEEDS = [
    (
        f'{{"%FEATURE_STRUCTURES": [{_SOFA}, {{"%ID": 2, "%TYPE": "c.A", "@sofa": 1, "begin": 0, "end": 6, "n": 1}}, '
        '{"%ID": 3, "%TYPE": "c.A", "@sofa": 1, "begin": 7, "end": 9, "@to": 4}, '
        '{"%ID": 4, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [2, 3]}]}'
    ).encode(),
    (
        '{"%TYPES": {"c.A": {"%SUPER_TYPE": "c.A", "x": {"%RANGE": "c.A[]"}}}, '
        f'"%FEATURE_STRUCTURES": [{_SOFA}]}}'
    ).encode(),
]


def one(data: bytes) -> None:
    """Read a file; each span lies in its text."""
    try:
        records = list(read_cas_json(Source(stream=io.BytesIO(data), scheme=None, annotator="layla", name="a.json")))
    except MusnadError as error:
        assert "\n" not in str(error)
        return
    for record in records:
        assert all(0 <= span.start < span.end <= len(record.document.text) for span in record.spans)
