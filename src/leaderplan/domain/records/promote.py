"""What is handed in: documents and what was chosen for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from leaderplan.domain.fields import Kind, OnRemove, Record, entry
from leaderplan.domain.messages import Message, _


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Record):
    """A document being prepared: its layout and how it is to be printed."""

    table: ClassVar[str] = "document"
    one: ClassVar[Message] = _("Document")
    many: ClassVar[Message] = _("Documents")

    title: str = entry(_("Title"), Kind.TEXT, required=True, shared=True)
    layout: str = entry(_("Layout"), Kind.TEXT, required=True, shared=True)
    page: str = entry(_("Page size"), Kind.TEXT, shared=True)
    anonymous: bool = entry(_("Anonymous"), Kind.FLAG)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentItem(Record):
    """That a record stands in a document, and where."""

    table: ClassVar[str] = "document_item"
    title_field: ClassVar[str] = ""
    one: ClassVar[Message] = _("Item")
    many: ClassVar[Message] = _("Items")

    document: str | None = entry(
        _("Document"), Kind.REFERENCE, required=True, refers_to=("document",), on_remove=OnRemove.WITH
    )
    record: str | None = entry(_("Record"), Kind.REFERENCE, required=True, on_remove=OnRemove.WITH)
    position: int | None = entry(_("Position"), Kind.NUMBER, whole=True)
