#!/usr/bin/env python3
"""Draws the icons of both phones from the two SVG files beside it. Needs rsvg-convert
and ImageMagick's convert. The results are checked in, and
tests/phones.rs holds them against the SVG; run this again after changing one.

Android: a vector drawable of the marks, a colour for the ground, and a drawable of one colour for themed icons, in which
what lies inside the first mark becomes a hole. iOS: PNG files, opaque, cropped to what Android shows of the middle."""

import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
RES = HERE.parent / "android" / "res"
IOS = HERE.parent / "ios" / "icons"
# Name and pixels of each file, as Info.plist names them.
IOS_SIZES = {"60x60@2x": 120, "60x60@3x": 180, "76x76@2x~ipad": 152, "83.5x83.5@2x~ipad": 167}
STORE_SIZE = 1024
# Android shows 72 of the 108 units; an iOS icon has no margin of that kind.
SEEN = "18 18 72 72"
SAY = "Drawn by phones/icons/draw.py"


def paths(svg: str) -> list[tuple[str, str]]:
    return re.findall(r'<path id="[a-z]+" fill="(#[0-9A-F]{6})" d="([^"]+)"/>', svg)


def drawable(source: str, marks: list[tuple[str, str]]) -> str:
    lines = "".join(f'    <path android:fillColor="{fill}" android:pathData="{d}"/>\n' for fill, d in marks)
    return (
        f"<!-- {SAY} from {source}. -->\n"
        '<vector xmlns:android="http://schemas.android.com/apk/res/android"\n'
        '    android:width="108dp" android:height="108dp" android:viewportWidth="108" android:viewportHeight="108">\n'
        f"{lines}</vector>\n"
    )


def one_colour(source: str, marks: list[tuple[str, str]]) -> str:
    whole = "".join(d for _, d in marks)
    text = drawable(source, [("#FFFFFFFF", whole)])
    return text.replace("android:pathData", 'android:fillType="evenOdd" android:pathData')


def adaptive(name: str) -> str:
    return (
        f"<!-- {SAY} from {name}.svg. -->\n"
        '<adaptive-icon xmlns:android="http://schemas.android.com/apk/res/android">\n'
        f'    <background android:drawable="@color/{name}_ground"/>\n'
        f'    <foreground android:drawable="@drawable/{name}_mark"/>\n'
        f'    <monochrome android:drawable="@drawable/{name}_themed"/>\n'
        "</adaptive-icon>\n"
    )


def png(svg: str, size: int, to: Path) -> None:
    cropped = svg.replace('width="108" height="108" viewBox="0 0 108 108"', f'width="72" height="72" viewBox="{SEEN}"')
    command = ["rsvg-convert", "--width", str(size), "--height", str(size), "--output", str(to)]
    subprocess.run(command, input=cropped.encode(), check=True)
    # Apple takes no icon with a layer for transparency, used or not.
    subprocess.run(["convert", str(to), "-alpha", "off", "-strip", f"PNG24:{to}"], check=True)


def main() -> None:
    grounds = ""
    for name in ("daybook", "calculator"):
        svg = (HERE / f"{name}.svg").read_text()
        (ground, _), *marks = paths(svg)
        grounds += f'    <color name="{name}_ground">{ground}</color>\n'
        (RES / "drawable" / f"{name}_mark.xml").write_text(drawable(f"{name}.svg", marks))
        (RES / "drawable" / f"{name}_themed.xml").write_text(one_colour(f"{name}.svg", marks))
        (RES / "mipmap-anydpi-v26" / f"{name}.xml").write_text(adaptive(name))
        for label, size in IOS_SIZES.items():
            png(svg, size, IOS / f"{name.capitalize()}{label}.png")
        png(svg, STORE_SIZE, IOS / f"{name.capitalize()}-{STORE_SIZE}.png")
    (RES / "values" / "icon_grounds.xml").write_text(f"<!-- {SAY}. -->\n<resources>\n{grounds}</resources>\n")


if __name__ == "__main__":
    sys.exit(main())
