"""Plans for the commands to work on."""

from __future__ import annotations

from tests.commandline import plan, sample, templates

__all__ = ["plan", "sample", "templates"]
