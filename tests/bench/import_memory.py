"""Brings a dataset in, in a process of its own, and tells the most memory that it took.

    python import_memory.py JSONL PROJECT

PROJECT is an empty project of `bench`. Prints one JSON object: `memory` in MiB, and `import` in
seconds of processor time.
"""

import json
import resource
import sys
import time
from pathlib import Path

from annotator import Project


def main(dataset: Path, path: Path) -> None:
    with Project.open(path, annotator="bench") as project:
        began = time.process_time()
        project.import_(dataset)
        took = time.process_time() - began
        assert project.summaries(counted=False), "nothing came in"
    print(json.dumps({"memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "import": took}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
