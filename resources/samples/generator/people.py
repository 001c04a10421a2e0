# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0
"""Invented persons, places, numbers and sentences. Nobody here exists.

Province names and number prefixes are real because programs check them; communes, villages, streets,
personal numbers and people are made up.
"""

import unicodedata
from dataclasses import dataclass

PREFIXES = {
    "001": "Hà Nội", "022": "Quảng Ninh", "024": "Bắc Giang", "027": "Bắc Ninh", "031": "Hải Phòng",
    "034": "Thái Bình", "035": "Hà Nam", "036": "Nam Định", "037": "Ninh Bình", "038": "Thanh Hóa",
    "040": "Nghệ An", "042": "Hà Tĩnh", "048": "Đà Nẵng", "066": "Đắk Lắk", "079": "TP. Hồ Chí Minh",
    "092": "Cần Thơ",
}

FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
          "Dương", "Lý", "Trịnh", "Đinh", "Mai", "Lương"]
MIDDLE = {"Nam": ["Văn", "Hữu", "Đức", "Quốc", "Minh", "Xuân", "Ngọc", "Thế"],
          "Nữ": ["Thị", "Ngọc", "Thu", "Thùy", "Bích", "Kim", "Thanh", "Phương"]}
GIVEN = {"Nam": ["Hưởng", "Bảo", "Dũng", "Thắng", "Khôi", "Nghĩa", "Sỹ", "Trường", "Vượng", "Hiếu", "Lộc", "Quyết",
                 "Tường", "Đạt", "Phước", "Nhật"],
         "Nữ": ["Hằng", "Lụa", "Mỹ", "Nguyệt", "Phượng", "Quỳnh", "Thảo", "Tuyết", "Yến", "Duyên", "Hạnh", "Ngần",
                "Thơm", "Vẻ", "Ánh", "Diễm"]}

COMMUNES = ["xã Lâm Thượng Hạ", "xã Đồng Bãi Vân", "phường Cầu Đá Mới", "xã Trung Khê Thủy", "xã Hòa Lạc Sơn Đoài",
            "phường Bến Tre Ngà", "xã Phú Quế Thịnh", "xã Yên Vọng Đông"]
HAMLETS = ["thôn Đông Vọng", "thôn Ngã Tư Sét", "xóm Bãi Dứa", "thôn Quỳnh Lưu Thượng", "tổ dân phố số 3",
           "xóm Đồng Chùa", "thôn Giếng Đá", "tổ dân phố Cầu Mây"]
STREETS = ["đường Hoa Gạo", "đường Bờ Sông Cũ", "ngõ Giếng Nước", "đường Tre Xanh", "đường Chợ Phiên"]
NATIONS = ["Kinh", "Mường", "Tày", "Thái"]
JOBS = ["làm ruộng", "giáo viên", "thợ may", "buôn bán nhỏ", "công nhân", "thợ mộc", "lái xe", "nội trợ"]


@dataclass
class Person:
    name: str
    sex: str
    birth: tuple          # day, month, year
    number: str           # 12 digits
    old_number: str       # 9 digits or nothing
    residence: str
    commune: str
    province: str
    nation: str
    job: str
    phone: str
    issued: tuple

    @property
    def capitals(self):
        return self.name.upper()

    @property
    def birth_text(self):
        return date_text(self.birth)

    def card_payload(self, fields):
        """The text in the QR code of the citizen card: 7 fields, or 11 on the newer cards."""
        parts = [self.number, self.old_number, self.name.upper(), "%02d%02d%04d" % self.birth, self.sex,
                 self.residence[0].upper() + self.residence[1:], "%02d%02d%04d" % self.issued]
        return "|".join(parts + [""] * (fields - 7))


def check_digit(text):
    """The check digit of machine-readable zones: weights 7, 3, 1."""
    value = lambda c: int(c) if c.isdigit() else 0 if c == "<" else ord(c) - 55    # noqa: E731
    return str(sum(value(c) * (7, 3, 1)[i % 3] for i, c in enumerate(text)) % 10)


def mrz(person):
    """The three lines on the back of a chip card."""
    plain = "".join(c for c in unicodedata.normalize("NFD", person.name.upper().replace("Đ", "D")) if c.isascii())
    family, *rest = plain.split()
    first = "IDVNM" + person.number[3:] + check_digit(person.number[3:]) + person.number + "<<" + check_digit(person.number)
    day, month, year = person.birth
    birth = "%02d%02d%02d" % (year % 100, month, day)
    last = "%02d%02d%02d" % ((year + (25 if year > 2000 else 40 if year > 1985 else 60)) % 100, month, day)
    second = birth + check_digit(birth) + ("M" if person.sex == "Nam" else "F") + last + check_digit(last) + "VNM" + "<" * 11
    second += check_digit(first[5:30] + second[0:7] + second[8:15] + second[18:29])
    return [first, second, (family + "<<" + "<".join(rest)).ljust(30, "<")[:30]]


def date_text(day):
    return "%02d/%02d/%04d" % tuple(day)


def date_long(day):
    return "ngày %02d tháng %02d năm %04d" % tuple(day)


def person(random, sex=None, born=(1955, 2005), new_card=None):
    sex = sex or random.choice(["Nam", "Nữ"])
    name = f"{random.choice(FAMILY)} {random.choice(MIDDLE[sex])} {random.choice(GIVEN[sex])}"
    year = random.randint(*born)
    birth = (random.randint(1, 28), random.randint(1, 12), year)
    prefix = random.choice(sorted(PREFIXES))
    century = (0 if year < 2000 else 2) + (0 if sex == "Nam" else 1)
    number = f"{prefix}{century}{year % 100:02d}{random.randint(900000, 999999):06d}"
    old = f"{random.randint(100000000, 399999999):09d}" if year < 1998 and random.random() < 0.7 else ""
    province, commune = PREFIXES[prefix], random.choice(COMMUNES)
    place = random.choice(HAMLETS) if random.random() < 0.6 else f"số {random.randint(2, 190)} {random.choice(STREETS)}"
    if new_card is None:
        new_card = random.random() < 0.4
    issued = ((random.randint(1, 28), random.randint(7, 12), 2024) if new_card
              else (random.randint(1, 28), random.randint(1, 12), random.choice([2021, 2022, 2023])))
    return Person(name, sex, birth, number, old, f"{place}, {commune}, {province}", commune, province,
                  random.choice(NATIONS), random.choice(JOBS), f"0900 {random.randint(0, 999):03d} {random.randint(0, 999):03d}",
                  issued)


SENTENCES = [
    "Căn cứ Luật Tổ chức chính quyền địa phương và quy chế làm việc của Ủy ban nhân dân, bộ phận chuyên môn đã kiểm tra thực tế tại địa bàn.",
    "Sau khi xem xét đơn đề nghị của công dân và ý kiến của trưởng thôn, hồ sơ được xác định là đầy đủ, hợp lệ theo quy định hiện hành.",
    "Đề nghị các đơn vị phối hợp niêm yết công khai kết quả tại nhà văn hóa thôn trong thời hạn bảy ngày làm việc kể từ ngày ký.",
    "Trường hợp có thay đổi thông tin, người đề nghị có trách nhiệm thông báo bằng văn bản để cơ quan có thẩm quyền điều chỉnh kịp thời.",
    "Kinh phí thực hiện được lấy từ nguồn ngân sách địa phương đã phân bổ và các nguồn hợp pháp khác theo quy định của pháp luật.",
    "Việc tiếp nhận, giải quyết và trả kết quả được thực hiện tại Trung tâm Phục vụ hành chính công, không thu thêm bất kỳ khoản phí nào khác.",
    "Giao công chức phụ trách theo dõi, đôn đốc, tổng hợp kết quả và báo cáo Chủ tịch Ủy ban nhân dân trước ngày 25 hằng tháng.",
    "Những nội dung chưa rõ, đề nghị liên hệ trực tiếp với bộ phận một cửa để được hướng dẫn cụ thể, tránh phải đi lại nhiều lần.",
    "Hai bên đã đọc lại toàn bộ nội dung, hiểu rõ quyền và nghĩa vụ của mình, tự nguyện ký tên và chịu trách nhiệm trước pháp luật.",
    "Diện tích nhà ở và đất ở nêu trên không có tranh chấp, không bị kê biên và hiện do gia đình đang trực tiếp quản lý, sử dụng.",
    "Các hộ gia đình thuộc diện được hỗ trợ phải có tên trong danh sách đã được thôn họp bình xét công khai, dân chủ và lập biên bản.",
    "Người được ủy quyền có quyền nộp hồ sơ, ký các giấy tờ liên quan, nhận kết quả và nộp phí, lệ phí thay cho người ủy quyền.",
    "Tôi cam đoan những lời khai trên đây là đúng sự thật và chịu hoàn toàn trách nhiệm trước pháp luật về nội dung cam đoan của mình.",
    "Quyết định này có hiệu lực kể từ ngày ký; các quy định trước đây trái với Quyết định này đều bị bãi bỏ.",
    "Ủy ban nhân dân nhận được đơn của bà con phản ánh đường vào nghĩa trang bị sạt lở sau mưa bão, xe chở vật liệu không vào được.",
    "Gia đình đã ở ổn định tại địa chỉ trên từ năm 1994, có tên trong sổ địa chính cũ, ranh giới với các hộ liền kề rõ ràng.",
    "Thời gian làm việc: buổi sáng từ 7 giờ 30 phút đến 11 giờ 30 phút, buổi chiều từ 13 giờ 30 phút đến 17 giờ, trừ ngày lễ.",
    "Mọi vướng mắc trong quá trình thực hiện, đề nghị phản ánh kịp thời về Văn phòng Hội đồng nhân dân và Ủy ban nhân dân để xem xét.",
    "Người khuyết tật, người cao tuổi, phụ nữ mang thai được ưu tiên tiếp nhận trước; công chức hướng dẫn tận nơi khi có yêu cầu.",
    "Văn bản này được lập thành ba bản có giá trị như nhau, mỗi bên giữ một bản, một bản lưu tại hồ sơ của cơ quan chứng thực.",
]

SUBJECTS = [
    "Về việc phối hợp xác minh nơi cư trú của công dân",
    "Về việc niêm yết công khai danh sách hộ được hỗ trợ",
    "Về việc rà soát, số hóa hồ sơ còn hiệu lực",
    "Về việc xác nhận thông tin hộ tịch phục vụ giải quyết thủ tục hành chính",
    "Về việc hướng dẫn bổ sung thành phần hồ sơ",
]
