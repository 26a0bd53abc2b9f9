"""The process an import works in: `python -m truso.platform.imports <run>`, after everything else the machine has to do."""

from __future__ import annotations

import sys
from uuid import UUID


def main() -> None:
    """Work through one run, until it is done, stopped or broken off."""
    import django

    django.setup()
    from truso.platform.imports.courtesy import be_patient
    from truso.platform.imports.running import work_on

    be_patient()
    work_on(UUID(sys.argv[1]))


if __name__ == "__main__":
    main()
