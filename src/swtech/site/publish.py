"""Put a finished folder in the place of the published one, so that a reader never meets half a site."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2


def staging_of(output: Path) -> Path:
    """Return the folder beside *output* in which the next site is assembled."""
    return output.with_name(output.name + ".new")


def retired_of(output: Path) -> Path:
    """Return where *output* waits for a moment while the new site takes its place."""
    return output.with_name(output.name + ".old")


def recover(output: Path) -> None:
    """Mend what a killed build left: bring back a site that was moved aside, and clear the staging folder.

    Call it under the build's lock.
    """
    retired = retired_of(output)
    if retired.exists():
        if output.exists():
            shutil.rmtree(retired)
        else:
            retired.rename(output)
    shutil.rmtree(staging_of(output), ignore_errors=True)


def swap(output: Path) -> None:
    """Publish the staging folder as *output*: in one step where the system can, else in two with recovery."""
    staging, retired = staging_of(output), retired_of(output)
    if not output.exists():
        staging.rename(output)
        return
    if _exchange(staging, output):
        shutil.rmtree(staging)
        return
    output.rename(retired)
    staging.rename(output)
    shutil.rmtree(retired)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically; False where the kernel or the file system has no such call."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)
