// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/profile.h"
#include "wording/profiles.h"

#include <QSet>
#include <QTest>

using namespace sohoa;

class TestProfiles : public QObject
{
    Q_OBJECT

private slots:
    void everyDefaultProfileHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (const capture::ScanProfile& profile : capture::defaultProfiles()) {
            const QString name = wording::defaultProfileName(profile.id);
            QVERIFY2(!name.isEmpty() && name.size() <= 40, qPrintable(profile.id));
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
        }
        QCOMPARE(wording::defaultProfileName(QStringLiteral("made up by a clerk")), QString());
    }
};

QTEST_GUILESS_MAIN(TestProfiles)
#include "tst_profiles.moc"
