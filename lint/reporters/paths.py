"""Paths as other programs want them: from the top of the repository, with slashes, as text or in a URI."""

from __future__ import annotations

import os
from urllib.parse import quote

from .view import View
from .words import no_surrogates


def repository_path(path: str, view: View) -> str:
    """Return a path as seen from the top of the repository, as text that UTF-8 can hold.

    A file elsewhere keeps its absolute path; what is no path, such as `<stdin>`, stays as it is.
    """
    if path.startswith("<") and path.endswith(">"):
        return path
    whole = os.path.normpath(os.path.join(view.here, path))  # noqa: PTH118 - nothing is looked up: no links
    root = view.root.rstrip(os.sep) + os.sep
    return no_surrogates((whole.removeprefix(root) or whole).replace(os.sep, "/"))


def uri(path: str) -> str:
    """Return a path with slashes as a URI: a relative one as a reference, an absolute one with its scheme."""
    if path.startswith("/"):
        return f"file://{_quoted(path)}"
    if os.path.isabs(path):  # noqa: PTH117 - "C:/desk/a.txt"
        drive, rest = os.path.splitdrive(path)
        return f"file:///{drive}{_quoted(rest)}"
    return _quoted(path)


def folder_uri(path: str) -> str:
    """Return the URI of an absolute folder, with the slash at its end that makes it a base for others."""
    return uri(path.replace(os.sep, "/").rstrip("/") + "/")


def _quoted(path: str) -> str:
    # Of bytes that are no UTF-8 the codes are quoted, not the bytes: readers refuse a whole report for such a URI.
    return quote(no_surrogates(path), safe="/")
