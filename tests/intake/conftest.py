from collections.abc import Callable

import pytest

from annotator.intake import Article, read

ReadBytes = Callable[..., Article]


@pytest.fixture(scope="session")
def read_bytes(tmp_path_factory: pytest.TempPathFactory) -> ReadBytes:
    """Reads bytes through a real file; for the whole session, so that Hypothesis may use it."""
    path = tmp_path_factory.mktemp("intake") / "article.txt"

    def read_bytes(data: bytes, encoding: str | None = None) -> Article:
        path.write_bytes(data)
        return read(path, encoding)

    return read_bytes
