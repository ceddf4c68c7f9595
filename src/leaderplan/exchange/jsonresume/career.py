"""Posts with their highlights, and projects: the part of a JSON Resume that becomes posts and achievements."""

from __future__ import annotations

from leaderplan.domain.messages import _, _n
from leaderplan.domain.records import Achievement, Evidence, EvidenceKind, Post
from leaderplan.exchange.guard import one_line, prose
from leaderplan.exchange.jsonresume.shape import Project, Work
from leaderplan.exchange.jsonresume.taking import Taking, titled


def take_posts(taking: Taking, entries: tuple[Work, ...], section: str) -> tuple[Post, ...]:
    """A post for each entry, in the order of the file, and an achievement for each highlight."""
    posts = []
    undated = 0
    for index, entry in enumerate(entries):
        path = f"{section}[{index}]"
        taking.look_over(entry, section)
        post = _post(taking, entry, path)
        if post is None:
            continue
        posts.append(post)
        for number, highlight in enumerate(entry.highlights):
            title, whole = titled(highlight)
            if title:
                story = Achievement(id=taking.new_id(), title=title, post=post.id, result=prose(whole))
                undated += taking.take(story, f"{path}.highlights[{number}]") is story
    if undated:
        taking.notes.append(_n(
            "{section}: {count} highlight is an achievement of its post, without a date, since the file gives none.",
            "{section}: {count} highlights are achievements of their posts, without dates, since the file gives none.",
            undated, section=section,
        ))  # fmt: skip
    return tuple(posts)


def _post(taking: Taking, entry: Work, path: str) -> Post | None:
    title, organisation = one_line(entry.position), one_line(entry.employer)
    if not title and not organisation:
        if entry.summary or entry.highlights:
            taking.notes.append(_("{path} names neither post nor employer and is left out.", path=path))
        return None
    if not title or not organisation:
        taking.notes.append(_("{path} names only “{name}”, which stands for post and employer: put it right.",
                              path=path, name=title or organisation))  # fmt: skip
    return taking.take(
        Post(
            id=taking.new_id(),
            title=title or organisation,
            organisation=organisation or title,
            started=taking.day(entry.startDate, f"{path}.startDate"),
            ended=taking.day(entry.endDate, f"{path}.endDate"),
            scope=prose(entry.summary),
        ),
        path,
    )


def take_projects(taking: Taking, entries: tuple[Project, ...], posts: tuple[Post, ...]) -> None:
    """An achievement for each project; its address as evidence."""
    for index, entry in enumerate(entries):
        path = f"projects[{index}]"
        taking.look_over(entry, "projects")
        title, whole = titled(entry.name or entry.description or entry.summary)
        if not title:
            if entry.highlights:
                taking.notes.append(_("{path} has no name and is left out.", path=path))
            continue
        stories = (entry.description, entry.summary, whole) if entry.name else (whole,)
        story = taking.take(
            Achievement(
                id=taking.new_id(),
                title=title,
                started=taking.day(entry.startDate, f"{path}.startDate"),
                ended=taking.day(entry.endDate, f"{path}.endDate"),
                post=_post_at(entry.entity, posts),
                situation="\n\n".join(dict.fromkeys(filter(None, map(prose, stories)))),
                result="\n".join(filter(None, map(prose, entry.highlights))),
                my_part=", ".join(filter(None, map(one_line, entry.roles))),
                tags=tuple(dict.fromkeys(filter(None, map(one_line, entry.keywords)))),
            ),
            path,
        )
        if url := taking.address(entry.url or entry.website, f"{path}.url"):
            link = Evidence(id=taking.new_id(), title=title, kind=EvidenceKind.LINK, url=url, supports=(story.id,))
            taking.take(link, f"{path}.url")


def _post_at(organisation: str, posts: tuple[Post, ...]) -> str | None:
    """The post at an organisation, where it is the only one there."""
    name = one_line(organisation).casefold()
    found = [post.id for post in posts if name and post.organisation.casefold() == name]
    return found[0] if len(found) == 1 else None
