"""WebAnno TSV 3."""

import io

from annotator.errors import MusnadError
from annotator.formats.source import Source
from annotator.formats.webanno_tsv_reader import read_webanno_tsv

_HEAD = "#FORMAT=WebAnno TSV 3.3\n"
SEEDS = [
    (
        f"{_HEAD}#T_SP=x.A|v\n#T_RL=x.R|r|BT_x.A\n\n\n#Text=قال 😀 نعم\n1-1\t0-3\tقال\tx[1]|\\_\t_\t_\t\n"
        "1-2\t4-6\t😀\tx[1]\t*\t1-1[1_0]\t\n1-2.1\t4-6\t😀\t*\t_\t_\t\n"
    ).encode(),
    (
        f"{_HEAD}#T_CH=x.L|referenceType|referenceRelation\n\n\n#Text=a b\n"
        "1-1\t0-1\ta\tp[1]\tc->1-1\n1-2\t2-3\tb\t*[1]\t*->1-2\n"
    ).encode(),
    (
        f"{_HEAD}#T_SP=x.F|ROLE_x.F:l_x.L|x.A\n#T_SP=x.A|\n\n\n#Text=a\n#Text=b\n"
        "1-1\t0-1\ta\tr;*\t1-2;1-2\t_\n1-2\t2-3\tb\t_\t_\t*\n"
    ).encode(),
]


def one(data: bytes) -> None:
    """Read a file; each span lies in its text."""
    try:
        records = list(read_webanno_tsv(Source(stream=io.BytesIO(data), scheme=None, annotator="layla", name="a.tsv")))
    except MusnadError as error:
        assert "\n" not in str(error)
        return
    for record in records:
        ids = {span.id for span in record.spans}
        assert all({link.from_id, link.to_id} <= ids for link in record.relations)
        assert all(0 <= span.start < span.end <= len(record.document.text) for span in record.spans)
