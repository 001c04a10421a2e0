# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0
"""Writing pictures with the right resolution, and the truth about them."""

import json
import os


def save(picture, path, dpi, quality=82):
    """One picture; the format follows the extension. Bilevel TIFF is G4."""
    kind = os.path.splitext(path)[1].lower()
    if kind == ".jpg":
        picture.save(path, "JPEG", quality=quality, dpi=(dpi, dpi), subsampling="4:2:0", optimize=False)
    elif kind == ".png":
        picture.save(path, "PNG", dpi=(dpi, dpi), compress_level=6)
    elif kind == ".tif":
        if picture.mode == "1":
            picture.save(path, "TIFF", compression="group4", dpi=(dpi, dpi))
        else:
            picture.save(path, "TIFF", compression="tiff_adobe_deflate", dpi=(dpi, dpi))
    else:
        raise ValueError(path)


def save_tiff(pictures, path, dpi):
    """Several bilevel pictures in one G4 TIFF."""
    pictures[0].save(path, "TIFF", save_all=True, append_images=pictures[1:], compression="group4", dpi=(dpi, dpi))


def entry(file, page, picture, mode, dpi, kind, sheet, blank, skew, turn, quad, **more):
    out = {"file": file, "page": page, "width": picture.width, "height": picture.height, "dpi": dpi, "mode": mode,
           "kind": kind, "blank": blank, "skewDegrees": round(skew, 3), "orientation": turn, "pageQuad": quad,
           "codes": list(sheet.codes), "textLines": sheet.lines}
    out.update(more)
    return out


def write(path, data):
    with open(path, "w", encoding="utf-8", newline="\n") as handle:
        handle.write(dumps(data))


def dumps(data):
    """JSON with one line an entry, so that a difference can be read."""
    if isinstance(data, list):
        return "[\n" + ",\n".join(json.dumps(e, ensure_ascii=False) for e in data) + "\n]\n"
    lines = []
    for key, value in data.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            body = "[\n" + ",\n".join("  " + json.dumps(e, ensure_ascii=False) for e in value) + "\n ]"
        else:
            body = json.dumps(value, ensure_ascii=False)
        lines.append(f" {json.dumps(key)}: {body}")
    return "{\n" + ",\n".join(lines) + "\n}\n"
