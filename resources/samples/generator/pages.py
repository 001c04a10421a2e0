# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0
"""The kinds of page: each function writes one clean sheet and returns it."""

from PIL import Image, ImageDraw, ImageFilter

import codes
import fonts
import people
from layout import A4, A5_WIDE, BLACK, PENCIL, Sheet, portrait, scene

UNIT_OVER = "ỦY BAN NHÂN DÂN"
PROCEDURES = {
    "1.001193": "Đăng ký khai sinh",
    "1.000894": "Đăng ký kết hôn",
    "2.000815": "Chứng thực bản sao từ bản chính giấy tờ, văn bản",
    "1.001612": "Đăng ký thành lập hộ kinh doanh",
    "1.004222": "Đăng ký thường trú",
    "1.001776": "Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hàng tháng",
}


class Maker:
    """Makes sheets of one resolution; `context` may fix who and where, or it is invented for each sheet."""

    def __init__(self, random, dpi, colour, who=None, commune=None, day=None, dossier=None, procedure=None):
        self.random, self.dpi, self.colour = random, dpi, colour
        self.who = who or people.person(random)
        self.commune = commune or random.choice(people.COMMUNES)
        self.day = day or (random.randint(1, 28), random.randint(7, 11), 2026)
        self.dossier = dossier or f"H56.14-26{self.day[1]:02d}{self.day[0]:02d}-{random.randint(1, 180):04d}"
        self.procedure = procedure or random.choice(sorted(PROCEDURES))

    def sheet(self, size=A4, family=None, body=None, margins=None):
        r = self.random
        return Sheet(r, self.dpi, self.colour, size, family or r.choice(["serif", "serif", "serif", "sans"]),
                     body or r.choice([12, 12.5, 13, 13, 13.5, 14]), margins or (r.uniform(28, 34), r.uniform(18, 22), r.uniform(15, 20), 20))

    def place(self):
        return self.commune.split(" ", 1)[1]

    def seal(self):
        return f"ỦY BAN NHÂN DÂN {self.commune}"

    # -- papers of the office

    def letter(self):
        r, s = self.random, self.sheet()
        s.header(UNIT_OVER, self.commune.upper(), f"Số: {r.randint(12, 980)}/UBND-VX", self.place(), self.day)
        s.text(s.left + s.inner * 0.2, s.y - 2, r.choice(people.SUBJECTS).replace("Về việc", "V/v")[:34] + "…", 12, anchor="m")
        s.y += 10
        s.text(s.left + 18, s.y, "Kính gửi:  - Công an " + self.commune + ";")
        s.step(s.body, 1.4)
        s.text(s.left + 40, s.y, "- Ban quản lý " + r.choice(people.HAMLETS) + ".")
        s.step(s.body, 1.9)
        for text in r.sample(people.SENTENCES, r.randint(4, 9)):
            if s.room < 75:
                break
            s.paragraph(text)
        s.y += 4
        s.recipients(["Như trên;", "Lưu: VT, VX."])
        s.signer("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", people.person(r).name, seal=self.seal())
        return s

    def decision(self):
        r, s = self.random, self.sheet(family="serif")
        s.header(UNIT_OVER, self.commune.upper(), f"Số: {r.randint(12, 980)}/QĐ-UBND", self.place(), self.day)
        s.y += 3
        s.centred("QUYẾT ĐỊNH", 14, "b")
        s.centred(r.choice(people.SUBJECTS), s.body, "b")
        s.y += 2
        s.centred(f"CHỦ TỊCH ỦY BAN NHÂN DÂN {self.commune.upper()}", s.body, "b")
        s.y += 2
        for ground in ("Luật Tổ chức chính quyền địa phương", "Nghị định quy định chính sách trợ giúp xã hội", "đề nghị của công chức chuyên môn"):
            s.paragraph(f"Căn cứ {ground};", style="i")
        s.centred("QUYẾT ĐỊNH:", s.body, "b")
        for n, text in enumerate(r.sample(people.SENTENCES, r.randint(3, 4)), 1):
            if s.room < 70:
                break
            s.paragraph(f"Điều {n}. {text}")
        s.y += 3
        s.recipients(["Như Điều 3;", "Sở Y tế (để b/c);", "Lưu: VT."])
        s.signer("CHỦ TỊCH", people.person(r).name, seal=self.seal())
        return s

    def certificate(self, title="GIẤY KHAI SINH", copy=False):
        r, s, child = self.random, self.sheet(family="serif", body=13), people.person(self.random, born=(2024, 2026))
        if self.colour:
            s.paper = (250, 243, 226)
        s.frame()
        s.national()
        s.y += 8
        s.centred(title, 24, "b", rgb=(180, 30, 40) if not copy else BLACK)
        if copy:
            s.centred("(BẢN SAO)", 13, "b")
        s.y += 8
        mother, father = people.person(r, "Nữ", (1985, 2004)), people.person(r, "Nam", (1980, 2002))
        for label, value in (("Họ, chữ đệm, tên:", child.capitals), ("Ngày, tháng, năm sinh:", people.date_long(child.birth)),
                             ("Giới tính:", child.sex), ("Dân tộc:", child.nation), ("Quốc tịch:", "Việt Nam"),
                             ("Nơi sinh:", f"Trạm y tế {self.commune}"), ("Số định danh cá nhân:", child.number),
                             ("Họ, chữ đệm, tên người mẹ:", mother.capitals), ("Năm sinh:", str(mother.birth[2])),
                             ("Nơi cư trú:", mother.residence), ("Họ, chữ đệm, tên người cha:", father.capitals),
                             ("Năm sinh:", str(father.birth[2])), ("Nơi cư trú:", father.residence),
                             ("Nơi đăng ký khai sinh:", f"Ủy ban nhân dân {self.commune}"), ("Ngày, tháng, năm đăng ký:", people.date_text(self.day))):
            s.text(s.left, s.y, label)
            s.text(s.left + s.width(label + " ", s.body) + 1, s.y, value, s.body, "b")
            s.step(s.body, 1.55)
        s.y += 6
        s.signer("NGƯỜI KÝ GIẤY KHAI SINH", people.person(r).name, "(Ký, ghi rõ họ, chữ đệm, tên, chức vụ, đóng dấu)",
                 seal=self.seal(), x=s.left + s.inner * 0.68)
        if copy:
            s.box_stamp(s.left + 2, s.y + 20, ["CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH", f"Số chứng thực: {r.randint(100, 999)}  Quyển số: 01-SCT/BS"],
                        turn=r.uniform(-3, 3))
        return s

    def receipt(self):
        r, s = self.random, self.sheet(family="serif", body=12.5, margins=(22, 14, 16, 18))
        wide = s.qr(f"{self.dossier}|{self.procedure}|{self.who.number}|Giấy tiếp nhận hồ sơ và hẹn trả kết quả|H56|"
                    f"{self.day[2]}{self.day[1]:02d}{self.day[0]:02d}083000", 17, 12, mm=27)
        s.y = 13 + wide
        s.header(UNIT_OVER, "TRUNG TÂM PHỤC VỤ HCC", f"Số: {r.randint(10, 900)}/TNHS", self.place(), self.day)
        s.y += 4
        s.centred("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", 14, "b")
        s.centred(f"Mã hồ sơ: {self.dossier}", 13, "b")
        s.y += 3
        for label, value in (("Trung tâm Phục vụ hành chính công:", self.commune), ("Tiếp nhận hồ sơ của:", self.who.name),
                             ("Địa chỉ:", self.who.residence), ("Số điện thoại:", self.who.phone),
                             ("Nội dung yêu cầu giải quyết:", PROCEDURES[self.procedure])):
            s.paragraph(f"{label} {value}", indent=0, justify=False)
        s.table([("TT", 1), ("Thành phần hồ sơ", 8), ("Bản chính", 2), ("Bản sao", 2)],
                [["1", "Tờ khai theo mẫu", "x", ""], ["2", "Giấy tờ chứng minh kèm theo", "", "x"], ["3", "Bản sao giấy tờ tùy thân", "", "x"]])
        for line in ("Số lượng hồ sơ: 01 (bộ)", "Thời gian giải quyết: 03 ngày làm việc", f"Thời gian nhận hồ sơ: 08 giờ 30 phút, {people.date_long(self.day)}",
                     "Đăng ký nhận kết quả tại: Trung tâm Phục vụ hành chính công"):
            s.paragraph(line, indent=0)
        s.signer("NGƯỜI NỘP HỒ SƠ", self.who.name, "(Ký và ghi rõ họ tên)", x=s.left + s.inner * 0.24)
        s.signer("NGƯỜI TIẾP NHẬN", people.person(r).name, "(Ký và ghi rõ họ tên)")
        return s

    def fee_slip(self):
        """A fee receipt on half a sheet."""
        r, s = self.random, self.sheet(A5_WIDE, "serif", 12, (22, 12, 16, 10))
        s.header(UNIT_OVER, self.commune.upper(), f"Số: {r.randint(1000, 9999)}", self.place(), self.day)
        s.centred("BIÊN LAI THU PHÍ, LỆ PHÍ", 14, "b")
        for label, value in (("Họ và tên người nộp:", self.who.name), ("Địa chỉ:", self.who.residence),
                             ("Lý do nộp:", "Phí chứng thực bản sao từ bản chính"), ("Số tiền:", f"{r.randint(1, 20) * 2}.000 đồng")):
            s.field(label, value)
        s.signer("Người nộp tiền", self.who.name, "(Ký, họ tên)", x=s.left + s.inner * 0.24)
        s.signer("Người thu tiền", people.person(r).name, "(Ký, họ tên)")
        return s

    def cover(self):
        r, s = self.random, self.sheet(family="sans", body=13)
        s.qr(f"https://motcua.example.vn/tra-cuu?ma={self.dossier}", 19, 19, mm=r.uniform(24, 34))
        if r.random() < 0.6:
            s.barcode(self.dossier, 105, 24, module=max(2.2, s.dpi / 25.4 * r.uniform(0.24, 0.34)))
        s.y = 75
        s.centred(self.seal().upper(), 14, "b")
        s.y += 28
        s.centred("HỒ SƠ", 34, "b")
        s.centred(PROCEDURES[self.procedure].upper(), 14, "b")
        s.y += 16
        s.field("Họ và tên:", self.who.capitals)
        s.field("Mã hồ sơ:", self.dossier)
        s.field("Số tờ:", str(r.randint(3, 24)))
        s.field("Thời hạn bảo quản:", r.choice(["Vĩnh viễn", "10 năm", "70 năm"]))
        s.frame(14, BLACK)
        return s

    def name_list(self):
        r, s = self.random, self.sheet(body=12.5)
        s.header(UNIT_OVER, self.commune.upper(), "", self.place(), self.day)
        s.centred("DANH SÁCH", 14, "b")
        s.centred("Hộ gia đình được hỗ trợ " + r.choice(["quý III", "quý IV", "tháng 10"]) + " năm 2026", 13, "b")
        s.y += 3
        rows = []
        for n in range(1, r.randint(9, 17)):
            p = people.person(r)
            rows.append([str(n), p.name, str(p.birth[2]), p.residence.split(",")[0].capitalize(), f"{r.randint(3, 40) * 50}.000", r.choice(["", "", "Hộ nghèo", "Đã nhận"])])
        columns = [("TT", 1), ("Họ và tên", 5), ("Năm sinh", 2), ("Địa chỉ", 4.6), ("Số tiền (đồng)", 2.8), ("Ghi chú", 2.4)]
        s.table(columns, rows, hand=(5,) if r.random() < 0.7 else ())
        if s.room > 45:
            s.signer("NGƯỜI LẬP BIỂU", people.person(r).name, x=s.left + s.inner * 0.24)
            s.signer("TM. ỦY BAN NHÂN DÂN", people.person(r).name, seal=self.seal())
        return s

    # -- papers of citizens

    def form(self, title="TỜ KHAI ĐĂNG KÝ KHAI SINH", fields=None, to=None):
        r, p, s = self.random, self.who, self.sheet(margins=(26, 16, 16, 16))
        s.national()
        s.y += 3
        s.centred(title, 14, "b")
        s.y += 1
        s.field("Kính gửi:", to or f"Ủy ban nhân dân {self.commune}", x=s.left + 14)
        if fields is None:
            child = people.person(r, born=(2024, 2026))
            other = people.person(r)
            fields = [("Họ, chữ đệm, tên người yêu cầu:", p.capitals), ("Nơi cư trú:", p.residence),
                      ("Giấy tờ tùy thân:", f"Căn cước số {p.number}"), ("Quan hệ với người được khai sinh:", r.choice(["Cha", "Mẹ", "Ông nội"])),
                      ("Đề nghị đăng ký khai sinh cho người dưới đây:", None),
                      ("Họ, chữ đệm, tên:", child.capitals), ("Ngày, tháng, năm sinh:", child.birth_text + " ghi bằng chữ: " + "mùng mười"),
                      (("Giới tính:", child.sex), ("Dân tộc:", child.nation), ("Quốc tịch:", "Việt Nam")),
                      ("Nơi sinh:", f"Trạm y tế {self.commune}"), ("Quê quán:", p.residence),
                      ("Họ, chữ đệm, tên người mẹ:", other.capitals), (("Năm sinh:", str(other.birth[2])), ("Dân tộc:", other.nation)),
                      ("Nơi cư trú:", other.residence)]
        for item in fields:
            if s.room < 66:
                break
            if isinstance(item[0], tuple):
                step = s.inner / len(item)
                for n, (label, value) in enumerate(item):
                    s.field(label, value, x=s.left + n * step, x1=s.left + (n + 1) * step - 2, advance=n == len(item) - 1)
            elif item[1] is None:
                s.text(s.left, s.y, item[0], s.body, "b")
                s.step(s.body, 1.6)
            elif item[1] == "boxes":
                s.box_field(item[0], p.number)
            else:
                s.field(*item)
        s.paragraph(people.SENTENCES[12])
        place = self.place() if r.random() < 0.8 else "……………"
        s.signer("Người yêu cầu", p.name, "(Ký, ghi rõ họ, chữ đệm, tên)", date=f"{place}, {people.date_long(self.day)}")
        if r.random() < 0.35:
            s.box_stamp(s.left, s.h_mm - 38, ["CÔNG VĂN ĐẾN", f"Số: {r.randint(100, 2000)}", f"Ngày {people.date_text(self.day)}"], turn=r.uniform(-6, 6))
        return s

    def marriage_form(self):
        a, b = people.person(self.random, "Nam", (1985, 2002)), people.person(self.random, "Nữ", (1988, 2004))
        s = self.sheet(family="serif", body=12.5, margins=(26, 16, 16, 16))
        s.national()
        s.centred("TỜ KHAI ĐĂNG KÝ KẾT HÔN", 14, "b")
        s.y += 1
        s.field("Kính gửi:", f"Ủy ban nhân dân {self.commune}", x=s.left + 14)
        rows = [["Họ, chữ đệm, tên", b.capitals, a.capitals], ["Ngày, tháng, năm sinh", b.birth_text, a.birth_text], ["Dân tộc", b.nation, a.nation],
                ["Quốc tịch", "Việt Nam", "Việt Nam"], ["Nơi cư trú", b.residence, a.residence], ["Giấy tờ tùy thân", b.number, a.number],
                ["Kết hôn lần thứ mấy", "lần thứ nhất", "lần thứ nhất"]]
        s.table([("Thông tin", 3), ("Bên nữ", 4), ("Bên nam", 4)], rows, points=12.5, hand=(1, 2))
        s.paragraph("Chúng tôi cam đoan những lời khai trên đây là đúng sự thật, việc kết hôn của chúng tôi là tự nguyện, không vi phạm quy định của Luật Hôn nhân và gia đình Việt Nam.")
        s.y += 3
        s.text(s.left + s.inner / 2, s.y, f"{self.place()}, {people.date_long(self.day)}", s.body, "i", anchor="m")
        s.y += 8
        s.signer("Bên nữ", b.name, "(Ký, ghi rõ họ, tên)", x=s.left + s.inner * 0.25)
        s.signer("Bên nam", a.name, "(Ký, ghi rõ họ, tên)")
        return s

    def birth_notice(self):
        r, p = self.random, self.who
        s = self.sheet(A4, "serif", 13)
        s.header("SỞ Y TẾ", f"TRẠM Y TẾ {self.place().upper()}", f"Số: {r.randint(10, 400)}/GCS", self.place(), self.day)
        s.centred("GIẤY CHỨNG SINH", 16, "b")
        s.y += 4
        for label, value in (("Họ và tên mẹ:", p.capitals), ("Năm sinh:", str(p.birth[2])), ("Nơi thường trú:", p.residence),
                             ("Số định danh cá nhân:", p.number), ("Đã sinh con vào lúc:", f"{r.randint(0, 23)} giờ {r.randint(0, 59)} phút, {people.date_text(self.day)}"),
                             ("Tại:", f"Trạm y tế {self.commune}"), ("Số con trong lần sinh này:", "01"), ("Giới tính của con:", r.choice(["Nam", "Nữ"])),
                             ("Cân nặng:", f"{r.randint(2600, 3800)} gram"), ("Dự định đặt tên con:", people.person(r, born=(2026, 2026)).name),
                             ("Người đỡ đẻ:", people.person(r).name)):
            s.field(label, value)
        s.y += 4
        s.signer("NGƯỜI ĐỠ ĐẺ", people.person(r).name, "(Ký, ghi rõ họ tên)", x=s.left + s.inner * 0.24)
        s.signer("TRƯỞNG TRẠM", people.person(r).name, "(Ký, đóng dấu)", seal=f"TRẠM Y TẾ {self.commune}")
        return s

    def business_form(self):
        r, p = self.random, self.who
        return self.form("GIẤY ĐỀ NGHỊ ĐĂNG KÝ HỘ KINH DOANH", [
            ("Tôi là:", p.capitals), (("Ngày sinh:", p.birth_text), ("Giới tính:", p.sex), ("Dân tộc:", p.nation)),
            ("Số định danh cá nhân:", "boxes"), ("Nơi thường trú:", p.residence), ("Điện thoại:", p.phone),
            ("Đăng ký hộ kinh doanh do tôi làm chủ hộ với các nội dung sau:", None),
            ("1. Tên hộ kinh doanh:", f"Hộ kinh doanh {p.name}"), ("2. Địa chỉ trụ sở:", p.residence),
            ("3. Ngành, nghề kinh doanh:", r.choice(["Bán lẻ tạp hóa", "Sửa chữa xe máy", "May đo quần áo", "Quán ăn"])),
            ("4. Vốn kinh doanh (bằng số):", f"{r.randint(3, 40) * 10}.000.000 đồng"), ("5. Số lượng lao động:", f"0{r.randint(1, 6)} người"),
            ("6. Chủ thể thành lập:", "Cá nhân")], "Phòng Kinh tế " + self.commune)

    def residence_form(self):
        p, o = self.who, people.person(self.random)
        return self.form("TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ", [
            ("1. Họ, chữ đệm và tên:", p.capitals), (("2. Ngày sinh:", p.birth_text), ("3. Giới tính:", p.sex)),
            ("4. Số ĐDCN:", "boxes"), (("5. Điện thoại:", p.phone), ("6. Email:", "")),
            ("7. Họ, chữ đệm và tên chủ hộ:", o.capitals), ("8. Quan hệ với chủ hộ:", self.random.choice(["Con", "Vợ", "Cháu", "Con dâu"])),
            ("9. Số định danh cá nhân của chủ hộ:", o.number), ("10. Nội dung đề nghị:", "Đăng ký thường trú vào hộ"),
            ("", p.residence), ("11. Những thành viên cùng thay đổi:", "không")], "Công an " + self.commune)

    def support_form(self):
        p = self.who
        return self.form("TỜ KHAI ĐỀ NGHỊ TRỢ GIÚP XÃ HỘI", [
            ("1. Họ, chữ đệm, tên:", p.capitals), (("Ngày sinh:", p.birth_text), ("Giới tính:", p.sex), ("Dân tộc:", p.nation)),
            ("Số căn cước:", "boxes"), ("2. Hộ khẩu thường trú:", p.residence), ("3. Có thẻ BHYT không?", "Có"),
            ("4. Đang hưởng chế độ nào sau đây:", "không"), ("5. Tình trạng đi học:", "đã nghỉ học"),
            ("6. Dạng tật, mức độ khuyết tật:", self.random.choice(["vận động - nặng", "nhìn - đặc biệt nặng", "nghe, nói - nặng"])),
            ("7. Tình trạng hôn nhân:", "có gia đình"), ("8. Có làm việc không?", "không"), ("9. Khả năng tự phục vụ:", "cần người giúp đỡ")])

    def disability_paper(self):
        r, p, s = self.random, self.who, self.sheet(family="serif", body=13)
        s.header(UNIT_OVER, self.commune.upper(), f"Số: {r.randint(10, 300)}/GXN", self.place(), self.day)
        s.centred("GIẤY XÁC NHẬN KHUYẾT TẬT", 15, "b")
        s.y += 3
        s.picture(portrait(r, p.sex), s.left, s.y, 30, 40)
        x = s.left + 36
        for label, value in (("Họ và tên:", p.capitals), ("Sinh ngày:", p.birth_text), ("Giới tính:", p.sex), ("Số định danh:", p.number),
                             ("Dạng khuyết tật:", "vận động"), ("Mức độ khuyết tật:", "nặng")):
            s.field(label, value, x=x)
        s.field("Nơi thường trú:", p.residence)
        for text in r.sample(people.SENTENCES, 2):
            s.paragraph(text)
        s.signer("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", people.person(r).name, seal=self.seal())
        s.box_stamp(120, 8, ["BẢN SAO"], turn=r.uniform(-4, 4))
        return s

    def contract(self, title="HỢP ĐỒNG CHO Ở NHỜ", page=1, last=False):
        r, s = self.random, self.sheet(body=self.random.choice([12, 12.5, 13]))
        if page == 1:
            s.national()
            s.y += 3
            s.centred(title, 14, "b")
            s.y += 2
            for side, p in (("BÊN A", people.person(r)), ("BÊN B", self.who)):
                s.text(s.left, s.y, side, s.body, "b")
                s.step(s.body, 1.4)
                s.paragraph(f"Ông/Bà: {p.name}, sinh ngày {p.birth_text}, số định danh cá nhân {p.number}, nơi cư trú: {p.residence}.", indent=0)
        else:
            s.page_number(page)
        clause = 1 if page == 1 else page * 3
        texts = people.SENTENCES[:]
        r.shuffle(texts)
        while texts and s.room > (80 if last else 24):
            s.paragraph(f"Điều {clause}. Nội dung thỏa thuận", style="b", indent=0)
            for n in range(r.randint(1, 2)):
                if texts and s.room > (70 if last else 20):
                    s.paragraph(f"{clause}.{n + 1}. {texts.pop()}")
            clause += 1
        if last:
            s.signer("BÊN A", people.person(r).name, "(Ký, ghi rõ họ tên)", x=s.left + s.inner * 0.24)
            s.signer("BÊN B", self.who.name, "(Ký, ghi rõ họ tên)")
        return s

    def authority(self):
        r, s, p, o = self.random, self.sheet(), self.who, people.person(self.random)
        s.national()
        s.centred("GIẤY ỦY QUYỀN", 15, "b")
        s.y += 3
        for head, x in (("Bên ủy quyền:", p), ("Bên được ủy quyền:", o)):
            s.text(s.left, s.y, head, s.body, "b")
            s.step(s.body, 1.5)
            s.field("Họ và tên:", x.name)
            s.field("Số định danh cá nhân:", x.number)
            s.field("Nơi cư trú:", x.residence)
        for text in r.sample(people.SENTENCES, 2) + [people.SENTENCES[11]]:
            s.paragraph(text)
        s.signer("BÊN ỦY QUYỀN", p.name, "(Ký, ghi rõ họ tên)", x=s.left + s.inner * 0.24)
        y = s.signer("BÊN ĐƯỢC ỦY QUYỀN", o.name, "(Ký, ghi rõ họ tên)")
        if s.h_mm - y > 45:
            s.stamp(s.left + 28, y + 18, self.seal())
            s.text(s.left + 50, y + 8, f"Chứng thực tại Ủy ban nhân dân {self.commune}", 11, "i")
        return s

    def note(self):
        """A page written wholly by hand."""
        r, s = self.random, self.sheet(margins=(22, 22, 16, 20))
        points = r.uniform(15, 18)
        s.hand(s.left + 45, s.y, "Giấy viết tay", points * 1.2)
        s.y += 16
        texts = r.sample(people.SENTENCES, 4)
        for text in [f"Tôi tên là {self.who.name}, ở {self.who.residence}."] + texts:
            for line in s.wrap(text, s.inner * 0.84, points, "i", 8):
                if s.room < 50:
                    break
                s.hand(s.left, s.y, line, points)
                s.y += 9.5
        s.hand(s.left + 95, s.y + 4, "Người viết", points)
        s.signature(s.left + 115, s.y + 24, 36, 14)
        return s

    # -- cards and pictures

    def id_copy(self, new=None, fields=None):
        """Front and back of a citizen card copied on one A4 page."""
        r, s = self.random, self.sheet(family="sans", body=12)
        person = self.who
        new = person.issued[2] == 2024 if new is None else new
        fields = fields or (11 if new else 7)
        for n, card in enumerate(card_sides(r, person, fields, new, self.dpi / 25.4)):
            x, y = 210 / 2 - 85.6 / 2 + r.uniform(-6, 6), 45 + n * 78
            s.picture(card[0], x, y, 85.6, 54)
            if card[1]:
                s.codes.append(card[1])
        s.text(105, 215, "Bản sao phục vụ chứng thực, không có giá trị khác", 11, "i", anchor="m")
        return s

    def photo_page(self):
        r, s = self.random, self.sheet(family="serif")
        if r.random() < 0.5:
            for n in range(2):
                s.picture(scene(r), 35, 30 + n * 118, 140, 96)
                s.text(105, 129 + n * 118, f"Ảnh {n + 1}: Hiện trạng nhà ở của hộ ông/bà {people.person(r).name}", 12, "i", anchor="m")
        else:
            for n in range(4):
                s.picture(portrait(r, self.who.sex), 40 + (n % 2) * 60, 50 + (n // 2) * 70, 30, 40)
            s.text(105, 205, f"Ảnh 3 x 4 của {self.who.name}", 12, "i", anchor="m")
        return s

    # -- hardly anything, and yet content

    def number_only(self):
        s = self.sheet()
        s.text(105, self.random.choice([12, 278]), self.random.choice(["2", "7", "- 4 -", "12"]), 13, anchor="m")
        return s

    def stamp_only(self):
        s = self.sheet()
        s.stamp(self.random.uniform(40, 165), self.random.uniform(50, 240), self.seal())
        return s

    def pencil_only(self):
        r, s = self.random, self.sheet()
        x, y = r.uniform(30, 80), r.uniform(40, 220)
        s.hand(x, y, r.choice(["đã đối chiếu bản chính", "hẹn anh Lộc chiều thứ năm", "thiếu chữ ký trang 2"]), r.uniform(14, 18), PENCIL)
        return s

    def blank(self, size=A4):
        return self.sheet(size)

    # -- separators

    def separator(self, payload, kind, lines):
        s = self.sheet(family="sans", body=14, margins=(20, 16, 20, 20))
        s.qr(payload, 8, 8, mm=24)
        s.codes.pop()                        # the same text twice on one page: reported once
        s.y = 34
        s.centred({"D": "TỜ NGĂN HỒ SƠ", "C": "TỜ NGĂN THÀNH PHẦN"}[kind], 30, "b")
        s.y += 6
        side = 74
        s.qr(payload, 105 - side / 2, s.y, mm=side)
        s.y += side + 8
        for line in lines:
            s.centred(line, 16, "b" if line is lines[0] else "")
            s.y += 2
        s.y = s.h_mm - 34
        s.centred("Đặt tờ này trước tập giấy khi quét. Không gấp, không ghi lên mã.", 12, "i")
        return s

    def any_separator(self):
        if self.random.random() < 0.5:
            return self.separator(codes.dossier_sheet(self.dossier, self.procedure), "D", [self.dossier, PROCEDURES[self.procedure]])
        n = self.random.randint(1, 4)
        return self.separator(codes.component_sheet(self.dossier, n, self.random.randint(1, 6)), "C", [f"Thành phần {n}", self.dossier])


def card_sides(random, person, fields, new, unit):
    """Two pictures (front, back) of an invented citizen card, each with the text of its code or None.

    A schematic card, marked MẪU (specimen): it copies no protected design."""
    w, h = int(85.6 * unit), int(54 * unit)
    payload = person.card_payload(fields)

    def put(draw, x, y, text, points, style="", fill=(30, 36, 44), family="sans"):
        draw.text((x * unit, y * unit), text, font=fonts.font(family, style, max(6, int(points * unit * 25.4 / 72))), fill=fill, anchor="la")

    def base(tints):
        image = Image.new("RGB", (w, h), tints[0])
        draw = ImageDraw.Draw(image)
        for i in range(26):
            t = i / 25
            tint = tuple(int(tints[0][c] + (tints[1][c] - tints[0][c]) * t) for c in range(3))
            draw.rectangle([w * i / 26, 0, w * (i + 1) / 26 + 1, h], fill=tint)
        for i in range(14):
            r = unit * (6 + 5 * i)
            draw.ellipse([w * 0.55 - r, h * 0.6 - r * 0.7, w * 0.55 + r, h * 0.6 + r * 0.7], outline=tuple(max(0, c - 14) for c in tints[1]))
        return image, draw

    front, draw = base(((196, 226, 222), (238, 232, 205)) if not new else ((190, 214, 232), (224, 238, 236)))
    put(draw, 21, 2.5, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 6, "b")
    put(draw, 30, 5.6, "Độc lập - Tự do - Hạnh phúc", 5.2, "b")
    put(draw, 27, 10, "CĂN CƯỚC" if new else "CĂN CƯỚC CÔNG DÂN", 9, "b", (190, 30, 40))
    front.paste(portrait(random, person.sex).resize((int(20 * unit), int(26.6 * unit))), (int(4 * unit), int(19 * unit)))
    put(draw, 27, 18, "Số / No.:", 5)
    put(draw, 38, 16.6, person.number, 9.5, "b")
    rows = [("Họ và tên / Full name:", person.capitals), ("Ngày sinh / Date of birth:", person.birth_text),
            ("Giới tính / Sex:", f"{person.sex}    Quốc tịch: Việt Nam")]
    if not new:
        rows += [("Quê quán / Place of origin:", f"{person.commune}, {person.province}"), ("Nơi thường trú / Residence:", person.residence)]
    for n, (label, value) in enumerate(rows):
        put(draw, 27, 22.4 + n * 6, label, 4.4)
        put(draw, 27, 24.4 + n * 6, value, 6.2 if n else 7.4, "b" if n == 0 else "")
    put(draw, 5, 48, "MẪU", 11, "b", (205, 120, 120))

    back, draw = base(((236, 232, 214), (200, 226, 222)) if not new else ((224, 236, 236), (196, 218, 232)))
    put(draw, 5, 4, "Đặc điểm nhận dạng / Personal identification:" if not new else "Nơi cư trú / Place of residence:", 4.6)
    put(draw, 5, 6.6, "Nốt ruồi cách 1 cm dưới mắt trái" if not new else person.residence, 6)
    put(draw, 5, 14, f"Ngày cấp: {people.date_text(person.issued)}", 6)
    draw.rectangle([6 * unit, 20 * unit, 17 * unit, 29 * unit], fill=(214, 186, 110), outline=(150, 120, 60))
    for n, line in enumerate(people.mrz(person)):
        put(draw, 5, 36 + n * 5, line, 8, "", family="mono")
    put(draw, 5, 30.5, "MẪU - NGƯỜI KHÔNG CÓ THẬT", 7, "b", (205, 120, 120))

    side = 19.0
    module = side * unit / (len(codes.qr_matrix(payload)) + 4)
    code = codes.qr_image(payload, module, quiet=2)
    target = back if new else front
    target.paste(Image.merge("RGB", (code, code, code)).point(lambda v: 20 + v * 228 // 255), (w - code.width - int(2.5 * unit), int(2 * unit) if new else int(1.5 * unit)))
    texts = (None, payload) if new else (payload, None)
    if random.random() < 0.3:
        front = front.filter(ImageFilter.GaussianBlur(0.5))
    return [(front, texts[0]), (back, texts[1])]
