"""What a run of faults came to."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Tally:
    """How many faults of one kind there were, and each that did harm with a text that says which."""

    what: str
    count: int = 0
    corrupt: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    seconds: float = 0.0
    note: str = ""

    @property
    def sound(self) -> bool:
        """Whether there were faults at all, and none did harm."""
        return self.count > 0 and not self.corrupt and not self.lost

    @property
    def line(self) -> str:
        """A row of a table."""
        return (
            f"| {self.what} | {self.count:,} | {len(self.corrupt)} | {len(self.lost)} | {self.seconds:.0f} s |"
            f" {self.note} |"
        )
