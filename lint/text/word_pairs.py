"""Where each word of a story stands, and which word follows it."""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Mapping, Sequence


def find_positions(spellings: Sequence[str]) -> dict[str, list[int]]:
    """Return the indexes of each word, in order."""
    positions: dict[str, list[int]] = {}
    for index, word in enumerate(spellings):
        if word in positions:
            positions[word].append(index)
        else:
            positions[word] = [index]
    return positions


class WordPairs(Mapping[str, Mapping[str, list[int]]]):
    """By a word and the one after it ("" after the last): the indexes of the former.

    What follows a word is worked out when it is asked for: a story's checks look up one word in twenty.
    """

    def __init__(self, spellings: Sequence[str], positions: dict[str, list[int]]) -> None:
        self._spellings = spellings
        self._positions = positions
        self._known: dict[str, dict[str, list[int]]] = {}

    def __getitem__(self, word: str) -> dict[str, list[int]]:
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._followers(self._positions[word])
        return found

    def _followers(self, indexes: list[int]) -> dict[str, list[int]]:
        spellings, last = self._spellings, len(self._spellings) - 1
        followers: dict[str, list[int]] = {}
        for index in indexes:
            followers.setdefault(spellings[index + 1] if index < last else "", []).append(index)
        return followers

    def __contains__(self, word: object) -> bool:
        return word in self._positions

    def __iter__(self) -> Iterator[str]:
        return iter(self._positions)

    def __len__(self) -> int:
        return len(self._positions)

    def keys(self) -> KeysView[str]:
        """Return the words as a dict does, so that ``words & pairs.keys()`` runs at its speed."""
        return self._positions.keys()
