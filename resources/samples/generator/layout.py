# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0
"""A clean, upright sheet and what Vietnamese offices put on it (layout after Decree 30/2020).

Everything is measured in millimetres on the sheet and points for letters; a Sheet knows its resolution
and whether it has colour. Nothing here is damaged yet: that is done in degrade.py.
"""

import math

from PIL import Image, ImageChops, ImageDraw, ImageFilter

import codes
import fonts

BLACK = (18, 18, 22)
BLUE = (28, 44, 150)
RED = (205, 30, 45)
PENCIL = (135, 135, 138)

A4 = (210.0, 297.0)
A5 = (148.0, 210.0)
A5_WIDE = (210.0, 148.0)


class Sheet:
    def __init__(self, random, dpi, colour, size=A4, family="serif", body=13.0, margins=(30, 20, 18, 20)):
        self.random, self.dpi, self.colour, self.family, self.body = random, dpi, colour, family, body
        self.w_mm, self.h_mm = size
        self.left, self.top, self.right, self.bottom = margins     # left, top, right, bottom margin
        self.image = Image.new("RGB" if colour else "L", (self.px(self.w_mm), self.px(self.h_mm)), self.ink((255, 255, 255)))
        self.draw = ImageDraw.Draw(self.image)
        self.y = float(self.top)
        self.codes = []          # the texts of the machine-readable codes
        self.lines = 0           # printed text lines, a hint for tests of skew and orientation
        self.paper = (255, 255, 255)

    # -- units and ink

    def px(self, mm):
        return int(round(mm * self.dpi / 25.4))

    def ink(self, rgb):
        return tuple(rgb) if self.colour else int(0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2])

    def size(self, points):
        return max(6, int(round(points * self.dpi / 72)))

    def mm(self, pixels):
        return pixels * 25.4 / self.dpi

    @property
    def inner(self):
        return self.w_mm - self.left - self.right

    @property
    def room(self):
        """Millimetres left above the bottom margin."""
        return self.h_mm - self.bottom - self.y

    def step(self, points, spacing=1.2):
        self.y += points * spacing * 25.4 / 72

    # -- printed text

    def width(self, text, points, style="", family=None):
        return self.mm(fonts.width(family or self.family, style, self.size(points), text))

    def text(self, x, y, text, points=None, style="", rgb=BLACK, anchor="l", family=None):
        points = points or self.body
        font = fonts.font(family or self.family, style, self.size(points))
        self.draw.text((x * self.dpi / 25.4, y * self.dpi / 25.4), text, font=font, fill=self.ink(rgb),
                       anchor={"l": "la", "m": "ma", "r": "ra"}[anchor])
        self.lines += 1

    def centred(self, text, points=None, style="", rgb=BLACK, spacing=1.25):
        points = points or self.body
        for line in self.wrap(text, self.inner, points, style):
            self.text(self.left + self.inner / 2, self.y, line, points, style, rgb, "m")
            self.step(points, spacing)

    def wrap(self, text, width, points, style="", first=0.0):
        lines, line, used, limit = [], [], 0.0, width - first
        space = self.width(" ", points, style)
        for word in text.split():
            wide = self.width(word, points, style)
            if line and used + space + wide > limit:
                lines.append(" ".join(line))
                line, used, limit = [], 0.0, width
            used += wide + (space if line else 0)
            line.append(word)
        return lines + ([" ".join(line)] if line else [])

    def paragraph(self, text, points=None, style="", indent=10.0, spacing=1.35, justify=True, x=None, width=None, rgb=BLACK):
        points = points or self.body
        x, width = self.left if x is None else x, self.inner if width is None else width
        lines = self.wrap(text, width, points, style, indent)
        for n, line in enumerate(lines):
            if self.room < 6:
                return False
            start = x + (indent if n == 0 else 0)
            if justify and n < len(lines) - 1:
                words = line.split(" ")
                free = width - (start - x) - sum(self.width(w, points, style) for w in words)
                gap = free / max(1, len(words) - 1)
                for word in words:
                    self.text(start, self.y, word, points, style, rgb)
                    self.lines -= 1
                    start += self.width(word, points, style) + gap
                self.lines += 1
            else:
                self.text(start, self.y, line, points, style, rgb)
            self.step(points, spacing)
        self.y += 1.2
        return True

    def rule(self, x0, y0, x1, y1, mm=0.2, rgb=BLACK):
        self.draw.line([(self.px(x0), self.px(y0)), (self.px(x1), self.px(y1))], fill=self.ink(rgb),
                       width=max(1, self.px(mm)))

    # -- handwriting

    def hand(self, x, y, text, points=None, rgb=BLUE, family=None):
        """Ball-pen writing: an italic face, sheared, with a base line that wanders. Returns its width in mm."""
        random = self.random
        points = points or self.body * random.uniform(1.05, 1.2)
        family = family or "serif"
        font = fonts.font(family, "i", self.size(points))
        start = x
        for word in text.split():
            wide, high = int(font.getlength(word)) + 2 * self.size(4), self.size(points * 1.7)
            mask = Image.new("L", (wide, high), 0)
            ImageDraw.Draw(mask).text((self.size(2), self.size(points * 0.2)), word, font=font, fill=255)
            shear = random.uniform(-0.02, 0.16)
            turn = random.uniform(-0.03, 0.03)
            mask = mask.transform(mask.size, Image.Transform.AFFINE,
                                  (1, shear, -shear * high * 0.6, turn, random.uniform(0.94, 1.04), -turn * wide / 2),
                                  Image.Resampling.BILINEAR)
            box = (self.px(start) - self.size(2), self.px(y + random.uniform(-0.35, 0.35)) - self.size(points * 0.2))
            self.image.paste(self.ink(rgb), box, mask)
            start += self.mm(font.getlength(word)) + self.width(" ", points, "i", family) * random.uniform(0.9, 1.7)
        return start - x

    def leader(self, x0, x1, y, points=None):
        """A dotted line to write on."""
        points = points or self.body
        dot = self.width(".", points)
        count = int((x1 - x0) / dot)
        if count > 0:
            self.text(x0, y, "." * count, points)
            self.lines -= 1

    def field(self, label, value, points=None, x=None, x1=None, spacing=1.65, advance=True):
        """A label, its dotted leader and what somebody wrote there."""
        points = points or self.body
        x, x1 = self.left if x is None else x, self.w_mm - self.right if x1 is None else x1
        self.text(x, self.y, label, points)
        at = x + self.width(label + " ", points)
        self.leader(at, x1, self.y, points)
        if value:
            fit = points * 1.1
            while fit > 8 and self.width(value, fit, "i") * 1.12 > x1 - at - 1:
                fit -= 0.5
            self.hand(at + 1.5, self.y - 0.9, value, fit)
        if advance:
            self.step(points, spacing)

    def box_field(self, label, digits, points=None):
        """A row of little boxes for a number, as forms have it."""
        points = points or self.body
        self.text(self.left, self.y, label, points)
        x = self.left + self.width(label + "  ", points)
        for digit in digits:
            self.draw.rectangle([self.px(x), self.px(self.y - 0.6), self.px(x + 5.6), self.px(self.y + 5.4)],
                                outline=self.ink(BLACK), width=max(1, self.px(0.15)))
            self.hand(x + 1.6, self.y - 0.5, digit, points * 1.1)
            x += 5.6
        self.y += 1.2
        self.step(points, 1.6)

    def tick(self, x, y, label, on, points=None):
        points = points or self.body
        self.draw.rectangle([self.px(x), self.px(y + 0.5), self.px(x + 3.6), self.px(y + 4.1)], outline=self.ink(BLACK),
                            width=max(1, self.px(0.2)))
        if on:
            r = self.random.uniform
            self.draw.line([(self.px(x + 0.4), self.px(y + 2.2)), (self.px(x + 1.5), self.px(y + 3.8)),
                            (self.px(x + 3.8 + r(0, 0.8)), self.px(y - r(0, 0.6)))], fill=self.ink(BLUE), width=max(1, self.px(0.45)))
        self.text(x + 5, y, label, points)

    # -- the parts of an administrative paper

    def header(self, unit_over, unit, number, place, day, code=None):
        """National name and motto right, office left, number and date below."""
        left_mid, right_mid = self.left + self.inner * 0.20, self.left + self.inner * 0.70
        y = self.y
        small = self.body - 1
        self.text(left_mid, y, unit_over, small, "", anchor="m")
        self.text(right_mid, y, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", small, "b", anchor="m")
        y += small * 1.25 * 25.4 / 72
        self.text(left_mid, y, unit, small, "b", anchor="m")
        self.text(right_mid, y, "Độc lập - Tự do - Hạnh phúc", self.body, "b", anchor="m")
        y += self.body * 1.3 * 25.4 / 72
        half = self.width("Độc lập - Tự do - Hạnh phúc", self.body, "b") / 2
        self.rule(right_mid - half, y, right_mid + half, y, 0.25)
        self.rule(left_mid - 9, y, left_mid + 9, y, 0.25)
        y += 2.5
        if number:
            self.text(left_mid, y, number, self.body, anchor="m")
        self.text(right_mid, y, f"{place}, ngày {day[0]:02d} tháng {day[1]:02d} năm {day[2]}", self.body, "i", anchor="m")
        self.y = y + self.body * 1.3 * 25.4 / 72 + 3
        if code:
            self.barcode(code, self.left - 6, self.y - 2, module=None)

    def national(self):
        """The national name alone, centred, as citizens' own papers have it."""
        self.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", self.body, "b")
        self.centred("Độc lập - Tự do - Hạnh phúc", self.body, "b")
        half = self.width("Độc lập - Tự do - Hạnh phúc", self.body, "b") / 2
        middle = self.left + self.inner / 2
        self.rule(middle - half, self.y + 0.4, middle + half, self.y + 0.4, 0.25)
        self.y += 6

    def page_number(self, number):
        self.text(self.w_mm / 2, 11, str(number), self.body, anchor="m")

    def recipients(self, lines):
        y = self.y
        self.text(self.left, y, "Nơi nhận:", 12, "bi")
        for line in lines:
            y += 12 * 1.25 * 25.4 / 72
            self.text(self.left, y, "- " + line, 11)

    def signer(self, title, name, note=None, x=None, seal=None, sign=True, points=None, date=None):
        """A signature block centred on x: title, seal and scribble, name."""
        points = points or self.body
        x = self.left + self.inner * 0.74 if x is None else x
        y = self.y
        if date:
            self.text(x, y, date, points, "i", anchor="m")
            y += points * 1.3 * 25.4 / 72
        for line in title.split("\n"):
            self.text(x, y, line, points, "b", anchor="m")
            y += points * 1.25 * 25.4 / 72
        if note:
            self.text(x, y, note, points - 1, "i", anchor="m")
            y += points * 1.25 * 25.4 / 72
        if sign:
            self.signature(x, y + 10, self.random.uniform(26, 40), self.random.uniform(9, 15))
        if seal:
            self.stamp(x - 15, y + 11, seal)
        y += 24
        if name:
            self.text(x, y, name, points, "b", anchor="m")
        return y + points * 1.3 * 25.4 / 72

    def signature(self, x, y, wide, high, rgb=BLUE):
        random, scale = self.random, 2
        w, h = self.px(wide) * scale, self.px(high) * scale
        mask = Image.new("L", (w + 40, h + 40), 0)
        draw = ImageDraw.Draw(mask)
        phases = [random.uniform(0, 6.3) for _ in range(6)]
        loops = random.uniform(4, 8)
        points = []
        for i in range(260):
            t = i / 259
            px = 20 + w * (0.03 + 0.9 * t + 0.09 * math.sin(loops * 6.28 * t + phases[0]))
            fade = (1 - t) ** 0.6 * (0.35 + 0.65 * abs(math.sin(2.2 * t + phases[1])))
            py = 20 + h * (0.5 + 0.45 * fade * math.sin(loops * 6.28 * t * (1 + 0.2 * math.sin(3 * t + phases[2])) + phases[3]))
            points.append((px, py))
        draw.line(points, fill=235, width=max(2, int(self.px(0.45) * scale)), joint="curve")
        flourish = [(20 + w * t, 20 + h * (0.8 + 0.12 * math.sin(4 * t + phases[4]))) for t in (0.1, 0.4, 0.7, 0.98)]
        draw.line(flourish, fill=220, width=max(2, int(self.px(0.35) * scale)))
        mask = mask.resize((mask.width // scale, mask.height // scale), Image.Resampling.BOX)
        mask = mask.rotate(random.uniform(-3, 12), Image.Resampling.BILINEAR)
        self.image.paste(self.ink(rgb), (self.px(x) - mask.width // 2, self.px(y) - mask.height // 2), mask)

    def stamp(self, x, y, words, radius=17.5, rgb=RED, turn=None):
        """A round office seal with text along its ring."""
        random = self.random
        side = self.px(2 * radius + 2)
        middle, unit = side / 2, self.dpi / 25.4
        mask = Image.new("L", (side, side), 0)
        draw = ImageDraw.Draw(mask)

        def ring(r, mm):
            draw.ellipse([middle - r * unit, middle - r * unit, middle + r * unit, middle + r * unit], outline=255,
                         width=max(1, self.px(mm)))
        ring(radius, 0.8)
        ring(radius - 1.4, 0.3)
        ring(radius * 0.6, 0.35)
        star = []
        for i in range(10):
            r = (4.4 if i % 2 == 0 else 1.75) * unit
            star.append((middle + r * math.sin(i * math.pi / 5), middle - r * math.cos(i * math.pi / 5)))
        draw.polygon(star, fill=255)
        around = words.upper()
        font = fonts.font("serif", "b", self.size(9.2))
        span = min(4.6, 0.155 * len(around))
        for i, letter in enumerate(around):
            angle = -span / 2 + span * (i + 0.5) / len(around)
            cell = Image.new("L", (self.size(14), self.size(14)), 0)
            ImageDraw.Draw(cell).text((cell.width / 2, cell.height / 2), letter, font=font, fill=255, anchor="mm")
            cell = cell.rotate(-math.degrees(angle), Image.Resampling.BILINEAR)
            r = radius * 0.775 * unit
            cx, cy = middle + r * math.sin(angle), middle - r * math.cos(angle)
            at = (int(cx - cell.width / 2), int(cy - cell.height / 2))
            mask.paste(ImageChops.lighter(mask.crop((at[0], at[1], at[0] + cell.width, at[1] + cell.height)), cell), at)
        wear = Image.new("L", (12, 12))
        wear.putdata([random.randint(110, 255) for _ in range(144)])
        mask = ImageChops.multiply(mask, wear.resize(mask.size, Image.Resampling.BICUBIC))
        mask = mask.rotate(random.uniform(-14, 14) if turn is None else turn, Image.Resampling.BILINEAR)
        at = (self.px(x) - side // 2, self.px(y) - side // 2)
        under = self.image.crop((at[0], at[1], at[0] + side, at[1] + side))
        layer = Image.new(self.image.mode, (side, side), self.ink((255, 255, 255)))
        layer.paste(self.ink(rgb), (0, 0), mask)
        self.image.paste(ImageChops.multiply(under, layer), at)

    def box_stamp(self, x, y, lines, rgb=RED, turn=0.0):
        """A square "arrived" or "certified copy" stamp."""
        wide = max(self.width(line, 10, "b") for line in lines) + 8
        high = 5.0 * len(lines) + 5
        mask = Image.new("L", (self.px(wide), self.px(high)), 0)
        draw = ImageDraw.Draw(mask)
        draw.rectangle([1, 1, mask.width - 2, mask.height - 2], outline=230, width=max(1, self.px(0.5)))
        for n, line in enumerate(lines):
            draw.text((mask.width / 2, self.px(3 + 5 * n)), line, font=fonts.font(self.family, "b", self.size(10)), fill=225, anchor="ma")
        mask = mask.rotate(turn, Image.Resampling.BILINEAR, expand=True)
        self.image.paste(self.ink(rgb), (self.px(x), self.px(y)), mask)

    # -- tables, codes, pictures

    def table(self, columns, rows, points=None, hand=(), head=True):
        """columns: (title, width in parts); cells of the columns named in `hand` are hand-written."""
        points = points or self.body - 1
        total = sum(c[1] for c in columns)
        edges = [self.left]
        for _, part in columns:
            edges.append(edges[-1] + self.inner * part / total)
        y0 = self.y
        ys = [y0]
        all_rows = ([[c[0] for c in columns]] if head else []) + rows
        for r, row in enumerate(all_rows):
            is_head = head and r == 0
            cells = [self.wrap(str(cell), edges[i + 1] - edges[i] - 2.4, points, "b" if is_head else "") for i, cell in enumerate(row)]
            height = max(1, max(len(c) for c in cells)) * points * 1.2 * 25.4 / 72 + 2.4
            if self.y + height > self.h_mm - self.bottom:
                break
            for i, lines in enumerate(cells):
                y = self.y + 1.0
                for line in lines:
                    if i in hand and not is_head:
                        self.hand(edges[i] + 1.2, y - 0.6, line, points)
                    elif is_head:
                        self.text((edges[i] + edges[i + 1]) / 2, y, line, points, "b", anchor="m")
                    else:
                        self.text(edges[i] + 1.2, y, line, points)
                    y += points * 1.2 * 25.4 / 72
            self.y += height
            ys.append(self.y)
        for y in ys:
            self.rule(edges[0], y, edges[-1], y, 0.2)
        for x in edges:
            self.rule(x, y0, x, self.y, 0.2)
        self.y += 4

    def qr(self, text, x, y, module=None, mm=None, error="m"):
        """A QR code at x, y (its outer quiet zone starts there); module in pixels, or the size in mm."""
        if module is None:
            module = mm * self.dpi / 25.4 / (len(codes.qr_matrix(text, error)) + 8)
        picture = codes.qr_image(text, module, error)
        self.put_grey(picture, x, y)
        self.codes.append(text)
        return self.mm(picture.width)

    def barcode(self, text, x, y, module=None, height=9.0, label=True):
        module = module or max(2.0, self.dpi / 25.4 * 0.27)
        picture = codes.code128_image(text, module, self.px(height))
        self.put_grey(picture, x, y)
        if label:
            self.text(x + self.mm(picture.width) / 2, y + height + 0.5, text, 8, anchor="m", family="sans")
        self.codes.append(text)
        return self.mm(picture.width)

    def put_grey(self, picture, x, y):
        if self.colour:
            tone = Image.merge("RGB", [picture.point(lambda v, c=c: c + v * (255 - c) // 255) for c in BLACK])
        else:
            tone = picture.point(lambda v: self.ink(BLACK) + v * (255 - self.ink(BLACK)) // 255)
        self.image.paste(tone, (self.px(x), self.px(y)))

    def picture(self, image, x, y, wide, high):
        image = image.resize((self.px(wide), self.px(high)), Image.Resampling.BICUBIC)
        self.image.paste(image if self.colour else image.convert("L"), (self.px(x), self.px(y)))

    def frame(self, inset=8.0, rgb=(150, 60, 60)):
        for grow, mm in ((0, 0.8), (1.6, 0.25), (3.2, 0.25)):
            i = inset + grow
            self.draw.rectangle([self.px(i), self.px(i), self.px(self.w_mm - i), self.px(self.h_mm - i)],
                                outline=self.ink(rgb), width=max(1, self.px(mm)))


def portrait(random, sex="Nam", size=(240, 320)):
    """An invented face for a 3x4 photo: a backdrop, shoulders, a head."""
    w, h = size
    image = Image.new("RGB", size, random.choice([(66, 118, 196), (230, 232, 236), (120, 160, 205)]))
    draw = ImageDraw.Draw(image)
    skin = random.choice([(226, 184, 150), (205, 158, 122), (236, 200, 170)])
    coat = random.choice([(245, 245, 245), (40, 44, 60), (120, 40, 44), (60, 90, 70)])
    if sex == "Nữ":
        draw.rounded_rectangle([w * 0.22, h * 0.16, w * 0.78, h * 0.78], radius=w // 5, fill=(32, 26, 24))
    draw.ellipse([w * 0.06, h * 0.70, w * 0.94, h * 1.35], fill=coat)
    draw.rectangle([w * 0.41, h * 0.58, w * 0.59, h * 0.76], fill=tuple(int(c * 0.9) for c in skin))
    draw.ellipse([w * 0.25, h * 0.10, w * 0.75, h * 0.50], fill=(32, 26, 24))
    draw.ellipse([w * 0.29, h * 0.16, w * 0.71, h * 0.66], fill=skin)
    draw.pieslice([w * 0.27, h * 0.11, w * 0.73, h * 0.46], 180, 360, fill=(32, 26, 24))
    for side in (0.41, 0.59):
        draw.ellipse([w * (side - 0.035), h * 0.385, w * (side + 0.035), h * 0.405], fill=(35, 28, 26))
        draw.line([(w * (side - 0.05), h * 0.355), (w * (side + 0.05), h * 0.35)], fill=(40, 30, 26), width=4)
    draw.line([(w * 0.5, h * 0.41), (w * 0.485, h * 0.475), (w * 0.51, h * 0.48)], fill=tuple(int(c * 0.75) for c in skin), width=3)
    draw.arc([w * 0.42, h * 0.49, w * 0.58, h * 0.56], 20, 160, fill=(150, 70, 70), width=4)
    return image.filter(ImageFilter.GaussianBlur(1.6))


def scene(random, size=(900, 620)):
    """An invented photograph: sky, hills, a house and a yard."""
    w, h = size
    sky = Image.linear_gradient("L").resize(size)
    image = Image.merge("RGB", (sky.point(lambda v: 120 + v // 3), sky.point(lambda v: 160 + v // 4), sky.point(lambda v: 215 + v // 8)))
    draw = ImageDraw.Draw(image)
    for base, tone in ((0.55, (90, 120, 110)), (0.63, (70, 105, 70))):
        ridge = [(0, h)] + [(w * i / 12, h * (base + random.uniform(-0.09, 0.05))) for i in range(13)] + [(w, h)]
        draw.polygon(ridge, fill=tone)
    draw.rectangle([0, h * 0.78, w, h], fill=(150, 130, 100))
    x = w * random.uniform(0.2, 0.4)
    draw.rectangle([x, h * 0.5, x + w * 0.36, h * 0.84], fill=(215, 200, 165))
    draw.polygon([(x - w * 0.04, h * 0.51), (x + w * 0.18, h * 0.34), (x + w * 0.40, h * 0.51)], fill=(150, 70, 55))
    draw.rectangle([x + w * 0.14, h * 0.6, x + w * 0.22, h * 0.84], fill=(90, 62, 44))
    for dx in (0.04, 0.26):
        draw.rectangle([x + w * dx, h * 0.6, x + w * (dx + 0.06), h * 0.7], fill=(70, 90, 110))
    for _ in range(260):
        gx, gy = random.uniform(0, w), random.uniform(h * 0.8, h)
        draw.line([(gx, gy), (gx + random.uniform(-4, 4), gy - random.uniform(6, 18))], fill=(70, random.randint(90, 140), 50), width=2)
    return image.filter(ImageFilter.GaussianBlur(1.1))
