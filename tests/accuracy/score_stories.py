"""Print recall by kind, precision and false alarms on the labelled stories.

    python tests/accuracy/score_stories.py [--list] [--grammar required|auto|off] [--stories FOLDER]

``--list`` adds every miss and every false alarm. How a story is labelled and scored is in `labelled_stories.py`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from labelled_stories import STORIES, check, load_stories, score, table


def main() -> int:
    parser = argparse.ArgumentParser(description="Score newslint on the labelled stories.")
    parser.add_argument("--list", action="store_true", help="print every miss and every false alarm")
    parser.add_argument("--grammar", default="required", choices=["required", "auto", "off"])
    parser.add_argument("--stories", type=Path, default=STORIES, help="another folder of labelled stories")
    args = parser.parse_args()
    try:
        stories = load_stories(args.stories)
        found = check(stories, grammar=args.grammar)
    except (ValueError, RuntimeError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(table(score(stories, found), listed=args.list))
    return 0


if __name__ == "__main__":
    sys.exit(main())
