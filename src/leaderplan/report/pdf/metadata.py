"""What the file says about itself: title, author, language and that it is PDF/UA-1 (XMP, ISO 16684-1)."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from pikepdf import Dictionary, Name, Pdf, String

from leaderplan import __version__
from leaderplan.report.pdf.text import printable
from leaderplan.report.tree import Document

_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def describe(pdf: Pdf, document: Document) -> None:
    """Write the metadata of ``document`` into ``pdf``; there is no date in it, so that equal documents are equal."""
    title = " ".join(printable(document.title).split()) or "LeaderPlan"
    packet = _PACKET.format(
        title=escape(title),
        author=escape(" ".join(printable(document.author).split())),
        language=quoteattr(document.language)[1:-1],
        producer=f"LeaderPlan {__version__}",
    )
    stream = pdf.make_stream(packet.encode("utf-8", "replace"))
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = stream
    pdf.Root.Lang = String(document.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if "/Info" in pdf.trailer:
        del pdf.trailer.Info
