#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0
"""The truth of the made pages is itself tested: /usr/bin/python3 test_generator.py"""

import math
import os
import random
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import numpy  # noqa: E402

import codes  # noqa: E402
import degrade  # noqa: E402
import fonts  # noqa: E402
import pages  # noqa: E402
import people  # noqa: E402


def scanned(skew=0.0, turn=0, bed=None, mode="gray"):
    """A sheet with one black dot at 60, 60 mm and another at 150, 60 mm; the dots' centres as scanned."""
    sheet = pages.Maker(random.Random(5), 100, False).blank()
    for x in (60, 150):
        sheet.draw.ellipse([sheet.px(x - 3), sheet.px(57), sheet.px(x + 3), sheet.px(63)], fill=0)
    sheet.draw.ellipse([sheet.px(59), sheet.px(59), sheet.px(61), sheet.px(61)], fill=255)   # the left dot is a ring
    picture, quad = degrade.scan(random.Random(6), sheet, mode, skew=skew, turn=turn, bed=bed, sigma=0, blur=0, paper=(255, 255, 255))
    return picture, quad, sheet


def dots(picture):
    """Centres of the two dark blobs, the ring first."""
    dark = (numpy.asarray(picture.convert("L")) < 120)
    ys, xs = numpy.nonzero(dark)
    spread_x, spread_y = xs.max() - xs.min(), ys.max() - ys.min()
    along = xs if spread_x > spread_y else ys
    middle = (along.max() + along.min()) / 2
    found = [(xs[part].mean(), ys[part].mean(), part.sum()) for part in (along < middle, along >= middle)]
    return sorted(found, key=lambda d: d[2])


class Truth(unittest.TestCase):
    def test_positive_skew_is_counter_clockwise_as_seen(self):
        for skew in (3.0, -2.0, 0.0, 5.0):
            ring, disc = dots(scanned(skew)[0])[:2]
            # Counter-clockwise: the right dot is higher, and pictures count downwards.
            self.assertAlmostEqual(math.degrees(math.atan2(ring[1] - disc[1], disc[0] - ring[0])), skew, delta=0.05)

    def test_orientation_is_clockwise_as_seen(self):
        for turn, direction in ((0, (1, 0)), (90, (0, 1)), (180, (-1, 0)), (270, (0, -1))):
            ring, disc = dots(scanned(0.0, turn)[0])
            length = math.hypot(disc[0] - ring[0], disc[1] - ring[1])
            self.assertAlmostEqual((disc[0] - ring[0]) / length, direction[0], delta=0.02)
            self.assertAlmostEqual((disc[1] - ring[1]) / length, direction[1], delta=0.02)

    def test_corners_are_where_the_bed_ends(self):
        for turn in (0, 90):
            for skew in (4.0, -3.0):
                picture, quad, _ = scanned(skew, turn, "dark")
                grey = numpy.asarray(picture.convert("L"))
                middle = [sum(c[k] for c in quad) / 4 for k in (0, 1)]
                for x, y in quad:
                    inward = (x + (middle[0] - x) * 0.01, y + (middle[1] - y) * 0.01)
                    outward = (x - (middle[0] - x) * 0.006, y - (middle[1] - y) * 0.006)
                    self.assertGreater(grey[int(inward[1]), int(inward[0])], 180)
                    self.assertLess(grey[int(outward[1]), int(outward[0])], 120)
                self.assertLess(quad[0][0], quad[1][0])
                self.assertLess(quad[0][1], quad[3][1])

    def test_persons_agree_with_their_numbers(self):
        rng = random.Random(1)
        for _ in range(200):
            p = people.person(rng)
            self.assertRegex(p.number, r"^\d{12}$")
            self.assertIn(p.number[:3], people.PREFIXES)
            self.assertEqual(int(p.number[3]), (0 if p.birth[2] < 2000 else 2) + (p.sex == "Nữ"))
            self.assertEqual(int(p.number[4:6]), p.birth[2] % 100)
            for fields in (7, 11):
                self.assertEqual(p.card_payload(fields).count("|"), fields - 1)

    def test_machine_readable_zone(self):
        p = people.person(random.Random(1))
        p.name, p.number, p.birth, p.sex = "Nguyễn Văn A", "079098000001", (1, 1, 1998), "Nam"
        self.assertEqual(people.mrz(p), ["IDVNM0980000016079098000001<<6", "9801015M3801013VNM<<<<<<<<<<<8", "NGUYEN<<VAN<A<<<<<<<<<<<<<<<<<"])

    def test_separator_check_value(self):
        self.assertEqual(codes.with_check("123456789"), "123456789:CBF43926")
        self.assertTrue(codes.dossier_sheet("H56.14-261120-0001", "1.001193").startswith("SH1:D:H56.14-261120-0001:1.001193:0:"))

    def test_every_font_writes_vietnamese(self):
        for family, style in fonts.FACES:
            self.assertTrue(fonts.face_path(family, style))

    def test_same_seed_same_page(self):
        def make():
            rng = random.Random("x")
            sheet = pages.Maker(rng, 100, True).letter()
            return degrade.scan(rng, sheet, "color", skew=1.5, bed="white")[0].tobytes()
        self.assertEqual(make(), make())


if __name__ == "__main__":
    unittest.main()
