// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/digest.h"
#include "storage/backup.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/vault.h"
#include "support/fixedclock.h"
#include "support/testsupport.h"

#include <QTemporaryDir>

namespace sohoa::test {

inline SecretKey keyOf(char byte)
{
    return std::move(*SecretKey::fromBytes(QByteArray(SecretKey::size, byte)));
}

/// An invented dossier; `number` makes it different from others.
inline dossier::Dossier inventedDossier(int number)
{
    dossier::Dossier dossier;
    dossier.uid = dossier::newUid();
    dossier.code = QStringLiteral("H56.14-261120-%1").arg(number, 4, 10, QLatin1Char('0'));
    dossier.unit = QStringLiteral("H56.14");
    dossier.procedureCode = QStringLiteral("1.001193");
    dossier.procedureName = QStringLiteral("Đăng ký khai sinh");
    dossier.field = QStringLiteral("Hộ tịch");
    dossier.catalogueVersion = QStringLiteral("2026-07");
    dossier.receivedAt = fromIso(QStringLiteral("2026-11-20T08:00:00.000+07:00")).addSecs(number);
    dossier.officer = QStringLiteral("lan");
    dossier.applicant.personalNumber = QStringLiteral("079098%1").arg(number, 6, 10, QLatin1Char('0'));
    dossier.applicant.fullName = QStringLiteral("Nguyễn Thị Đào");
    dossier.applicant.birthDate = QDate(1998, 1, 1);
    dossier.applicant.sex = dossier::Sex::Female;
    dossier.applicant.residence = QStringLiteral("Số 1 Đường ABC");
    dossier.subject = QStringLiteral("Khai sinh cho con");
    return dossier;
}

inline dossier::Component inventedComponent(const dossier::Dossier& dossier, int number)
{
    dossier::Component component;
    component.dossierUid = dossier.uid;
    component.number = number;
    component.name = QStringLiteral("Tờ khai %1").arg(number);
    component.required = true;
    return component;
}

inline dossier::Page inventedPage(const QString& session, int position)
{
    dossier::Page page;
    page.uid = dossier::newUid();
    page.session = session;
    page.position = position;
    page.sha256 = sha256Hex(page.uid.toLatin1());
    page.width = 2480;
    page.height = 3508;
    page.dpi = 300;
    page.bytes = 400'000;
    page.scannedAt = fromIso(QStringLiteral("2026-11-20T08:30:00.000+07:00"));
    page.source = QStringLiteral("bản scan nguyễn văn a.jpg");
    return page;
}

inline dossier::Paper inventedPaper(const dossier::Dossier& dossier, int component)
{
    dossier::Paper paper;
    paper.uid = dossier::newUid();
    paper.dossierUid = dossier.uid;
    paper.component = component;
    paper.code = dossier.code + QStringLiteral("-TP%1").arg(component);
    paper.title = QStringLiteral("Tờ khai");
    paper.sha256 = sha256Hex(paper.uid.toLatin1());
    paper.bytes = 123'456;
    paper.pages = 2;
    paper.madeAt = fromIso(QStringLiteral("2026-11-20T08:31:00.000+07:00"));
    return paper;
}

/// A folder with a journal in it that goes away with the test.
struct JournalFolder
{
    QTemporaryDir folder;
    FixedClock clock;
    std::unique_ptr<storage::Journal> journal;

    [[nodiscard]] QString path() const { return storage::journalPath(folder.path()); }
    Result<std::unique_ptr<storage::Journal>> open(char key = 'k')
    {
        return storage::Journal::open(path(), keyOf(key), clock);
    }
    /// Closes it and opens it again, as a new start of the program would.
    Status reopen()
    {
        journal.reset();
        auto opened = open();
        if (!opened) {
            return failure(opened.error());
        }
        journal = std::move(*opened);
        return {};
    }
    Status openDossier(const dossier::Dossier& dossier,
                       const std::vector<dossier::Component>& components = {})
    {
        return journal->write(
            [&](storage::JournalWriter& writer) { return writer.openDossier(dossier, components); });
    }
};

} // namespace sohoa::test
