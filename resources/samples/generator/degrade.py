# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0
"""What paper, feeder and scanner do to a clean sheet.

Order as in reality: marks on the sheet (holes, staple, dust, fold), the other side shining through, the tone of
the paper, the sheet lying turned and skewed over the bed, uneven light and sensor noise, dirt on the glass
(a streak runs along the feed, so it is never skewed), and at last the threshold of a bilevel scanner.
"""

import functools
import math

import numpy
from PIL import Image, ImageChops, ImageDraw, ImageFilter

WHITE_PAPERS = [(250, 249, 246), (246, 245, 240), (252, 252, 252), (242, 240, 232), (247, 248, 250), (240, 236, 222)]
COLOURED_PAPERS = [(250, 224, 150), (255, 205, 205), (190, 225, 195), (185, 212, 240), (245, 240, 170)]
TILE = 1024


@functools.lru_cache(maxsize=8)
def noise_tile(sigma10, bands):
    rng = numpy.random.Generator(numpy.random.PCG64(20260000 + sigma10 * 4 + bands))
    shape = (TILE, TILE, bands) if bands > 1 else (TILE, TILE)
    tile = rng.normal(128.0, sigma10 / 10.0, shape)
    # A sensor's noise is not quite white: neighbours are a little alike.
    tile = 0.75 * tile + 0.25 * numpy.roll(tile, 1, axis=1)
    return numpy.clip(numpy.rint(tile), 0, 255).astype(numpy.uint8)


def noise(random, size, sigma10, bands):
    tile = numpy.roll(noise_tile(sigma10, bands), (random.randrange(TILE), random.randrange(TILE)), axis=(0, 1))
    repeat = (-(-size[1] // TILE), -(-size[0] // TILE)) + ((1,) if bands > 1 else ())
    return Image.fromarray(numpy.ascontiguousarray(numpy.tile(tile, repeat)[:size[1], :size[0]]))


def soft_field(random, size, low, high, cells=(4, 5)):
    small = Image.new("L", cells)
    small.putdata([random.randint(low, high) for _ in range(cells[0] * cells[1])])
    return small.resize(size, Image.Resampling.BICUBIC)


def grey_like(image, mask):
    return mask if image.mode == "L" else Image.merge("RGB", (mask, mask, mask))


# -- marks on the sheet

def punch_holes(sheet, random, bed):
    """Two or four holes at the left edge; one looks through them at the bed."""
    x = random.uniform(9, 12.5)
    radius = random.uniform(2.6, 3.1)
    middle = sheet.h_mm / 2
    spots = (-40, 40) if random.random() < 0.7 else (-120, -40, 40, 120)
    tone = sheet.ink({"dark": (38, 38, 40), "white": (226, 226, 226), None: random.choice([(45, 45, 47), (225, 225, 225)])}[bed])
    for spot in spots:
        y = middle + spot + random.uniform(-1, 1)
        if 6 < y < sheet.h_mm - 6:
            box = [sheet.px(x - radius), sheet.px(y - radius), sheet.px(x + radius), sheet.px(y + radius)]
            sheet.draw.ellipse(box, fill=tone, outline=sheet.ink((170, 170, 170)))


def staple(sheet, random, _bed=None):
    """A staple in the upper left corner, or the holes and shadow it left."""
    x, y, turn = random.uniform(7, 14), random.uniform(6, 13), random.choice([-0.75, 0.0, 0.2, 1.57])
    half = 5.5
    a = (sheet.px(x - half * math.cos(turn)), sheet.px(y + half * math.sin(turn)))
    b = (sheet.px(x + half * math.cos(turn)), sheet.px(y - half * math.sin(turn)))
    if random.random() < 0.7:
        off = max(1, sheet.px(0.35))
        sheet.draw.line([(a[0] + off, a[1] + off), (b[0] + off, b[1] + off)], fill=sheet.ink((205, 205, 203)), width=max(1, sheet.px(0.7)))
        sheet.draw.line([a, b], fill=sheet.ink((105, 107, 112)), width=max(1, sheet.px(0.5)))
    else:
        for spot in (a, b):
            r = sheet.px(0.45)
            sheet.draw.ellipse([spot[0] - r, spot[1] - r, spot[0] + r, spot[1] + r], fill=sheet.ink((70, 70, 70)))


def dust(sheet, random, count):
    for _ in range(count):
        x, y = random.uniform(4, sheet.w_mm - 4), random.uniform(4, sheet.h_mm - 4)
        r = random.uniform(0.08, 0.42)
        tone = random.randint(60, 175)
        box = [sheet.px(x), sheet.px(y), max(sheet.px(x) + 1, sheet.px(x + r)), max(sheet.px(y) + 1, sheet.px(y + r * random.uniform(0.6, 1.4)))]
        sheet.draw.ellipse(box, fill=sheet.ink((tone, tone, tone)))
    if random.random() < 0.3:      # a hair
        x, y = random.uniform(20, sheet.w_mm - 40), random.uniform(20, sheet.h_mm - 40)
        bow = random.uniform(-4, 4)
        points = [(sheet.px(x + 9 * t), sheet.px(y + bow * math.sin(3 * t))) for t in (0, 0.2, 0.4, 0.6, 0.8, 1)]
        sheet.draw.line(points, fill=sheet.ink((150, 148, 145)), width=max(1, sheet.px(0.12)))


def fold(sheet, random):
    """The shadow of a fold across the sheet: dark on one side of the crease, light on the other."""
    w, h = sheet.image.size
    along = random.random() < 0.75
    length = h if along else w
    at = length * random.choice([1 / 3, 1 / 2, 2 / 3]) + random.uniform(-0.01, 0.01) * length
    reach = sheet.px(random.uniform(3, 9))
    depth = random.uniform(14, 34)
    profile = []
    for i in range(length):
        d = i - at
        profile.append(int(255 - depth * math.exp(-max(0.0, d) / reach)) if d >= 0 else 255)
    line = Image.new("L", (1, length) if along else (length, 1))
    line.putdata(profile)
    sheet.image.paste(ImageChops.multiply(sheet.image, grey_like(sheet.image, line.resize((w, h)))))


def show_through(image, other, strength, blur):
    """Multiply the mirrored, faint and blurred other side into `image`."""
    side = other.convert("L").transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    small = side.resize((max(1, image.width // 2), max(1, image.height // 2)), Image.Resampling.BILINEAR)
    small = small.filter(ImageFilter.GaussianBlur(blur)).point(lambda v: int(255 - (255 - v) * strength))
    return ImageChops.multiply(image, grey_like(image, small.resize(image.size, Image.Resampling.BILINEAR)))


def tone(image, paper, black):
    """Map white to the paper's tone and black to what a scanner makes of it."""
    levels = paper if image.mode == "RGB" else (int(0.299 * paper[0] + 0.587 * paper[1] + 0.114 * paper[2]),)
    table = [int(black + (level - black) * v / 255) for level in levels for v in range(256)]
    return image.point(table)


# -- the scanner

TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}


def lay(random, image, paper, skew, turn, bed, dpi):
    """Turn the sheet clockwise by `turn`, then counter-clockwise by `skew`, over the bed.

    Returns the picture and the sheet's corners (None when the sheet fills the picture)."""
    if turn:
        image = image.transpose(TURNS[turn])
    w, h = image.size
    angle = math.radians(skew)
    cos, sin = math.cos(angle), math.sin(angle)
    unit = dpi / 25.4
    if bed is None:
        if skew == 0:
            return image, None
        width, height, cx, cy = w, h, w / 2, h / 2
        fill = paper
    else:
        left, top, right, bottom = (random.uniform(2.5, 16) * unit for _ in range(4))
        grow_x, grow_y = abs(h * sin), abs(w * sin)
        width, height = int(w * cos + grow_x + left + right), int(h * cos + grow_y + top + bottom)
        cx, cy = left + (w * cos + grow_x) / 2, top + (h * cos + grow_y) / 2
        fill = {"dark": random.choice([(26, 26, 28), (44, 44, 46), (62, 60, 60)]), "white": (254, 254, 254)}[bed]
    if image.mode == "L":
        fill = int(0.299 * fill[0] + 0.587 * fill[1] + 0.114 * fill[2])
    # Pixel centres: out (x, y) -> in; the inverse of a counter-clockwise turn as the viewer sees it.
    data = (cos, -sin, w / 2 - cos * cx + sin * cy, sin, cos, h / 2 - sin * cx - cos * cy)
    picture = image.transform((width, height), Image.Transform.AFFINE, data, Image.Resampling.BILINEAR, fillcolor=fill)
    if bed is None:
        return picture, None
    quad = []
    for x, y in ((0, 0), (w, 0), (w, h), (0, h)):
        dx, dy = x - w / 2, y - h / 2
        quad.append([cx + dx * cos + dy * sin, cy - dx * sin + dy * cos])
    draw = ImageDraw.Draw(picture)
    shade = (lambda v: v) if image.mode == "L" else (lambda v: (v, v, v))
    if bed == "white":
        # On a white bed only the sheet's own shadow and edge tell where it ends.
        for n, deep in ((1, 168), (2, 150), (0, 226), (3, 222)):
            a, b = quad[n], quad[(n + 1) % 4]
            for step, level in ((2.2, 240), (1.2, (deep + 240) // 2), (0.3, deep)):
                ox = {1: step, 3: -step}.get(n, 0)
                oy = {2: step, 0: -step}.get(n, 0)
                draw.line([(a[0] + ox, a[1] + oy), (b[0] + ox, b[1] + oy)], fill=shade(level), width=max(2, int(0.25 * unit)))
    return picture, [[round(x, 1), round(y, 1)] for x, y in quad]


def streaks(random, picture, count):
    draw = ImageDraw.Draw(picture)
    for _ in range(count):
        x = random.randint(picture.width // 12, picture.width * 11 // 12)
        level = random.randint(70, 175)
        fill = level if picture.mode == "L" else (level, level + random.randint(-6, 6), level + random.randint(-6, 6))
        draw.line([(x, 0), (x, picture.height)], fill=fill, width=random.choice([1, 1, 2, 3]))


def expose(random, picture, sigma, blur, light=True):
    """Uneven light, blur of the optics, noise of the sensor."""
    if blur:
        picture = picture.filter(ImageFilter.GaussianBlur(blur))
    if light:
        picture = ImageChops.multiply(picture, grey_like(picture, soft_field(random, picture.size, 245, 255)))
    if sigma:
        bands = 1 if picture.mode == "L" else 3
        picture = ImageChops.add(picture, noise(random, picture.size, int(sigma * 10), bands), 1, -128)
    return picture


def bilevel(picture, threshold):
    return picture.point(lambda v: 255 if v >= threshold else 0).convert("1", dither=Image.Dither.NONE)


def scan(random, sheet, mode, skew=0.0, turn=0, bed=None, marks=(), other=None, bleed=0.0, sigma=None, blur=None,
         paper=None, threshold=None, back=False, marks_random=None):
    """Scan a Sheet. Returns (picture, quad).

    Holes and staples go through the sheet: its back shows them mirrored, when both sides get the same `marks_random`."""
    through = [mark for mark in (punch_holes, staple) if {punch_holes: "holes", staple: "staple"}[mark] in marks]
    if through:
        if back:
            sheet.image.paste(sheet.image.transpose(Image.Transpose.FLIP_LEFT_RIGHT))
        for mark in through:
            mark(sheet, marks_random or random, bed)
        if back:
            sheet.image.paste(sheet.image.transpose(Image.Transpose.FLIP_LEFT_RIGHT))
    if "dust" in marks:
        dust(sheet, random, random.randint(4, 28))
    if "fold" in marks:
        fold(sheet, random)
    image = sheet.image
    if other is not None:
        image = show_through(image, other, bleed, random.uniform(0.6, 1.6) * sheet.dpi / 200)
    paper = paper or random.choice(WHITE_PAPERS)
    black = random.randint(12, 42)
    image = tone(image, paper, black)
    picture, quad = lay(random, image, paper, skew, turn, bed, sheet.dpi)
    if "streak" in marks:
        streaks(random, picture, random.choice([1, 1, 2]))
    sigma = random.uniform(1.0, 3.6) if sigma is None else sigma
    blur = random.choice([0, 0, 0.5, 0.7]) if blur is None else blur
    picture = expose(random, picture, sigma, blur)
    if mode == "bw":
        picture = bilevel(picture, threshold or random.randint(138, 172))
    return picture, quad
