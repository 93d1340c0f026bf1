"""What is looked for in files before they are published, and how they are opened to look."""

from samverkansgraf.release.gate import Gate, Left, NotReleasedError

__all__ = ["Gate", "Left", "NotReleasedError"]
