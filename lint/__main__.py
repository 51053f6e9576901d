"""`python -m newslint`."""

from __future__ import annotations

from .cli.main import main

main()
