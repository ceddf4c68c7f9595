from __future__ import annotations

import re
import tomllib
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import distributions
from facts import ROOT
from leaderplan import licences

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
OUT = distributions._OUT


def wanted_by(name: str) -> list[Requirement]:
    """What pip would install for a package that is asked for without extras."""
    asked = map(Requirement, distribution(name).requires or [])
    return [one for one in asked if one.marker is None or one.marker.evaluate({"extra": ""})]


def direct() -> set[str]:
    asked = map(Requirement, PROJECT["project"]["dependencies"])
    return {canonicalize_name(one.name) for one in asked if one.marker is None or one.marker.evaluate()}


def test_it_is_what_pip_installs_with_the_program_and_nothing_else() -> None:
    reached: set[str] = set()
    latest: set[str] = direct()
    while latest:
        reached |= latest
        latest = {str(canonicalize_name(one.name)) for name in latest for one in wanted_by(name)} - reached - OUT
    assert distributions.runtime() == reached and len(reached) > len(direct()) > 8
    assert {"pillow", "shiboken6", "typing-extensions"} <= reached, "what is asked for at second and third hand"


def test_no_package_asks_for_an_extra_as_none_is_followed() -> None:
    assert [one for name in distributions.runtime() for one in wanted_by(name) if one.extras] == []


def test_each_is_one_that_the_lock_pins() -> None:
    locked = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = {canonicalize_name(name) for name in re.findall(r"^([\w.-]+)==", locked, re.MULTILINE)}
    assert distributions.runtime() <= pinned


def test_no_development_package_is_among_them() -> None:
    development = {canonicalize_name(Requirement(one).name) for one in PROJECT["dependency-groups"]["dev"]}
    assert {"pytest", "hypothesis", "mypy", "pyinstaller"} <= development
    assert distributions.runtime() & (development | {"librt", "coverage", "pip", "leaderplan"}) == set()


def test_what_is_left_out_is_asked_for_by_one_alone_and_never_imported() -> None:
    asking = {name for name in distributions.runtime() for one in wanted_by(name) if canonicalize_name(one.name) in OUT}
    assert asking == {"sqlite-utils"}
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    imported = set(re.findall(r"^\s*(?:import|from) (\w+)", sources, re.MULTILINE))
    owners = packages_distributions()
    used = {canonicalize_name(owner) for top in imported for owner in owners.get(top, [])}
    assert used - {"leaderplan"} <= distributions.runtime() and "click" in used


def test_what_pip_knows_of_each_goes_into_the_bundle_and_no_file_twice() -> None:
    chosen = distributions.metadata()
    places = [(place, Path(file).name) for file, place in chosen]
    assert len(set(places)) == len(places) and all(Path(file).is_file() for file, _place in chosen)
    named = {
        canonicalize_name(place.partition("-")[0]) for place, name in places if name == "METADATA" and "/" not in place
    }
    assert named == distributions.runtime()
    assert not {"INSTALLER", "REQUESTED", "direct_url.json"} & {name for _place, name in places}


def test_with_each_goes_the_text_of_its_licence_or_the_program_has_it() -> None:
    texts = re.compile(r"(LICEN[CS]E|COPYING|NOTICE)|/licenses", re.IGNORECASE)
    brought = {
        canonicalize_name(place.partition("-")[0])
        for file, place in distributions.metadata()
        if texts.search(f"{place}/{Path(file).name}".partition("/")[2])
    }
    ours = {canonicalize_name(work.package) for work in licences.works() if work.package and work.texts}
    assert distributions.runtime() - brought - ours == set()
    assert len(brought) > 15 and {"pyside6-essentials", "shiboken6"} <= ours
