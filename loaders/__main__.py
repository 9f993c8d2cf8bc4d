"""`python -m loaders check [DIR]` prints every problem of the records under DIR; `schema` writes the JSON Schemas."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from loaders.dataset import find_pairs, load_dataset
from loaders.schema import write_schemas
from loaders.vocabulary import vocabulary

HOME = Path(__file__).resolve().parent.parent / "data"


def check(root: Path) -> int:
    """Print the problems and the counts of each pair; 1 if any record was left out, 2 if there is no pair."""
    folders = find_pairs(root)
    if not folders:
        print(f"{root}:1: folder: holds no pair: add a folder with a pair.yaml, such as data/aze-kaz/pair.yaml")
        return 2
    left_out = 0
    for folder in folders:
        dataset = load_dataset(folder)
        for problem in dataset.problems:
            print(problem)
        counts = ", ".join(f"{number} {kind}{'' if number == 1 else 's'}" for kind, number in dataset.counts().items())
        print(f"{dataset.name}: {counts.replace('persons', 'people')}; {dataset.left_out} left out")
        left_out += dataset.left_out
    return 1 if left_out else 0


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checker = commands.add_parser("check", help="print every problem, then a count for each kind")
    checker.add_argument("folder", nargs="?", type=Path, default=HOME, metavar="DIR")
    commands.add_parser("schema", help="write data/schema/*.json from the model")
    options = parser.parse_args(arguments)
    vocabulary()
    if options.command == "check":
        return check(options.folder)
    write_schemas(HOME / "schema")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
