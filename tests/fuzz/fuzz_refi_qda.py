"""Projects of REFI-QDA, as packages and as the XML in one, held against the default scheme."""

import io

from annotator.errors import MusnadError
from annotator.formats.refi_reader import read_refi_qda
from annotator.formats.source import Source
from annotator.services.schemes import load_scheme
from tests.formats.test_refi_qda import TEXT, package, project_xml, selection

SCHEME = load_scheme("actors-claims")
_XML = project_xml(selection(40, 6, 12, "الوزير", 12)).replace('name="Port"', 'name="claim"')
SEEDS = [_XML.encode(), package(_XML, TEXT.encode())]


def one(data: bytes) -> None:
    """Read a package twice; it says the same."""
    held = data if data.startswith(b"PK") else package(data.decode("utf-8", "replace"), TEXT.encode())
    try:
        found = [list(read_refi_qda(Source(stream=io.BytesIO(held), scheme=SCHEME, annotator="layla"))) for _ in "ab"]
    except MusnadError as error:
        assert "\n" not in str(error)
        return
    assert found[0] == found[1]
