"""Signs the program and its disk image, and has Apple look at them, for a publisher who has a Developer ID."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from facts import Program
from macos import entitlements
from macos.machcode import inside_out
from trouble import Runs, must

IDENTITY: Final = "LEADERPLAN_MAC_IDENTITY"
"""The variable with the certificate's name, as in "Developer ID Application: A Name (TEAM)"."""
NOTARY: Final = "LEADERPLAN_MAC_NOTARY_PROFILE"
"""The variable with the name under which ``notarytool store-credentials`` keeps a publisher's login."""


def sign(app: Path, program: Program, work: Path, run: Runs = must, environment: Mapping[str, str] = os.environ) -> str:
    """Sign all in ``app``, from the inside out; what came of it, in a sentence. ``work`` takes what codesign reads."""
    identity = environment.get(IDENTITY, "")
    allowed = entitlements.write(work)
    executables = app / "Contents" / "MacOS"
    for path in inside_out(app):
        options = ["--options", "runtime", "--timestamp"] if identity else []
        if path == app or path.parent == executables:
            options += ["--entitlements", str(allowed)]
        if path == app:
            options += ["--identifier", program.id]
        run("codesign", "--force", "--sign", identity or "-", *options, path)
    run("codesign", "--verify", "--deep", "--strict", app)
    if identity:
        return f"{app.name} is signed by {identity}."
    return (
        f"{app.name} carries no publisher's signature, as {IDENTITY} is not set. macOS runs it only after a person "
        "has allowed that under System Settings, Privacy & Security."
    )


def notarize(image: Path, run: Runs = must, environment: Mapping[str, str] = os.environ) -> str:
    """Sign a disk image, have Apple look at it, and attach the answer; what came of it, in a sentence."""
    identity, profile = environment.get(IDENTITY, ""), environment.get(NOTARY, "")
    if not identity:
        return f"{image.name} is not notarized, as {IDENTITY} is not set."
    run("codesign", "--force", "--sign", identity, "--timestamp", image)
    if not profile:
        return f"{image.name} is signed and not notarized, as {NOTARY} is not set."
    run("xcrun", "notarytool", "submit", image, "--keychain-profile", profile, "--wait")
    run("xcrun", "stapler", "staple", image)
    run("xcrun", "stapler", "validate", image)
    return f"{image.name} is signed by {identity} and notarized."
