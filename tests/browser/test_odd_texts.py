"""Whatever is typed, pasted or read comes through, and the script counts, digests and writes as Python does."""

from __future__ import annotations

import hashlib
import hmac
import json

from hypothesis import strategies as st

from leaderplan.domain.cleaning import clean
from leaderplan.domain.review.anchor import AROUND, around
from leaderplan.exchange.guard import one_line
from leaderplan.exchange.review import armour
from leaderplan.exchange.review.proof import canonical
from tests.browser.chromium import Tab
from tests.browser.conftest import OpenForm
from tests.browser.manytexts import TEXTS, many
from tests.browser.mentor import answered, plain, save_answer
from tests.exchange.review.asked import KEY, SIGNS, hostile

STORY_NAME = "Claims decided in four days"
ODD = (
    *SIGNS, "👩\u200d👩\u200d👧 é 𝒳", "עברית العربية \u200f", "\u202eturned\u202c \u2066in\u2069",
    "\x00\x01\x07\x1b\x7f\x85", "\ufeff", "\\u0041 \\n \\", '"quoted" ‘and’', "line\nline\ttab",
    "-----END LEADERPLAN ANSWER-----", "{0} %s $& $1", "  blanks around  ",
)  # fmt: skip


def test_an_odd_text_is_taken_in_as_the_reader_cleans_it(open_form: OpenForm) -> None:
    tab = open_form()
    for text in ODD:
        tab.click("button", f"Comment on {STORY_NAME}")
        put_in(tab, "x" + text)
        tab.key("Escape")
    data = save_answer(tab).read_bytes()
    assert [comment.text for comment in answered(data)] == [clean("x" + text) for text in ODD]
    said = [entry["text"] for entry in plain(data)["comments"]]
    assert said == ["x" + text for text in ODD]  # nothing was lost on the way to the file


def put_in(tab: Tab, text: str) -> None:
    """Put a text into the box as a paste does, half characters among it."""
    tab.run(f"""(() => {{
        const box = document.getElementById("e-text");
        box.value = {json.dumps(text)};
        box.dispatchEvent(new Event("input", {{bubbles: true}}));
    }})()""")


def test_half_a_character_is_dropped_and_a_whole_one_is_not(open_form: OpenForm) -> None:
    tab = open_form()
    tab.click("button", f"Comment on {STORY_NAME}")
    put_in(tab, "a\ud83db\udc4d \ud83d\udc4d c")
    tab.key("Escape")
    [comment] = answered(save_answer(tab).read_bytes())
    assert comment.text == "ab 👍 c"


def test_a_text_ends_at_ten_thousand_characters_however_wide_they_are(open_form: OpenForm) -> None:
    tab = open_form()
    tab.click("button", f"Comment on {STORY_NAME}")
    tab.type("👍" * 10_000)
    assert tab.run("document.getElementById('status').textContent") == ""
    tab.type("x")
    assert tab.run("document.getElementById('status').textContent").startswith("A text has room for 10000 characters")
    tab.key("Escape")
    [comment] = answered(save_answer(tab).read_bytes())
    assert comment.text == "👍" * 10_000


def test_a_hostile_plan_does_nothing_and_is_shown_as_it_is(open_form: OpenForm) -> None:
    tab = open_form(hostile())
    assert tab.run("document.querySelectorAll('img, iframe, object, [onclick], [onerror]').length") == 0
    assert tab.run("document.querySelectorAll('script').length") == 3
    tab.click("button", "Comment on the whole plan")
    tab.type("<img src=x onerror=alert(1)>")
    tab.key("Escape")
    assert tab.run("document.querySelector('.said').textContent") == "<img src=x onerror=alert(1)>"
    assert tab.events("Page.javascriptDialogOpening") == []


def test_the_policy_of_the_page_holds_back_what_would_reach_out_or_run(open_form: OpenForm) -> None:
    tab = open_form()
    tried = tab.run("""(async () => {
        const broken = [];
        addEventListener("securitypolicyviolation", (event) => broken.push(event.effectiveDirective));
        const attempt = (act) => { try { act(); return "done"; } catch (error) { return error.name; } };
        const markup = attempt(() => { document.body.innerHTML += "<p>x</p>"; });
        const fetched = await fetch("https://example.org/").then(() => "done", (error) => error.name);
        const image = document.createElement("img");
        image.src = "https://example.org/x.png";
        const style = document.createElement("style");
        style.textContent = "body { display: none }";
        document.head.append(image, style);
        await new Promise((done) => setTimeout(done, 200));
        return [markup, fetched, getComputedStyle(document.body).display, broken.sort()];
    })()""")
    assert tried[:3] == ["TypeError", "TypeError", "block"]
    assert {"connect-src", "img-src", "style-src-elem", "require-trusted-types-for"} <= set(tried[3])
    assert all(
        address.startswith("file:")
        for address in tab.addresses() - {"https://example.org/", "https://example.org/x.png"}
    )
    tab.forgive()


def test_digests_and_proofs_are_those_of_python(open_form: OpenForm) -> None:
    tab = open_form()
    texts = [*ODD, "", *("x" * length for length in (54, 55, 56, 63, 64, 65, 119, 120, 1000)), *many(TEXTS, 300)]
    wanted = [
        [hashlib.sha256(text.encode()).hexdigest(), hmac.digest(bytes.fromhex(KEY), text.encode(), "sha256").hex()]
        for text in texts
    ]
    made = tab.run(f"""{json.dumps(texts)}.map((text) =>
        [hexOf(sha256(utf8(text))), hexOf(hmac(bytesOf("{KEY}"), utf8(text)))])""")
    assert made == wanted
    long = tab.run(f'hexOf(hmac(utf8("k".repeat(65)), utf8("x".repeat(70000)))) + "{KEY}"')
    assert long == hmac.digest(b"k" * 65, b"x" * 70_000, "sha256").hex() + KEY


def test_canonical_json_and_the_text_for_a_mail_are_those_of_python(open_form: OpenForm) -> None:
    tab = open_form()
    values = st.recursive(TEXTS | st.integers(-(2**53) + 1, 2**53 - 1) | st.booleans() | st.none(), lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcdefg_xyz", min_size=1, max_size=6), inner, max_size=4)
    ), max_leaves=12)  # fmt: skip
    plains = [{"held": value} for value in many(values, 200)]
    assert tab.run(f"{json.dumps(plains)}.map(canonical)") == [canonical(value).decode() for value in plains]
    texts = many(TEXTS, 100)
    assert tab.run(f"{json.dumps(texts)}.map((text) => armoured(given.block, text))") == [
        armour.armoured(text.encode()) for text in texts
    ]


def test_a_name_becomes_one_line_as_the_reader_makes_it_one(open_form: OpenForm) -> None:
    tab = open_form()
    texts = [*ODD, "\u00a0 a\r\n\u3000b\x1c \x85\v", *many(TEXTS, 300)]
    assert tab.run(f"{json.dumps(texts)}.map(oneLine)") == [one_line(text) for text in texts]


def test_quoted_words_are_counted_in_characters_as_python_does(open_form: OpenForm) -> None:
    tab = open_form()
    parts = []
    for text, one, other in many(st.tuples(TEXTS, st.integers(0, 300), st.integers(0, 300)), 200):
        start, end = sorted((min(one, len(text)), min(other, len(text))))
        units = [len(text[:place].encode("utf-16-le")) // 2 for place in (start, end)]
        parts.append((text, units, list(around(text, start, end))))
    made = tab.run(f"""{json.dumps([(text, units) for text, units, _wanted in parts])}.map(([text, [start, end]]) => {{
        const {{ quote, prefix, suffix }} = around(text, start, end, {AROUND});
        return [quote, prefix, suffix];
    }})""")
    assert made == [wanted for _text, _units, wanted in parts]
