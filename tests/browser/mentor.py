"""What a mentor does in the form, and what the planner's side makes of what they save."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from leaderplan.domain.records import Comment
from leaderplan.domain.review.merging import Merge, merge
from leaderplan.exchange.review import answer
from tests.browser.chromium import SETTLE, Tab
from tests.exchange.review.asked import TODAY, planners, review


def passage(record: str, field: str) -> str:
    """The selector of a passage."""
    return f'[data-record="{record}"] [data-field="{field}"]'


def select(tab: Tab, record: str, field: str, words: str, nth: int = 0) -> None:
    """Select words with the mouse: press before the first, draw, and let go after the last."""
    box = tab.run(f"""(async () => {{
        const passage = document.querySelector({json.dumps(passage(record, field))});
        await ({SETTLE})(passage);
        const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
        let text = walker.nextNode();
        while (!text.data.includes({json.dumps(words)})) text = walker.nextNode();
        let start = -1;
        for (let n = 0; n <= {nth}; n++) start = text.data.indexOf({json.dumps(words)}, start + 1);
        const edge = (from, to) => {{
            const range = document.createRange();
            range.setStart(text, from);
            range.setEnd(text, to);
            return range.getBoundingClientRect();
        }};
        const end = start + {json.dumps(words)}.length;
        const [first, last] = [edge(start, start + 1), edge(end - 1, end)];
        return [first.left + 0.5, first.top + first.height / 2, last.right - 0.5, last.top + last.height / 2];
    }})()""")
    tab.mouse("mouseMoved", box[0], box[1])
    tab.mouse("mousePressed", box[0], box[1])
    tab.call("Input.dispatchMouseEvent", type="mouseMoved", x=box[2], y=box[3], button="left", buttons=1)
    tab.mouse("mouseReleased", box[2], box[3])
    tab.wait_for(f"getSelection().toString().replace(/\\s+/g, ' ') === {json.dumps(words)}")
    tab.wait_for("document.getElementById('offer')?.textContent === 'Comment on these words'")


def fill(tab: Tab, selector: str, text: str) -> None:
    """Put a text in the place of what a box holds."""
    tab.click(selector)
    tab.key("a", ctrl=True)
    tab.type(text)


def comment_on(tab: Tab, name: str, text: str) -> None:
    """Comment on a record as a whole."""
    tab.click("button", f"Comment on {name}")
    tab.type(text)
    tab.click(".editor button", "Done")


def save_answer(tab: Tab) -> Path:
    """Press Save answer."""
    return tab.saved(lambda: tab.click("#bar button", "Save answer"))


def save_page(tab: Tab) -> Path:
    """Press Save this page."""
    return tab.saved(lambda: tab.click("#answer button", "Save this page with my comments"))


def answered(data: bytes) -> tuple[Comment, ...]:
    """The comments of an answer, all of which the planner's side takes for proven, whole and new."""
    made = merged(data)
    assert made.rejected == ()
    assert made.in_file == len(made.new)
    return made.new


def merged(data: bytes, *known: Comment) -> Merge:
    """What an answer does to a plan that holds some comments already."""
    plan = planners()
    found = answer.read(data, "answer", plan)
    assert found.proven is True
    return merge(type(plan).of([*plan, *known]), found, review().plan, TODAY)


def plain(data: bytes) -> dict[str, Any]:
    """The JSON of an answer."""
    made: dict[str, Any] = json.loads(data)
    return made


def status(tab: Tab) -> str:
    """What the form says happened."""
    said: str = tab.run("document.getElementById('status').textContent")
    return said


def counts(tab: Tab) -> str:
    """How many comments there are, and how many are not sent."""
    said: str = tab.run("Array.from(document.getElementById('counts').children, (each) => each.textContent).join(', ')")
    return said
