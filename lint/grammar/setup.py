"""What a LanguageTool server is made of: a Java, and a class path with our own rules first."""

from __future__ import annotations

import os

import msgspec

from .custom import custom_folder
from .jars import class_path
from .java import Java, find_java


class Setup(msgspec.Struct, frozen=True):
    """What a server needs: a Java, the class path, which holds our own rules first (see `custom`)."""

    java: Java
    class_path: str


def find_setup(rules: str = "") -> Setup:
    """Look for the jars and a Java; ``rules`` is the XML of our own rules. Starts no process where Java says its
    version in a file (see `java`).

    Raises GrammarUnavailable, with the command that mends it, and GrammarFailed where the rules cannot be written.
    """
    jars = class_path()
    java = find_java()
    if rules:
        jars = os.pathsep.join((str(custom_folder(rules)), jars))
    return Setup(class_path=jars, java=java)
