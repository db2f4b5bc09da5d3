"""Claims as CSV for spreadsheets: UTF-8 with a BOM, which Excel needs, and no cell that would run as a formula."""

import csv
import io

from annotator.formats.cells import guarded
from annotator.formats.claim_rows import COUNTED, HOLDS, columns_of, rows_of
from annotator.formats.claims import lost_beside_claims
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.options import Options, named
from annotator.formats.registry import writer


def count_lost(dataset: Dataset, _: Options) -> dict[str, int]:
    """Count what a table of claims has no column for."""
    return lost_beside_claims(dataset)


@writer(
    id="csv",
    title="Claims (CSV)",
    use="reading",
    about=named("A row for each claim, for any spreadsheet or statistics program"),
    suffix=".csv",
    holds=HOLDS,
    count=count_lost,
    counted=COUNTED,
)
def write_claims_csv(dataset: Dataset, out: Sink, _: Options) -> None:
    """Write a row for each claim."""
    with out.file(f"{dataset.card.name}.csv") as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=False)
        # CR LF, because only characters of the line's end are sure to have their cell quoted.
        table = csv.writer(text, lineterminator="\r\n")
        table.writerow(columns_of(dataset.scheme))
        for row in rows_of(dataset):
            table.writerow(map(guarded, row))
        text.flush()
        text.detach()
