from __future__ import annotations

import base64
import json
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.policy import default
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.errors import UserError
from leaderplan.exchange.review import armour
from leaderplan.exchange.review.armour import BEGIN, END, WIDTH, armoured, json_in
from tests.exchange.review.sent import altered, answered, remark

DATA = answered(remark(1, "Tŷ 😀 “quoted” </script>"))
PLAIN: Any = json.loads(DATA)


def found(text: str | bytes) -> Any:
    return json_in(text.encode() if isinstance(text, str) else text, "mail.txt")


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=40), max_size=4))
def test_whatever_is_armoured_comes_out_again(plain: dict[str, str]) -> None:
    assert found(armoured(json.dumps(plain).encode())) == plain


def test_no_line_is_longer_than_mails_allow_and_no_sign_is_one_that_they_change() -> None:
    lines = armoured(DATA).splitlines()
    assert (lines[0], lines[-1]) == (BEGIN, END)
    assert max(map(len, lines[1:-1])) == WIDTH
    assert "".join(lines[1:-1]).replace("-", "a").replace("_", "a").isalnum()


@pytest.mark.parametrize(
    "mangled",
    [
        lambda text: text,
        lambda text: "Dear Rhian,\n\n" + text + "\n-- \nNadia",
        lambda text: "".join(f"> > {line}\r\n" for line in text.splitlines()),
        lambda text: text.replace("\n", "\r\n\r\n"),
        lambda text: text.replace("\n", " \u00a0\n\t"),
        lambda text: text.replace("\n", "<br>\n"),
        lambda text: "".join(f'<div class="x">&gt;&nbsp;{line}<br></div>' for line in text.splitlines()),
        lambda text: text.replace("\n", " <nadia@example.org> \n", 5),
        lambda text: text.replace("LEADERPLAN ANSWER", "LEADERPLAN\r\n> ANSWER"),
        lambda text: f"Nadia wrote: the mark is\n{BEGIN}\nand this is it:\n{text}",
        lambda text: "Note: this is it\n" + text,
        lambda text: "\ufeff" + text,
    ],
)
def test_what_mail_programs_put_in_between_is_passed_over(mangled: Any) -> None:
    assert found(mangled(armoured(DATA))) == PLAIN


def test_of_several_the_one_that_was_written_last_is_meant() -> None:
    older = altered(DATA, written_at="2026-03-01T00:00:00Z")
    for first, second in ((older, DATA), (DATA, older)):
        assert found(armoured(first) + "\n> " + armoured(second))["written_at"] == PLAIN["written_at"]


def test_one_that_was_cut_off_is_passed_over_where_another_is_whole() -> None:
    cut = armoured(altered(DATA, written_at="2099-03-01T00:00:00Z")).splitlines()
    broken = "\n".join([*cut[:3], cut[-1]])
    for text in (
        f"{broken}\n{armoured(DATA)}",
        f"{armoured(DATA)}\n{broken}",
        f"Subject: x\n\n{broken}\n\n{armoured(DATA)}",
    ):
        assert found(text) == PLAIN


def html(text: str) -> str:
    """The text as mail programs write it."""
    lines = "\n".join(f"<div>{line.replace(' ', '&nbsp;')}<br></div>" for line in text.splitlines())
    return f'<html><head><style>p {{ margin: 0 }}</style></head><body dir="ltr">{lines}</body></html>\n'


@pytest.mark.parametrize("encoding", ["7bit", "base64", "quoted-printable"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("kind", ["text", "both", "HTML", "cut off in the text", "text in a mail"])
def test_a_mail_is_read_as_mail_programs_write_it(encoding: Any, line_end: str, kind: str) -> None:
    text = "Dear Rhian\n\n" + armoured(DATA) + "\nNadia\n"
    message = EmailMessage(policy=default.clone(linesep=line_end))
    message["From"], message["Subject"] = "Nadia Khan <nadia@example.org>", "Your plan"
    if kind == "HTML":
        message.set_content(html(text), subtype="html", cte=encoding)
    else:
        message.set_content(text[:150] + END if kind.startswith("cut off") else text, cte=encoding)
    if kind in ("both", "cut off in the text"):
        message.add_alternative(html(text), subtype="html", cte=encoding)
    if kind == "text in a mail":
        outer = EmailMessage(policy=message.policy)
        outer["Subject"] = "Fwd: Your plan"
        outer.set_content("See below.")
        outer.add_attachment(message)
        message = outer
    message.add_attachment(b"\x89PNG" * 5_000, maintype="image", subtype="png", filename="x.png")
    assert found(message.as_bytes()) == PLAIN


def test_a_mail_that_wraps_its_html_within_the_marks_is_read() -> None:
    text = html(armoured(DATA)).replace("&nbsp;", "\n")
    assert found(f"Content-Type: text/html\n\n{text}") == PLAIN


@pytest.mark.parametrize(
    ("kind", "name", "is_read"),
    [
        ("vnd.leaderplan.answer", "a.leaderplan-answer", True),
        ("octet-stream", "Dylan’s plan.leaderplan-answer", True),
        ("json", "", True),
        ("octet-stream", "setup.exe", False),
        ("zip", "a.leaderplan-answer", False),
    ],
)
def test_of_the_attachments_only_those_that_may_be_answers_are_read(kind: str, name: str, is_read: bool) -> None:
    message = EmailMessage()
    message["Subject"] = "Your plan"
    message.set_content("See the file.")
    message.add_attachment(DATA, maintype="application", subtype=kind, filename=name or None)
    if is_read:
        assert found(message.as_bytes()) == PLAIN
    else:
        with pytest.raises(UserError, match="no answer"):
            found(message.as_bytes())


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
def test_a_saved_mail_holds_it_in_its_text(encoding: str) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Your plan"
    mail.set_content("Dear Rhian\n" + armoured(DATA), cte=encoding)
    assert found(mail.as_bytes()) == PLAIN


def test_a_saved_mail_holds_it_as_its_attachment() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Your plan"
    mail.set_content("See the file.")
    mail.add_attachment(DATA, maintype="application", subtype="vnd.leaderplan.answer", filename="a.leaderplan-answer")
    assert found(mail.as_bytes()) == PLAIN


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: Hello\n\nNothing here.",
        b"Subject: x\nContent-Type: text/plain; charset=nobody-knows\nContent-Transfer-Encoding: base64\n\n!!!",
        b"Subject: x\nContent-Type: multipart/mixed; boundary=\n\n--\n",
        f"{BEGIN}\nabc".encode(),
        BEGIN.encode() + END.encode(),
    ],
)
def test_a_text_without_an_answer_is_refused(data: bytes) -> None:
    with pytest.raises(UserError):
        found(data)


def test_parts_within_parts_without_end_are_refused() -> None:
    mail = MIMEMultipart()
    for _depth in range(600):
        outer = MIMEMultipart()
        outer.attach(mail)
        mail = outer
        if _depth > 60:
            break
    text = b"Subject: x\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000)
    )
    with pytest.raises(UserError):
        found(text)
    with pytest.raises(UserError):
        found(mail.as_bytes())


def test_a_mail_of_more_than_30_mb_is_refused() -> None:
    with pytest.raises(UserError, match="larger than 30 MB"):
        found(b"Subject: x\n\n" + b"x" * 30_000_000 + armoured(DATA).encode())


def test_a_block_that_was_cut_off_or_changed_is_said() -> None:
    lines = armoured(DATA).splitlines()
    with pytest.raises(UserError):
        found("\n".join([*lines[:3], END]))
    with pytest.raises(UserError):
        found("\n".join([BEGIN, "=" + base64.b64encode(b"\xff\xfe").decode(), END]))


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(armour, "LARGEST_JSON", 100)
    for data in (DATA, armoured(DATA)):
        with pytest.raises(UserError, match="larger than"):
            found(data)
