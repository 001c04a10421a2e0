// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tour/practicehome.h"

#include "base/durablefile.h"
#include "workflow/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QUrl>

#include <array>

namespace sohoa::ui {

using workflow::HomeSettings;
using workflow::Workspace;

namespace {

/// No unit of the state has this code.
const QString practiceUnit = QStringLiteral("LUYENTAP");
constexpr qint64 sampleLimit = 8LL * 1024 * 1024;

struct Sample
{
    const char* resource;
    const char* name; ///< in the practice folder
};
// A birth registration: form, its blank back, birth notice, letter of authority.
constexpr std::array samples = {
    Sample{"desk/card-1-clean.png", "the-can-cuoc.png"},
    Sample{"papers/p003.jpg", "giay-to-mau/1 to khai.jpg"},
    Sample{"papers/p004.jpg", "giay-to-mau/1 to khai, mat sau.jpg"},
    Sample{"papers/p006.jpg", "giay-to-mau/3 giay chung sinh.jpg"},
    Sample{"papers/p009.jpg", "giay-to-mau/6 giay uy quyen.jpg"},
};

Status layOutSamples(const QString& practice)
{
    for (const Sample& sample : samples) {
        SOHOA_ASSIGN(
            const QByteArray bytes,
            readFile(QStringLiteral(":/samples/") + QString::fromLatin1(sample.resource), sampleLimit));
        SOHOA_TRY(
            writeDurablyIfAbsent(practice + QLatin1Char('/') + QString::fromLatin1(sample.name), bytes));
    }
    return {};
}

Result<std::unique_ptr<Workspace>> openOrMake(const QString& practice, const Clock& clock)
{
    HomeSettings wanted;
    wanted.unit = practiceUnit;
    wanted.unitName = QCoreApplication::translate("PracticeHome", "Practice, no real dossiers");
    wanted.officer = QCoreApplication::translate("PracticeHome", "Learner");
    wanted.workstation = 1;
    wanted.workstations = 1;
    wanted.warehouse = QUrl::fromLocalFile(QDir(practice).absoluteFilePath(QStringLiteral("warehouse")))
                           .toString(QUrl::FullyEncoded);
    SOHOA_ASSIGN(std::unique_ptr<Workspace> home, Workspace::create(practice, wanted, clock));
    SOHOA_ASSIGN(const HomeSettings settings, home->settings());
    if (settings.unit != practiceUnit) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a home that is not for practice"));
    }
    if (settings != wanted) {
        SOHOA_TRY(home->setSettings(wanted));
    }
    return home;
}

} // namespace

QString practiceFolder(const QString& home)
{
    return home + QStringLiteral("-practice");
}

QString sampleCard(const QString& practice)
{
    return practice + QLatin1Char('/') + QString::fromLatin1(samples.front().name);
}

QString samplePages(const QString& practice)
{
    return practice + QStringLiteral("/giay-to-mau");
}

Result<std::unique_ptr<Workspace>> openPracticeHome(const QString& practice, const Clock& clock)
{
    SOHOA_ASSIGN(std::unique_ptr<Workspace> home, openOrMake(practice, clock));
    SOHOA_TRY(layOutSamples(practice));
    return home;
}

} // namespace sohoa::ui
