"""What Finder and Launch Services read of the program: the values of its Info.plist.

https://developer.apple.com/documentation/bundleresources/information-property-list
"""

from __future__ import annotations

from typing import Final

from facts import Facts, FileType, Program, parts

OLDEST_MACOS: Final = "13.0"
"""What Qt 6.11 needs at least. https://doc.qt.io/qt-6.11/macos.html"""


def values(facts: Facts, icon: str) -> dict[str, object]:
    """The values for PyInstaller's BUNDLE(info_plist=…); ``icon`` is the file name of the .icns in Resources."""
    program = facts.program
    return {
        "CFBundleIdentifier": program.id,
        "CFBundleName": program.name,
        "CFBundleDisplayName": program.name,
        "CFBundleShortVersionString": facts.version,
        "CFBundleVersion": ".".join(str(number) for number in parts(facts.version)[:3]),
        "CFBundleDevelopmentRegion": "en",
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": OLDEST_MACOS,
        # PyInstaller hides a program from the Dock that prints, which ours does for its commands.
        "LSBackgroundOnly": False,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"{program.maintainer.partition(' <')[0]}, MIT License",
        "CFBundleDocumentTypes": [_document(program, one, icon) for one in facts.file_types],
        "UTExportedTypeDeclarations": [_type(program, one, icon) for one in facts.file_types],
    }


def type_identifier(program: Program, file_type: FileType) -> str:
    """How macOS calls a kind of file."""
    return f"{program.id}{file_type.suffix}"


def _document(program: Program, file_type: FileType, icon: str) -> dict[str, object]:
    return {
        "CFBundleTypeName": file_type.name,
        "CFBundleTypeRole": "Viewer",  # it takes the file in, and never writes into it
        "CFBundleTypeIconFile": icon,
        "LSHandlerRank": "Owner",
        "LSItemContentTypes": [type_identifier(program, file_type)],
    }


def _type(program: Program, file_type: FileType, icon: str) -> dict[str, object]:
    return {
        "UTTypeIdentifier": type_identifier(program, file_type),
        "UTTypeDescription": file_type.name,
        "UTTypeConformsTo": ["public.data"],
        "UTTypeIconFile": icon,
        "UTTypeReferenceURL": program.home,
        "UTTypeTagSpecification": {
            "public.filename-extension": [file_type.suffix.removeprefix(".")],
            "public.mime-type": [file_type.mime],
        },
    }
