"""The structure tree in the file: elements, the parent tree, links and bookmarks (ISO 32000-1, 14.7; ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

from leaderplan.report.pdf.sheet import Bookmark
from leaderplan.report.pdf.tags import Area, Content, Node

_KEPT = ("Table", "TR", "TH", "TD")  # a cell without content is a cell all the same


class Tagger:
    """Writes the elements below ``root`` into ``pdf``. ``places`` says on which page each target stands, and where."""

    def __init__(self, pdf: Pdf, places: Mapping[str, tuple[int, float]]) -> None:
        self._pdf = pdf
        self._places = places
        self._pages: list[Object] = [page.obj for page in pdf.pages]
        self._parents: list[dict[int, Object]] = [{} for _page in self._pages]
        self._annotations: list[list[Object]] = [[] for _page in self._pages]
        self._links: list[Object] = []
        self._named: dict[str, Object] = {}

    def write(self, root: Node) -> None:
        """Write the whole tree."""
        top = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = Array([self._element(root, top)])
        numbers: list[Object | int] = []
        for place, page in enumerate(self._pages):
            parents = self._parents[place]
            numbers += [place, self._pdf.make_indirect(Array([parents[number] for number in range(len(parents))]))]
            page.StructParents = place
            page.Tabs = Name.S
            if self._annotations[place]:
                page.Annots = Array(self._annotations[place])
        for place, element in enumerate(self._links):
            numbers += [len(self._pages) + place, element]
        if self._named:
            pairs = [part for id, element in sorted(self._named.items()) for part in (String(id), element)]
            top.IDTree = self._pdf.make_indirect(Dictionary(Names=Array(pairs)))
        top.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        top.ParentTreeNextKey = len(self._pages) + len(self._links)
        self._pdf.Root.StructTreeRoot = top
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, node: Node, parent: Object) -> Object:
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + node.role), P=parent))
        if node.role == "Figure":
            element.Alt = String(node.alternative)
        if node.id and node.id not in self._named:
            element.ID = String(node.id)
            self._named[node.id] = element
        attributes = _attributes(node)
        if attributes is not None:
            element.A = attributes
        kids: list[Object | int] = []
        page: Object | None = None
        for kid in node.kids:
            if isinstance(kid, Node):
                if kid.filled or kid.role in _KEPT or kid.id:
                    kids.append(self._element(kid, element))
            elif isinstance(kid, Content):
                here = self._pages[kid.page]
                page = here if page is None else page
                self._parents[kid.page][kid.number] = element
                kids.append(kid.number if here is page else Dictionary(Type=Name.MCR, Pg=here, MCID=kid.number))
            else:
                kids.append(self._annotation(node, kid, element))
        if page is not None:
            element.Pg = page
        element.K = Array(kids)
        return element

    def _annotation(self, node: Node, area: Area, element: Object) -> Object:
        link = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(edge, 2) for edge in area.box]),
            Border=Array([0, 0, 0]),
            Contents=String(node.alternative),
            F=4,
            StructParent=len(self._pages) + len(self._links),
        )
        if node.address:
            link.A = Dictionary(S=Name.URI, URI=String(node.address))
        else:
            link.Dest = self._destination(*self._places[node.target])
        annotation = self._pdf.make_indirect(link)
        self._annotations[area.page].append(annotation)
        self._links.append(element)
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self._pages[area.page])

    def _destination(self, page: int, y: float) -> Array:
        return Array([self._pages[page], Name.XYZ, 0, round(y, 2), 0])

    def bookmarks(self, marks: Sequence[Bookmark]) -> None:
        """Write the outline; stories are folded under their sections."""
        with self._pdf.open_outline() as outline:
            for mark in marks:
                item = OutlineItem(mark.text, self._destination(mark.page, mark.y))
                if mark.level and outline.root:
                    item.is_closed = True
                    outline.root[-1].children.append(item)
                else:
                    item.is_closed = True
                    outline.root.append(item)
        if marks:
            self._pdf.Root.PageMode = Name.UseOutlines


def _attributes(node: Node) -> Object | None:
    if node.role == "TH":
        column = Dictionary(O=Name.Table, Scope=Name.Row if node.span > 1 else Name.Column)
        if node.span > 1:
            column.ColSpan = node.span
        return column
    if node.stroke is not None:
        decoration = Name.LineThrough if node.stroke == "through" else Name.Underline
        return Dictionary(O=Name.Layout, TextDecorationType=decoration)
    if node.role == "Figure" and node.box is not None:
        box = Array([round(edge, 2) for edge in node.box])
        return Dictionary(O=Name.Layout, BBox=box, Placement=Name.Block)
    return None
