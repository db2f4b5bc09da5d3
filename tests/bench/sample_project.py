"""Makes the sample's project, and a file with the text of its first article, with the checkout that runs this.

    python sample_project.py FOLDER

The marks are those of `bench`, whose reading of the first article is marked here. Prints one JSON object: `project`
and `text`, the paths.
"""

import json
import sys
from pathlib import Path

from annotator import Project, resources

MARKS = 40


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path, text = folder / "sample.musnad", folder / "article.txt"
    with Project.create(path, annotator="bench") as project:
        project.import_(resources.path("sample", "sample.jsonl"))
        first = project.documents()[0]
        for number in range(MARKS):
            start = number * (len(first.text) - 12) // MARKS
            project.annotate(first.id, (start, start + 8), "actor")
    text.write_text(first.text, encoding="utf-8")
    print(json.dumps({"project": str(path), "text": str(text)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
