"""What every test runs under: no deadlines on shared machines, and the same examples each time where a build runs."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("build", settings.get_profile("here"), derandomize=True, print_blob=True)
settings.load_profile("build" if os.environ.get("CI") else "here")
