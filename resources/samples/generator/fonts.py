# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0
"""The fonts of the made pages, and the proof that they can write Vietnamese.

Liberation 2 (Debian: fonts-liberation2) has every precomposed Vietnamese letter; Liberation 1 has
not, and Pillow would silently draw boxes. So each face's character map is read before it is used.
"""

import functools
import os
import struct
import unicodedata

from PIL import ImageFont

FOLDER = os.environ.get("SOHOA_FONTS", "/usr/share/fonts/truetype/liberation2")

FACES = {
    ("serif", ""): "LiberationSerif-Regular.ttf",
    ("serif", "b"): "LiberationSerif-Bold.ttf",
    ("serif", "i"): "LiberationSerif-Italic.ttf",
    ("serif", "bi"): "LiberationSerif-BoldItalic.ttf",
    ("sans", ""): "LiberationSans-Regular.ttf",
    ("sans", "b"): "LiberationSans-Bold.ttf",
    ("sans", "i"): "LiberationSans-Italic.ttf",
    ("sans", "bi"): "LiberationSans-BoldItalic.ttf",
    ("mono", ""): "LiberationMono-Regular.ttf",
    ("mono", "b"): "LiberationMono-Bold.ttf",
    ("mono", "i"): "LiberationMono-Italic.ttf",
    ("mono", "bi"): "LiberationMono-BoldItalic.ttf",
}


def vietnamese_letters():
    """All precomposed Vietnamese letters, both cases."""
    letters = set("đĐ")
    for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY":
        letters.add(base)
        for mark in "\u0300\u0301\u0303\u0309\u0323":
            letters.add(unicodedata.normalize("NFC", base + mark))
    return letters


def mapped_code_points(path):
    """The code points a TrueType file maps to a real glyph (cmap formats 4 and 12)."""
    with open(path, "rb") as handle:
        data = handle.read()
    tables = {}
    for i in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * i)
        tables[tag] = offset
    cmap = tables[b"cmap"]
    found = set()
    for i in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        platform, _, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * i)
        if platform not in (0, 3):
            continue
        at = cmap + offset
        kind = struct.unpack_from(">H", data, at)[0]
        if kind == 4:
            count = struct.unpack_from(">H", data, at + 6)[0] // 2
            ends = struct.unpack_from(f">{count}H", data, at + 14)
            starts = struct.unpack_from(f">{count}H", data, at + 16 + 2 * count)
            deltas = struct.unpack_from(f">{count}H", data, at + 16 + 4 * count)
            ranges_at = at + 16 + 6 * count
            ranges = struct.unpack_from(f">{count}H", data, ranges_at)
            for n in range(count):
                for code in range(starts[n], ends[n] + 1):
                    if code == 0xFFFF:
                        continue
                    if ranges[n] == 0:
                        glyph = (code + deltas[n]) & 0xFFFF
                    else:
                        where = ranges_at + 2 * n + ranges[n] + 2 * (code - starts[n])
                        glyph = struct.unpack_from(">H", data, where)[0]
                    if glyph:
                        found.add(code)
        elif kind == 12:
            for n in range(struct.unpack_from(">I", data, at + 12)[0]):
                start, end, glyph = struct.unpack_from(">III", data, at + 16 + 12 * n)
                found.update(range(start if glyph else start + 1, end + 1))
    return found


@functools.lru_cache(maxsize=None)
def face_path(family, style):
    path = os.path.join(FOLDER, FACES[(family, style)])
    if not os.path.exists(path):
        raise SystemExit(f"font {path} not found: install fonts-liberation2 or set SOHOA_FONTS")
    have = mapped_code_points(path)
    missing = sorted(c for c in vietnamese_letters() | {"…", "–", "“", "”"} if ord(c) not in have)
    if missing:
        raise SystemExit(f"font {path} lacks Vietnamese letters: {''.join(missing)}")
    return path


@functools.lru_cache(maxsize=512)
def font(family, style, pixels):
    # The basic layout is enough for precomposed letters and does not depend on how Pillow was built.
    return ImageFont.truetype(face_path(family, style), pixels, layout_engine=ImageFont.Layout.BASIC)


@functools.lru_cache(maxsize=65536)
def width(family, style, pixels, text):
    return font(family, style, pixels).getlength(text)
