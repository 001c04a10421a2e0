// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "madedossier.h"

#include "base/clock.h"
#include "base/digest.h"

#include <array>
#include <random>

namespace sohoa::bench {

namespace {

using dossier::DossierStatus;

constexpr std::array families = {"Nguyễn", "Trần", "Lê",  "Phạm", "Hoàng", "Huỳnh", "Phan",  "Vũ",
                                 "Võ",     "Đặng", "Bùi", "Đỗ",   "Hồ",    "Ngô",   "Dương", "Lý"};
constexpr std::array middles = {"Thị", "Văn", "Ngọc", "Minh", "Thanh", "Hữu", "Quốc", "Đức", "Kim", "Xuân"};
constexpr std::array givens = {"An",   "Bình", "Châu", "Dũng", "Đào",  "Giang", "Hà",    "Hạnh",
                               "Hòa",  "Hùng", "Lan",  "Linh", "Long", "Mai",   "Nam",   "Nga",
                               "Phúc", "Quân", "Sơn",  "Thảo", "Thu",  "Tuấn",  "Trang", "Yến"};
struct Kind
{
    const char* code;
    const char* name;
    const char* field;
};
constexpr std::array kinds = {Kind{"1.001193", "Đăng ký khai sinh", "Hộ tịch"},
                              Kind{"1.000894", "Đăng ký kết hôn", "Hộ tịch"},
                              Kind{"2.000815", "Chứng thực bản sao từ bản chính", "Chứng thực"},
                              Kind{"1.001612", "Đăng ký thành lập hộ kinh doanh", "Hộ kinh doanh"},
                              Kind{"1.004222", "Đăng ký thường trú", "Cư trú"},
                              Kind{"1.001776", "Thực hiện trợ cấp xã hội hằng tháng", "Bảo trợ xã hội"}};
constexpr std::array officers = {"lan", "hung", "mai", "son", "thao"};
constexpr std::array statuses = {DossierStatus::Received, DossierStatus::InProgress, DossierStatus::Done,
                                 DossierStatus::Returned, DossierStatus::Returned,   DossierStatus::Returned};

template<typename Words>
QString pick(std::mt19937& random, const Words& words)
{
    return QString::fromUtf8(words[random() % words.size()]);
}

} // namespace

MadeDossier madeDossier(int number, int of)
{
    std::mt19937 random(static_cast<std::mt19937::result_type>(number) + 1U);
    const QDateTime first = fromIso(QStringLiteral("2026-01-05T08:00:00.000+07:00"));
    constexpr qint64 secondsOfTenMonths = 300LL * 24 * 3600;
    const Kind& kind = kinds[random() % kinds.size()];
    MadeDossier made;
    dossier::Dossier& dossier = made.dossier;
    dossier.uid = dossier::newUid();
    dossier.receivedAt = first.addSecs(secondsOfTenMonths * number / of);
    dossier.code = QStringLiteral("H56.14-%1-%2")
                       .arg(dossier.receivedAt.toString(QStringLiteral("yyMMdd")))
                       .arg(number, 6, 10, QLatin1Char('0'));
    dossier.unit = QStringLiteral("H56.14");
    dossier.procedureCode = QLatin1String(kind.code);
    dossier.procedureName = QString::fromUtf8(kind.name);
    dossier.field = QString::fromUtf8(kind.field);
    dossier.catalogueVersion = QStringLiteral("2026.09-1");
    dossier.status = statuses[random() % statuses.size()];
    dossier.dueAt = dossier.receivedAt.addDays(5);
    if (dossier.status == DossierStatus::Done || dossier.status == DossierStatus::Returned) {
        dossier.finishedAt = dossier.receivedAt.addDays(static_cast<qint64>(random() % 7));
    }
    dossier.officer = QLatin1String(officers[random() % officers.size()]);
    dossier.applicant.fullName =
        pick(random, families) + u' ' + pick(random, middles) + u' ' + pick(random, givens);
    dossier.applicant.personalNumber = QStringLiteral("079098%1").arg(number, 6, 10, QLatin1Char('0'));
    dossier.applicant.birthDate = QDate(1950, 1, 1).addDays(static_cast<qint64>(random() % 20'000));
    dossier.applicant.residence = QStringLiteral("Số %1 đường Thử").arg(random() % 400);
    dossier.subject = dossier.procedureName;

    constexpr int components = 2;
    for (int component = 1; component <= components; ++component) {
        dossier::Component one;
        one.dossierUid = dossier.uid;
        one.number = component;
        one.name = QStringLiteral("Tờ khai %1").arg(component);
        one.required = true;
        made.components.push_back(one);
    }
    if (random() % 10 < 7) { // seven of ten are digitized
        dossier::Paper paper;
        paper.uid = dossier::newUid();
        paper.dossierUid = dossier.uid;
        paper.component = 1;
        paper.code = dossier.code + QStringLiteral("-TP1");
        paper.title = made.components.front().name;
        paper.sha256 = sha256Hex(paper.uid.toLatin1());
        paper.bytes = 400'000;
        paper.pages = 2;
        paper.madeAt = dossier.receivedAt.addSecs(600);
        made.papers.push_back(paper);
        made.components.front().state = dossier::ComponentState::Finished;
    }
    return made;
}

} // namespace sohoa::bench
