"""The command line: each command parses, calls one public function and prints."""

from samverkansgraf.cli.main import main

__all__ = ["main"]
