# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0
"""QR codes, Code 128 and what they say."""

import zlib

import segno
from PIL import Image, ImageDraw

# Bar and space widths of the 107 Code 128 symbols.
CODE128 = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 "
    "122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 "
    "322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 "
    "112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 "
    "331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 "
    "112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 "
    "124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 "
    "411311 113141 114131 311141 411131 211412 211214 211232 2331112"
).split()


def qr_matrix(text, error="m"):
    """The modules of a QR code (True is dark), without the quiet zone."""
    code = segno.make(text, error=error, micro=False, encoding="utf-8", boost_error=False)
    return [[bool(cell) for cell in row] for row in code.matrix]


def qr_image(text, module, error="m", quiet=4):
    """A grey picture of the code with `module` pixels (may be a fraction) a module."""
    matrix = qr_matrix(text, error)
    size = len(matrix)
    small = Image.new("L", (size + 2 * quiet, size + 2 * quiet), 255)
    small.putdata([
        0 if 0 <= y < size and 0 <= x < size and matrix[y][x] else 255
        for y in range(-quiet, size + quiet) for x in range(-quiet, size + quiet)])
    side = round((size + 2 * quiet) * module)
    if abs(module - round(module)) < 1e-9:
        return small.resize((side, side), Image.Resampling.NEAREST)
    fine = small.resize((small.width * 16, small.height * 16), Image.Resampling.NEAREST)
    return fine.resize((side, side), Image.Resampling.BOX)


def code128_image(text, module, height):
    """Code 128, set B, with its quiet zones."""
    values = [104] + [ord(c) - 32 for c in text]
    if any(not 0 <= v < 96 for v in values[1:]):
        raise ValueError("Code 128 set B takes printable ASCII only")
    check = (values[0] + sum(i * v for i, v in enumerate(values[1:], 1))) % 103
    symbols = "".join(CODE128[v] for v in values + [check, 106])
    total = sum(map(int, symbols)) + 20
    fine = Image.new("L", (total * 8, 1), 255)
    draw = ImageDraw.Draw(fine)
    at = 10
    for i, run in enumerate(symbols):
        if i % 2 == 0:
            draw.line([(at * 8, 0), ((at + int(run)) * 8 - 1, 0)], fill=0)
        at += int(run)
    wide = fine.resize((round(total * module), 1), Image.Resampling.BOX)
    return wide.resize((wide.width, max(1, round(height))), Image.Resampling.NEAREST)


def with_check(text):
    """Append the CRC-32 of the text as the separator sheets carry it."""
    return f"{text}:{zlib.crc32(text.encode('utf-8')) & 0xFFFFFFFF:08X}"


def dossier_sheet(dossier, procedure, sheets=0):
    return with_check(f"SH1:D:{dossier}:{procedure}:{sheets}")


def component_sheet(dossier, component, sheets=0):
    return with_check(f"SH1:C:{dossier}:{component}:{sheets}")
