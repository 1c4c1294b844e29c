"""Technologies of social work: load, check, score and show the course's quiz banks."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
