"""Reading the words of documents, so that a search finds them: in a child process with little memory and time."""

from __future__ import annotations

import subprocess
import sys
from threading import BoundedSemaphore

import msgspec
from django.db import transaction

from truso.modules.catalog.document_child import UNREADABLE, Words
from truso.modules.catalog.models import Document, DocumentText
from truso.platform import clock
from truso.platform.children import python_environment
from truso.platform.jobs import enqueue_many, periodic, task

TIMEOUT_SECONDS = 90
MISSING = "missing"
PORTION = 500
# So many at once in one process; others wait their turn.
_turns = BoundedSemaphore(2)


def read_content(content: bytes) -> Words:
    """Return the words of a PDF; `problem` says why there are none."""
    try:
        with _turns:
            child = subprocess.run(
                [sys.executable, "-m", "truso.modules.catalog.document_child"],
                input=content,
                capture_output=True,
                timeout=TIMEOUT_SECONDS,
                env=python_environment(),
                check=False,
            )
        return msgspec.json.decode(child.stdout, type=Words) if child.returncode == 0 else Words(problem=UNREADABLE)
    except (subprocess.TimeoutExpired, msgspec.DecodeError):
        return Words(problem=UNREADABLE)


@task("catalog.read_document")
def read_document(document: int) -> None:
    """Read a document's words from its file and keep them. One that is gone, or has no file, is left alone."""
    found = Document.objects.filter(pk=document).exclude(file="").first()
    if found is None:
        return
    try:
        with found.file.open("rb") as file:
            words = read_content(file.read())
    except FileNotFoundError:
        words = Words(problem=MISSING)
    with transaction.atomic():
        # The file may have been replaced meanwhile: that one's words come by their own job.
        if not Document.objects.select_for_update().filter(pk=document, file=found.file.name).exists():
            return
        DocumentText.objects.update_or_create(
            document_id=document,
            defaults={
                "pages": words.pages,
                "words": words.words,
                "problem": words.problem,
                "read_at": clock.now(),
            },
        )


@periodic("catalog.read_documents", "10 1 * * *")
def read_documents() -> None:
    """Have those read that nobody has read yet, such as documents older than the library: a portion each night."""
    unread = Document.objects.filter(text=None).exclude(file="").order_by("pk")
    keys = unread.values_list("pk", flat=True)[:PORTION]
    enqueue_many("catalog.read_document", [({"document": key}, f"document:{key}") for key in keys])
