"""The `truso` command line: what it can do, and one clear sentence when it can't."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from truso.commands import data, demo, serve
from truso.commands.environment import CommandError, explain


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; a foreseeable failure ends with a sentence on standard error and exit code 1."""
    parser = argparse.ArgumentParser(prog="truso", description="One catalog, one stock, two ways to buy.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for module in (serve, demo, data):
        module.add_commands(commands)
    # Before the command or after it: script/demo passes on what follows.
    parser.add_argument("--home", help="folder of the data (default: var beside the program, or TRUSO_HOME)")
    for command in commands.choices.values():
        command.add_argument("--home", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.home:
        os.environ["TRUSO_HOME"] = options.home
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "truso.config.settings")
    try:
        code = options.run(options)
    except CommandError as problem:
        sys.stderr.write(f"truso: {problem}\n")
        code = 1
    except KeyboardInterrupt:
        code = 130
    except Exception as problem:
        sentence = explain(problem)
        if sentence is None:
            raise
        sys.stderr.write(f"truso: {sentence}\n")
        code = 1
    sys.exit(code or 0)
