// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/profiles.h"

#include <QJsonDocument>
#include <QSettings>

namespace sohoa::ui {

namespace {
const QString profilesKey = QStringLiteral("scanner/profiles");
const QString chosenKey = QStringLiteral("scanner/profile");
} // namespace

std::vector<capture::ScanProfile> loadProfiles()
{
    const QByteArray kept = QSettings().value(profilesKey).toString().toUtf8();
    const auto profiles = capture::profilesFrom(QJsonDocument::fromJson(kept).object());
    return profiles ? *profiles : capture::defaultProfiles();
}

Status saveProfiles(const std::vector<capture::ScanProfile>& profiles)
{
    SOHOA_TRY(capture::checkProfiles(profiles));
    const QByteArray text = QJsonDocument(capture::toJson(profiles)).toJson(QJsonDocument::Compact);
    QSettings stored;
    stored.setValue(profilesKey, QString::fromUtf8(text));
    stored.sync();
    return stored.status() == QSettings::NoError
               ? Status()
               : failure(ErrorCode::StorageFailed, QStringLiteral("ways of scanning"));
}

QString loadChosenProfile()
{
    return QSettings().value(chosenKey).toString();
}

void saveChosenProfile(const QString& profileId)
{
    QSettings().setValue(chosenKey, profileId);
}

} // namespace sohoa::ui
