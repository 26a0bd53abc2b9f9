"""The child process that reads a PDF's words: bytes in, words out. It may die of what it is given."""

from __future__ import annotations

import logging
import sys
from io import BytesIO

import msgspec

from truso.platform.children import limit_resources

ENCRYPTED, UNREADABLE = "encrypted", "unreadable"
MOST_MEMORY = 1 << 30
MOST_SECONDS = 60
MOST_PAGES = 1000
# PostgreSQL indexes about a megabyte of words per text.
MOST_LETTERS = 200_000


class Words(msgspec.Struct, frozen=True):
    """The number of pages, the words of as many as fit, and why nothing could be read."""

    pages: int = 0
    words: str = ""
    problem: str = ""


def read_words(content: bytes) -> Words:
    """Read the words of a PDF; one that opens without a password is read though it is locked against changes."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, WrongPasswordError

    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return Words(problem=ENCRYPTED)
        parts, letters = [], 0
        for page in reader.pages[:MOST_PAGES]:
            parts.append(" ".join(page.extract_text().replace("\x00", " ").split()))
            letters += len(parts[-1]) + 1
            if letters > MOST_LETTERS:
                break
        return Words(len(reader.pages), "\n".join(parts)[:MOST_LETTERS])
    except (DependencyError, FileNotDecryptedError, WrongPasswordError):
        return Words(problem=ENCRYPTED)
    except (MemoryError, RecursionError):
        return Words(problem=UNREADABLE)
    except Exception:  # a damaged file makes the library fail in any way there is
        return Words(problem=UNREADABLE)


if __name__ == "__main__":
    limit_resources(memory=MOST_MEMORY, seconds=MOST_SECONDS)
    # What the library says of a damaged file is of use to nobody.
    logging.disable(logging.CRITICAL)
    sys.stdout.buffer.write(msgspec.json.encode(read_words(sys.stdin.buffer.read())))
