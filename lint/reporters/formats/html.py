"""One page for a browser: every story with its issues marked and explained, filters, figures and plots."""

from __future__ import annotations

from ...engine.run import Result
from ..view import View

LINES = False
TEXTS = True


def render(result: Result, view: View) -> bytes:
    """Return the page as UTF-8: it needs nothing beside itself, and is the same for the same result."""
    from ..page.document import render_page

    return render_page(result, view).encode("utf-8")
