"""The story: one text and what is known of it, each part worked out once, when first asked for."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import chain
from typing import Any, Literal

from . import blocks as _blocks
from . import people as _people
from . import quotes as _quotes
from . import sentences as _sentences
from . import tokens as _tokens
from .blocks import Block
from .earlier import Earlier, Rescan, keep, rescan
from .lines import Lines, index_lines
from .name_runs import NameRun, find_runs
from .people import Register
from .quotes import Quotes
from .span import Span
from .tokens import Scan, Token, spell
from .word_pairs import WordPairs, find_positions

Layout = Literal["story", "body"]


class Story:
    """A text with its lines, blocks, sentences, tokens, quotations and people.

    Immutable; every part is a pure function of the text, worked out when first asked for.

    ``memo`` is for what others work out once a story and all their checks ask for (a kind, a shared module): its key is
    the module's ``__name__``, its value whatever the module keeps there. It goes when the story goes.

    ``after`` is an earlier state of the same copy, where there is one: what its blocks and words have in common with
    this text is taken over from it, and everything is found as without it. Nothing else of it is kept.

    ``layout="body"`` reads the text as paragraphs from the middle of a story: none is a headline, byline or credit.
    """

    def __init__(self, text: str, layout: Layout = "story", *, after: Story | None = None) -> None:
        self.text = text
        self.layout: Layout = layout
        self.memo: dict[str, Any] = {}
        self._earlier = after._kept() if after is not None else None

    def _kept(self) -> Earlier:
        known = self.__dict__.get  # of cached properties: what nobody asked for is not worked out now
        return keep(
            self.text,
            known("_scan"),
            known("spellings"),
            known("blocks", ()),
            known("block_sentences"),
            known("_block_runs"),
        )

    @cached_property
    def lines(self) -> Lines:
        return index_lines(self.text)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return _blocks.split_body(self.text) if self.layout == "body" else _blocks.split_blocks(self.text)

    @cached_property
    def _block_starts(self) -> tuple[int, ...]:
        return tuple(block.extent_start for block in self.blocks)

    def block_index(self, offset: int) -> int:
        """Return the index of the block whose tile holds the offset, -1 where the story has none."""
        return bisect_right(self._block_starts, offset) - 1

    def block_at(self, offset: int) -> Block | None:
        """Return the block whose tile holds the offset, None where the story has none."""
        index = self.block_index(offset)
        return self.blocks[index] if index >= 0 else None

    @cached_property
    def block_sentences(self) -> tuple[tuple[Span, ...], ...]:
        """The sentences of each block, in the order of the blocks."""
        earlier = self._earlier
        if earlier is None:
            return tuple([_sentences.split_sentences(self.text, block.start, block.end) for block in self.blocks])
        return tuple(
            [
                earlier.sentences(self.text, block) or _sentences.split_sentences(self.text, block.start, block.end)
                for block in self.blocks
            ]
        )

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Every sentence of every block, in order."""
        return tuple(chain.from_iterable(self.block_sentences))

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(span.start for span in self.sentences)

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence that holds the offset, None between sentences."""
        index = bisect_right(self._sentence_starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].end:
            return None
        return self.sentences[index]

    @cached_property
    def _rescan(self) -> Rescan | None:
        earlier = self._earlier
        return rescan(self.text, earlier.text, earlier.scan) if earlier is not None and earlier.scan else None

    @cached_property
    def _scan(self) -> Scan:
        return self._rescan.scan if self._rescan is not None else _tokens.scan(self.text)

    @property
    def token_starts(self) -> tuple[int, ...]:
        return self._scan.starts

    @property
    def token_texts(self) -> tuple[str, ...]:
        return self._scan.texts

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Every token as an object; half of the price of the words is theirs, so ask for the texts if these will do."""
        return _tokens.make_tokens(*self._scan)

    @cached_property
    def lows(self) -> tuple[str, ...]:
        """The text of each token in lower case."""
        if self._rescan is not None and "’" not in self.text:
            return self.spellings
        return tuple(map(str.lower, self.token_texts))

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """The text of each token in lower case and with straight apostrophes."""
        earlier, again = self._earlier, self._rescan
        if earlier is not None and again is not None:
            if earlier.spellings is not None:
                return again.take_over(earlier.spellings, spell)
            return tuple(spell(self.token_texts))
        return self.lows if "’" not in self.text else tuple(spell(self.token_texts))

    @cached_property
    def word_positions(self) -> dict[str, list[int]]:
        """By the spelling of a token: the indexes of the tokens spelled so."""
        return find_positions(self.spellings)

    @cached_property
    def word_pairs(self) -> WordPairs:
        """By the spelling of a token and that of the next one ("" after the last): the indexes of the former."""
        return WordPairs(self.spellings, self.word_positions)

    def token_index(self, offset: int) -> int:
        """Return the index of the last token that starts at or before the offset, -1 before the first."""
        return bisect_right(self._scan.starts, offset) - 1

    @cached_property
    def quotes(self) -> Quotes:
        return _quotes.find_quotes(self.text, self.blocks)

    def in_speech(self, start: int, end: int) -> bool:
        """Say whether the span lies inside a quotation, its marks included."""
        return self.quotes.covers(start, end)

    @cached_property
    def _block_runs(self) -> tuple[tuple[NameRun, ...], ...]:
        text, earlier = self.text, self._earlier
        runs: list[tuple[NameRun, ...]] = []
        for index, block in enumerate(self.blocks):
            known = earlier.runs(text, block, index) if earlier is not None else None
            runs.append(find_runs(text, block, index) if known is None else known)
        return tuple(runs)

    @cached_property
    def name_runs(self) -> tuple[NameRun, ...]:
        """Every run of capitalised words that may be a name, in order."""
        return tuple(chain.from_iterable(self._block_runs))

    @cached_property
    def people(self) -> Register:
        return _people.find_people(self.text, self.blocks, list(self.name_runs), self.quotes)
