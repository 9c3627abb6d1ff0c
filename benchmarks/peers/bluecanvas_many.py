"""Our side of many PNGs: every canvas of a folder drawn through the Python API, one after the other.

Called with the folder and how many. Prints the most memory held, in MiB.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

import bluecanvas

for path in sorted(Path(sys.argv[1]).glob("*.canvas.yaml"))[: int(sys.argv[2])]:
    bluecanvas.load(path).plot(Path(sys.argv[1], "picture.png"), size=(10, 5.6))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2))
