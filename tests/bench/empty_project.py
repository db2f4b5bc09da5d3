"""Makes an empty project of `bench`.

python empty_project.py PROJECT
"""

import json
import sys
from pathlib import Path

from annotator import Project

if __name__ == "__main__":
    Project.create(Path(sys.argv[1]), annotator="bench").close()
    print(json.dumps({}))
