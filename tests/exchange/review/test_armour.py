from __future__ import annotations

import base64
import json
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
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
        lambda text: text.replace("\n", "<br>\n").replace("<br>", "  "),
        lambda text: "\ufeff" + text,
    ],
)
def test_what_mail_programs_put_in_between_is_passed_over(mangled: Any) -> None:
    assert found(mangled(armoured(DATA))) == PLAIN


def test_of_several_the_one_that_was_written_last_is_meant() -> None:
    older = altered(DATA, written_at="2026-03-01T00:00:00Z")
    for first, second in ((older, DATA), (DATA, older)):
        assert found(armoured(first) + "\n> " + armoured(second))["written_at"] == PLAIN["written_at"]


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
