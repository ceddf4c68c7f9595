"""The form is for everybody: by keys alone, by ear, on a small screen, enlarged, on paper, and without its script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leaderplan import assets
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Achievement, CommentKind
from leaderplan.exchange.review import form
from tests.browser.chromium import Tab
from tests.browser.conftest import OpenForm
from tests.browser.mentor import answered, comment_on, counts, select, status
from tests.exchange.review.asked import ACTION, LEVELS, SKILL, STORY, number, review

STORY_NAME = "Claims decided in four days"
CONTROLS = {"button", "textbox", "radio", "combobox", "link", "checkbox", "DisclosureTriangle"}


def focus(tab: Tab) -> str:
    """What has the focus, as it is called."""
    name: str = tab.run("""(() => {
        const at = document.activeElement;
        return at.getAttribute("aria-label") || (at.labels?.[0] || at).textContent.trim().slice(0, 60);
    })()""")
    return name


def tab_to(tab: Tab, name: str) -> None:
    """Press Tab until that has the focus, once through the page if need be."""
    for _stop in range(80):
        if focus(tab) == name:
            return
        tab.key("Tab")
    raise AssertionError(f"Tab never comes to {name}")


def nodes(tab: Tab) -> list[dict[str, Any]]:
    """What a screen reader is told of."""
    tab.call("Accessibility.enable")
    found: list[dict[str, Any]] = tab.call("Accessibility.getFullAXTree")["nodes"]
    return [node for node in found if not node["ignored"]]


def named(tab: Tab) -> list[tuple[str, str]]:
    return [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes(tab)]


def test_all_is_done_by_keys_alone(open_form: OpenForm, tmp_path: Path) -> None:
    tab = open_form()
    tab.key("Tab")
    assert focus(tab) == "Skip to the plan"
    tab.key("Enter")
    assert tab.run("document.activeElement.id") == "plan"
    tab_to(tab, f"Comment on {STORY_NAME}")
    tab.key("Enter")
    assert focus(tab) == "Your comment"
    # About a field of it, and words of that, chosen by keys.
    tab.key("Tab", shift=True)
    assert focus(tab).startswith("About")
    choices = tab.run("Array.from(document.activeElement.options, (each) => each.textContent)")
    tab.key("ArrowDown", times=next(n for n, choice in enumerate(choices) if choice.startswith("Action:")))
    tab_to(tab, "Choose words")
    tab.key("Enter")
    tab.key("Tab")
    assert focus(tab) == "Text of Action"
    tab.key("Home", ctrl=True)
    tab.key("ArrowRight", times=3)
    tab.key("ArrowRight", shift=True, times=7)
    tab.type("must not change anything")
    assert tab.run("document.getElementById('e-words').value") == ACTION
    tab_to(tab, "Take the selected words")
    tab.key("Space")
    assert status(tab) == "Taken: “brought”"
    assert focus(tab) == "Your comment"
    tab.type("By keys.")
    tab_to(tab, "Done")
    tab.key("Enter")
    assert tab.run("document.activeElement.className") == "card"
    assert status(tab) == "Kept in this page."
    tab_to(tab, "Edit: By keys.")
    tab.key("Enter")
    assert focus(tab) == "Your comment"
    tab.key("Escape")
    assert tab.run("document.activeElement.className") == "card"
    tab_to(tab, "Rate Telling the story")
    tab.key("Enter")
    tab.key("Space")
    tab.key("ArrowDown", times=2)
    tab.key("Escape")
    tab_to(tab, "Answer as text")
    tab_to(tab, "Save answer")
    [comment, rating] = answered(tab.saved(lambda: tab.key("Enter")).read_bytes())
    assert (comment.field, comment.quote, comment.text) == ("action", "brought", "By keys.")
    assert (rating.kind, rating.record, rating.level) == (CommentKind.RATING, SKILL, LEVELS[2])
    tab_to(tab, "Withdraw: By keys.")
    tab.key("Enter")
    assert counts(tab) == "Written: 1, Not sent yet: 1"
    tab_to(tab, "Undo")
    tab.key("Enter")
    assert counts(tab) == "Written: 2, Not sent yet: 0"


@pytest.mark.parametrize("button", [
    f"Comment on {STORY_NAME}", f"Give a testimonial on {STORY_NAME}", "Rate Telling the story", "Say three words",
])  # fmt: skip
def test_every_control_has_a_name_for_a_screen_reader(open_form: OpenForm, button: str) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, "There.")
    tab.click("#answer button", "Answer as text")
    tab.click("button", button)
    found = named(tab)
    controls = [(role, name) for role, name in found if role in CONTROLS]
    assert [each for each in controls if not each[1].strip()] == []
    assert len(controls) > 25
    once = [name for role, name in controls if role == "button"]
    doubled = {name for name in once if once.count(name) > 1}
    assert doubled <= {"Save answer"}  # in the bar and at the end: the same act


def test_landmarks_headings_and_a_voice_are_there(open_form: OpenForm) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, "There.")
    found = named(tab)
    roles = [role for role, _name in found]
    assert {"banner", "navigation", "main", "status", "region"} <= set(roles)
    headings = [name for role, name in found if role == "heading"]
    assert headings[0] == "Nadia Khan, round 2"
    assert {"The plan as a whole", "Achievements", f"Achievement {STORY_NAME}", "Your answer"} <= set(headings)
    assert tab.run("Array.from(document.querySelectorAll('h1,h2,h3,h4,h5,h6'), (each) => Number(each.tagName[1]))"
                   ".every((rank, n, all) => n === 0 || rank <= all[n - 1] + 1)")  # fmt: skip
    assert tab.run("document.documentElement.lang") == "en-GB"
    assert tab.run("document.title") == "Nadia Khan, round 2"


def test_the_focus_is_seen_and_never_under_the_bar(open_form: OpenForm) -> None:
    tab = open_form(height=700)
    for _stop in range(40):
        tab.key("Tab")
        seen = tab.run("""(() => {
            const at = document.activeElement;
            const box = at.getBoundingClientRect();
            const bar = document.getElementById("bar").getBoundingClientRect();
            const style = getComputedStyle(at);
            return at === document.body || at.closest("#bar") !== null || (style.outlineStyle !== "none"
                && parseFloat(style.outlineWidth) >= 2 && box.bottom <= bar.top && box.top >= 0);
        })()""")
        assert seen, focus(tab)


@pytest.mark.parametrize(("width", "height"), [(360, 640), (640, 400), (320, 256)])  # the others: 200 % and 400 %
def test_nothing_has_to_be_scrolled_sideways(open_form: OpenForm, width: int, height: int) -> None:
    tab = open_form(width=width, height=height)
    comment_on(tab, STORY_NAME, "A-very-long-word-" * 20)
    for button in ("Rate Telling the story", f"Comment on {STORY_NAME}"):
        tab.click("button", button)
        assert tab.run("document.documentElement.scrollWidth <= innerWidth")
    tab.click(".editor button", "Done")
    tab.click("#answer button", "Answer as text")
    assert tab.run("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_pressed_is_large_enough_to_hit(open_form: OpenForm) -> None:
    tab = open_form(width=400)
    comment_on(tab, STORY_NAME, "There.")
    sizes = tab.run("""Array.from(document.querySelectorAll("button, select, input[type=text], summary"),
        (each) => each.getBoundingClientRect())
        .filter((box) => box.width).map((box) => Math.min(box.width, box.height))""")
    assert min(sizes) >= 24  # WCAG 2.2, 2.5.8


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_are_those_of_the_window(open_form: OpenForm, scheme: str) -> None:
    tab = open_form()
    tab.media(prefers_color_scheme=scheme)
    tokens = assets.read_toml(f"themes/{scheme}.toml")["colours"]
    shown = tab.run(
        "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]"
    )
    assert shown == [rgb(tokens["surface"]), rgb(tokens["text"])]
    primary = tab.run("getComputedStyle(document.querySelector('.primary')).color")
    assert primary == rgb(tokens["on_accent"])


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[place : place + 2], 16)) for place in (1, 3, 5))})"


def test_every_colour_that_the_style_names_is_given(open_form: OpenForm) -> None:
    tab = open_form()
    missing = tab.run("""(() => {
        const style = document.querySelector("style").textContent;
        const root = getComputedStyle(document.documentElement);
        const names = Array.from(style.matchAll(/var\\((--[a-z-]+)\\)/g), (found) => found[1]);
        return Array.from(new Set(names)).filter((name) => name !== "--side" && !root.getPropertyValue(name));
    })()""")
    assert missing == []


def test_on_paper_there_are_the_plan_and_the_comments_and_no_buttons(open_form: OpenForm) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, "On paper too.")
    select(tab, STORY, "situation", "ten claims")
    tab.click("#offer")
    tab.type("Which?")
    tab.key("Escape")
    tab.call("Emulation.setEmulatedMedia", media="print")
    assert tab.run("Array.from(document.querySelectorAll('button'), (each) => each.getClientRects().length)"
                   ".every((rects) => rects === 0)")  # fmt: skip
    assert tab.run("Array.from(document.querySelectorAll('.said'), (each) => each.getClientRects().length)") == [1, 1]
    assert tab.run("document.documentElement.scrollWidth <= innerWidth")


def test_it_reads_well_without_its_script(new_tab: Callable[..., Tab], tmp_path: Path) -> None:
    file = tmp_path / "form.html"
    file.write_bytes(form.write(review(), ENGLISH, assets.read_bytes))
    tab = new_tab()
    tab.call("Emulation.setScriptExecutionDisabled", value=True)
    tab.open(file)
    found = named(tab)
    texts = [name for _role, name in found]
    assert any("you can read the plan, but not answer in this page" in text for text in texts)
    assert any("They are decided while the caller is on the line." in text for text in texts)
    assert not any(role == "button" for role, _name in found)


def test_a_thousand_records_are_there_at_once(open_form: OpenForm) -> None:
    stories = [
        Achievement(id=number(1000 + n), title=f"Story {n}", situation="It took weeks. " * 20, action="I did it. " * 40)
        for n in range(1000)
    ]
    tab = open_form(review(stories))
    ready = tab.run("performance.timing.loadEventEnd - performance.timing.navigationStart")
    assert ready < 5_000  # some 500 on a machine with nothing else to do
    typed = tab.run("""(async () => {
        document.querySelector("[aria-label='Comment on Story 500']").click();
        const area = document.getElementById("e-text");
        const begun = performance.now();
        for (let n = 0; n < 20; n++) {
            area.value += "x";
            area.dispatchEvent(new Event("input", { bubbles: true }));
        }
        await new Promise(requestAnimationFrame);
        return (performance.now() - begun) / 20;
    })()""")
    assert typed < 100  # milliseconds a key; some 2
    tab.key("Escape")
    assert counts(tab) == "Written: 1, Not sent yet: 1"
