"""XML 1.0, whatever is in its strings."""

from __future__ import annotations

from xml.etree import ElementTree

from ..text.regex import regex

# What XML 1.0 forbids even as a character reference, and the controls that it advises against.
_FORBIDDEN = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """Return a text that XML may hold; what it may not is shown as its code."""
    return _FORBIDDEN.sub(lambda found: _code(found.group()), text)


def element(
    name: str, attributes: dict[str, str], *children: ElementTree.Element, text: str = ""
) -> ElementTree.Element:
    """Return an element; its attributes and its text may hold anything."""
    made = ElementTree.Element(name, {key: xml_text(value) for key, value in attributes.items()})
    made.text = xml_text(text) or None
    made.extend(children)
    return made


def to_xml(root: ElementTree.Element) -> bytes:
    """Return a document as UTF-8 with a declaration and a final line end."""
    ElementTree.indent(root)
    return b"<?xml version='1.0' encoding='utf-8'?>\n".replace(b"'", b'"') + (
        ElementTree.tostring(root, encoding="unicode").encode("utf-8") + b"\n"
    )


def _code(char: str) -> str:
    number = ord(char)
    if 0xDC80 <= number <= 0xDCFF:  # a byte of a path
        number -= 0xDC00
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
