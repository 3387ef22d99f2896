"""The command line: ``python -m analytics VERB …``."""

from __future__ import annotations

import sys

from analytics.commands import main

if __name__ == "__main__":
    sys.exit(main())
