"""A Chromium for the tests: the system's if there is one, else Playwright's own, else the platform's package.

`python -m tests.provide_browser` gets one, or fails and says what to install; nothing is skipped without it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SYSTEM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FAILED = """No Chromium for the browser tests. Install one, then run the tests again:
  Debian, Ubuntu:  sudo apt-get install chromium
  Fedora:          sudo dnf install chromium
  macOS:           brew install --cask chromium
  any:             .venv/bin/python -m playwright install chromium"""


def find() -> str | None:
    """The browser's path: BROWSER_PATH, the system's, or Playwright's downloaded one."""
    named = os.environ.get("BROWSER_PATH")
    if named:
        return named
    found = next((path for name in SYSTEM if (path := shutil.which(name))), None)
    if found:
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def provide() -> str:
    """Find a browser or install one. Exits with what to do where that fails."""
    attempts = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get"):
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        attempts += [[*sudo, "apt-get", "update", "-qq"], [*sudo, "apt-get", "install", "-y", "-qq", "chromium"]]
    for attempt in attempts:
        if path := find():
            return path
        subprocess.run(attempt, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    path = find()
    if path is None:
        sys.exit(FAILED)
    return path


if __name__ == "__main__":
    print(f"Browser: {provide()}")
