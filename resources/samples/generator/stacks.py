# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0
"""A stack of dossiers as it lies in a feeder, with separator sheets, and the truth about each side."""

import os
import random
import time

import codes
import degrade
import pages
import people
import truth

UNIT, DAY = "H56.14", (20, 11, 2026)

COMPONENTS = {
    "1.001193": {1: "Tờ khai đăng ký khai sinh theo mẫu", 3: "Giấy chứng sinh", 6: "Văn bản ủy quyền"},
    "1.000894": {1: "Tờ khai đăng ký kết hôn theo mẫu"},
    "2.000815": {2: "Bản sao cần chứng thực"},
    "1.001612": {1: "Giấy đề nghị đăng ký hộ kinh doanh", 3: "Văn bản ủy quyền", 4: "Bản sao thẻ Căn cước"},
    "1.004222": {1: "Tờ khai thay đổi thông tin cư trú (CT01)", 2: "Giấy tờ chứng minh chỗ ở hợp pháp",
                 3: "Hợp đồng, văn bản cho thuê, mượn, ở nhờ", 4: "Giấy tờ chứng minh quan hệ nhân thân"},
    "1.001776": {1: "Tờ khai đề nghị trợ giúp xã hội", 2: "Giấy xác nhận khuyết tật (bản sao)", 5: "Giấy khai sinh của trẻ (bản sao)"},
}
MODES = {"c": "color", "g": "gray", "b": "bw"}
MARKS = ("holes", "staple", "dust", "fold", "streak")


class Stack:
    """Sides as a feeder gives them, written one by one with their truth."""

    def __init__(self, seed, out, both_sides=False):
        self.seed, self.out, self.both_sides = seed, out, both_sides
        self.entries, self.serial, self.sheet_number, self.file_number = [], 0, 0, 0
        self.pending, self.pending_kind, self.pending_dpi = [], "", 0
        self.front, self.dossier, self.component = {}, None, None

    def random(self):
        self.serial += 1
        return random.Random(f"sohoa-samples:{self.seed}:{self.serial}")

    def name(self, extension):
        self.file_number += 1
        return f"p{self.file_number:03d}.{extension}"

    def add(self, picture, mode, dpi, group, fields, extension=None):
        """Write one side, or keep it until its group of sides is complete."""
        if group:
            self.pending_kind, self.pending_dpi = group, dpi
            if not self.pending:
                self.pending_name = self.name(group)
            name, page = self.pending_name, len(self.pending) + 1
            self.pending.append(picture)
        else:
            name, page = self.name(extension or ("tif" if mode == "bw" else "jpg")), 1
            truth.save(picture, os.path.join(self.out, name), dpi, quality=70)
        self.entries.append({"file": name, "page": page, **fields, "width": picture.width, "height": picture.height, "dpi": dpi, "mode": mode})

    def flush(self):
        if not self.pending:
            return
        path = os.path.join(self.out, self.pending_name)
        if self.pending_kind == "tif":
            truth.save_tiff(self.pending, path, self.pending_dpi)
        else:
            moment = time.struct_time((DAY[2], DAY[1], DAY[0], 8, 30, 0, 4, 324, 0))
            self.pending[0].save(path, "PDF", save_all=True, append_images=self.pending[1:], resolution=self.pending_dpi, quality=70,
                                 creationDate=moment, modDate=moment, title="Bản quét mẫu", producer="", creator="")
        self.pending = []

    def separator(self, payload, kind, lines, mode):
        rng = self.random()
        sheet = pages.Maker(rng, 200, mode == "color").separator(payload, kind, lines)
        self.sheet_number += 1
        skew = 0.0 if rng.random() < 0.15 else round(rng.uniform(-3, 3), 2)
        self.write(sheet, rng, "separator", "dossier-sheet" if kind == "D" else "component-sheet", mode, skew, rng.choice([0, 0, 0, 180]), {})
        if self.both_sides:
            back = pages.Maker(rng, 200, mode == "color").blank()
            self.write(back, rng, "blank", "blank", mode, 0.0, 0, {"back": True})

    def paper(self, spec, group, context):
        name, *options = spec.split(":")
        rng = self.random()
        back = "back" in options
        mode = next((MODES[o] for o in options if o in MODES), "color")
        dpi = 300 if "300" in options or mode == "bw" else 200
        turn = next((int(o) for o in options if o in ("90", "180", "270")), 0)
        maker = pages.Maker(rng, dpi, mode == "color", **context)
        if name.startswith("contract"):
            n = int(name[8:] or 1)
            sheet = maker.contract(page=n, last=n == 3)
        elif name == "certificate":
            sheet = maker.certificate(copy=context["procedure"] != "1.004222")
        else:
            sheet = getattr(maker, name)()
        marks = [o for o in options if o in MARKS]
        if back:
            # The same sheet from behind: its paper, its holes mirrored, and leaning the other way.
            front = self.front
            marks += [m for m in ("holes", "staple") if m in front["marks"] and m not in marks]
            extra = {"paper": front["paper"], "bed": front["bed"], "back": True}
            skew, turn = -front["skew"], (360 - front["turn"]) % 360
            if "bleed" in options:
                extra.update(other=front["image"], bleed=rng.uniform(0.06, 0.17))
        else:
            skew = 0.0 if rng.random() < 0.15 else round(rng.uniform(-3, 3), 2)
            paper = sheet.paper if sheet.paper != (255, 255, 255) else rng.choice(
                degrade.COLOURED_PAPERS if "coloured" in options else degrade.WHITE_PAPERS)
            extra = {"paper": paper, "bed": next((o for o in options if o in ("dark", "white")), None)}
            self.front = {"paper": paper, "bed": extra["bed"], "skew": skew, "turn": turn, "marks": marks, "image": sheet.image.copy()}
            self.sheet_number += 1
        extra.update(marks=marks, marks_random=random.Random(f"sohoa-marks:{self.seed}:{self.sheet_number}"))
        self.write(sheet, rng, "blank" if name == "blank" else "content", name, mode, skew, turn, extra, group, "png" in options)

    def write(self, sheet, rng, role, kind, mode, skew, turn, options, group="", png=False):
        picture, quad = degrade.scan(rng, sheet, mode, skew=skew, turn=turn, sigma=rng.uniform(0.6, 1.3), **options)
        self.add(picture, mode, sheet.dpi, group, {
            "sheet": self.sheet_number, "side": "back" if options.get("back") else "front", "role": role, "kind": kind,
            "dossier": self.dossier, "component": self.component, "blank": role == "blank", "skewDegrees": skew + 0.0,
            "orientation": turn, "pageQuad": quad, "codes": list(sheet.codes)}, "png" if png else None)


def make_stack(dossiers_wanted, seed, out, both_sides=False):
    """Makes the dossiers, each behind its sheet and its components behind theirs. Returns the stack and what it holds.

    dossiers_wanted: procedure and components (number, "" or "tif" or "pdf", sides), as explained in make-samples.
    both_sides: separator sheets have backs, as when both sides are scanned.
    """
    stack, dossiers = Stack(seed, out, both_sides), []
    rng = random.Random(f"sohoa-samples:{seed}")
    commune = people.COMMUNES[0]
    for n, (procedure, components) in enumerate(dossiers_wanted, 1):
        code = f"{UNIT}-{DAY[2] % 100:02d}{DAY[1]:02d}{DAY[0]:02d}-{n:04d}"
        who = people.person(rng)
        stack.dossier, stack.component = code, None
        stack.separator(codes.dossier_sheet(code, procedure), "D", [code, pages.PROCEDURES[procedure], who.name], rng.choice(["color", "gray"]))
        listed = []
        context = {"who": who, "commune": commune, "day": DAY, "dossier": code, "procedure": procedure}
        for number, group, sides in components:
            stack.component = number
            payload = codes.component_sheet(code, number, len(sides))
            stack.separator(payload, "C", [f"Thành phần {number}: {COMPONENTS[procedure][number]}", code], rng.choice(["color", "gray"]))
            for spec in sides:
                stack.paper(spec, group, context)
            stack.flush()
            listed.append({"component": number, "sides": len(sides), "blank": sum(s.startswith("blank") for s in sides)})
        dossiers.append({"code": code, "procedure": procedure, "components": listed})
    return stack, dossiers
