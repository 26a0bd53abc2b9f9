"""What a browser says about a page: what broke, what sticks out at the side, what axe finds."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE_OPTIONS = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": WCAG}}
# The first thing that reaches past the right edge of the page, or nothing. What scrolls in a box of its own may.
STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return "";
  for (const element of document.querySelectorAll("body *")) {
    const box = element.getBoundingClientRect();
    let frame = element.parentElement;
    while (frame && getComputedStyle(frame).overflowX === "visible") frame = frame.parentElement;
    if (frame && frame !== document.body && frame !== document.documentElement) continue;
    if (box.width && box.right > width + 1) return `${element.tagName}.${element.className} ends at ${Math.round(box.right)}`;
  }
  return "the page scrolls sideways";
}"""
FRESH_AXE = Axe()


class Watched:
    """A page whose every error is kept: scripts, policy, requests that failed, answers from 500 up."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.broken: list[str] = []
        page.on("pageerror", lambda error: self.broken.append(f"script: {error}"))
        page.on("console", self._heard)
        page.on("requestfailed", self._failed)
        page.on("response", lambda answer: answer.status >= 500 and self.broken.append(f"{answer.status} {answer.url}"))

    def _heard(self, message: Any) -> None:
        # Chromium also says so of every answer from 400 up: a page asked for in vain is not an error of the page.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.broken.append(f"console: {message.text}")

    def _failed(self, request: Any) -> None:
        # Leaving a page stops what was still loading.
        if "ERR_ABORTED" not in (request.failure or ""):
            self.broken.append(f"{request.failure} {request.url}")


def sticking_out(page: Any) -> str:
    """Return what makes the page scroll sideways, or nothing."""
    return str(page.evaluate(STICKING_OUT))


def axe_findings(page: Any) -> list[str]:
    """Return each break of WCAG 2.2 A and AA with the first places."""
    found = FRESH_AXE.run(page, options=AXE_OPTIONS).response["violations"]
    return [f"{one['id']}: " + "; ".join(str(node["target"][0]) for node in one["nodes"][:3]) for one in found]
