"""The parts of speech that LanguageTool 6.8 gives English words, and patterns over them."""

from __future__ import annotations

from .base import OptionError
from .java_pattern import alternatives, check_pattern
from .matching import compile_pattern

_ALL = """
    # $ '' , . : `` CC CD DT EX FW IN JJ JJR JJS LS MD NN NN:U NN:UN NNP NNPS NNS ORD PCT PDT POS
    PRP PRP_S1S PRP_S2S PRP_S3S PRP_S3SF PRP_S3SM PRP_S3SN PRP_S1P PRP_S2P PRP_S3P
    PRP_O1S PRP_O2S PRP_O3S PRP_O3SF PRP_O3SM PRP_O3SN PRP_O1P PRP_O2P PRP_O3P
    PRP_R1S PRP_R2S PRP_R3S PRP_R3SF PRP_R3SM PRP_R3SN PRP_R1P PRP_R2P PRP_R3P
    PRP$ PRP$_A1S PRP$_A2S PRP$_A3S PRP$_A3SF PRP$_A3SM PRP$_A3SN PRP$_A1P PRP$_A2P PRP$_A3P
    PRP$_P1S PRP$_P2S PRP$_P3S PRP$_P3SF PRP$_P3SM PRP$_P3SN PRP$_P1P PRP$_P2P PRP$_P3P
    RB RBR RBS RB_SENT RP SYM TO UH UNKNOWN VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB SENT_START SENT_END
"""
TAGS = tuple(_ALL.split())
"""Source: ``english_tags.txt`` of english-pos-dict 0.6 (what the dictionary and the synthesizer hold), ``tagset.txt``
of language-en 6.8 (what they mean; ORD, PCT, LS, SYM and RB_SENT come from its disambiguator), and the engine's own
UNKNOWN (no reading), SENT_START and SENT_END. NN is a noun that can be counted, NN:U one that cannot, NN:UN both."""

_NO_FORMS = frozenset(("UNKNOWN", "SENT_START", "SENT_END", "PCT", "ORD", "RB_SENT", "LS", "SYM"))
FORMS = tuple(tag for tag in TAGS if tag not in _NO_FORMS)
"""Tags of which the synthesizer can make a form."""

_CHUNKS = """
    B-NP-singular B-NP-plural I-NP-singular I-NP-plural E-NP-singular E-NP-plural B-VP I-VP B-PP I-PP B-PRT B-ADJP
    I-ADJP B-ADVP I-ADVP B-LST B-SBAR O
"""
CHUNKS = tuple(_CHUNKS.split())
"""Source: ``pattern.xsd`` of languagetool-core 6.8, the values for English."""


def tag_pattern(pattern: str, *where: str | int, known: tuple[str, ...] = TAGS, what: str = "part of speech") -> str:
    """Return a pattern over tags in Java's terms. An alternative that is itself a tag is one: ``PRP$``.

    Raises OptionError for a bad pattern, and for an alternative that no tag matches.
    """
    parts = []
    for part in alternatives(pattern):
        if part in known:
            parts.append(literal(part))
            continue
        check_pattern(part, *where)
        compiled = compile_pattern(part)
        if not any(compiled.fullmatch(tag) for tag in known):
            raise OptionError(f"LanguageTool has no {what} `{part}`{nearest(part, known)}", *where)
        parts.append(part)
    return "|".join(parts)


def nearest(word: str, known: tuple[str, ...]) -> str:
    """Return ``; did you mean `x`?`` for the nearest of the known tags, or nothing."""
    import difflib  # only for an error

    near = [each for form in (word, word.upper()) for each in difflib.get_close_matches(form, known, n=1, cutoff=0.5)]
    return f"; did you mean `{near[0]}`?" if near else ""


def literal(text: str) -> str:
    """Return a pattern that matches a text and nothing else."""
    return "".join(char if char.isalnum() or not char.isascii() else "\\" + char for char in text)
