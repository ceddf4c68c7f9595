"""The two ways in which work ends early that are nobody's bug."""

from leaderplan.domain.messages import Message


class UserError(Exception):
    """Something the person can mend: what happened, and what to do about it.

    Both parts are whole sentences; whoever shows them renders both in the person's language.
    """

    def __init__(self, happened: Message, todo: Message) -> None:
        super().__init__(happened, todo)
        self.happened = happened
        self.todo = todo

    def __str__(self) -> str:
        return f"{self.happened} {self.todo}"


class Gone(UserError):
    """What is being worked on was moved or replaced: it has to be opened again."""


class Cancelled(Exception):
    """The person stopped a piece of work; nothing needs to be said about it."""
