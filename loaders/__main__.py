"""`python -m loaders check [DIR]` prints every problem of the records under DIR; `schema` writes the JSON Schemas."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from loaders.audits import audit
from loaders.dataset import find_pairs, load_dataset
from loaders.model import FOLDERS
from loaders.schema import write_schemas
from loaders.vocabulary import vocabulary

HOME = Path(__file__).resolve().parent.parent / "data"


def check(root: Path) -> int:
    """Print the problems, the findings of the audits and the counts of each pair.

    Returns 0 if there is nothing to mend, 1 if there is, 2 if there is no pair.
    """
    folders = find_pairs(root)
    if not folders:
        print(f"{root}:1: folder: holds no pair: add a folder with a pair.yaml, such as data/aze-kaz/pair.yaml")
        return 2
    to_mend = 0
    for folder in folders:
        dataset = load_dataset(folder)
        # What was left out may be what the audits would miss: they wait until everything loads.
        problems = [*dataset.problems, *([] if dataset.left_out else audit(dataset))]
        for problem in problems:
            print(problem)
        plurals = {kind: folder for folder, kind in FOLDERS.items()}
        counts = [f"{number} {kind if number == 1 else plurals[kind]}" for kind, number in dataset.counts().items()]
        print(f"{dataset.name}: {', '.join(counts)}; {dataset.left_out} left out")
        to_mend += len(problems)
    return 1 if to_mend else 0


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
