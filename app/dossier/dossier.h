// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/person.h"
#include "dossier/procedure.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa::dossier {

/// The ten states of provincial synchronisation, with their numbers.
enum class DossierStatus
{
    Registered = 1,      ///< mới đăng ký
    Received = 2,        ///< được tiếp nhận
    Rejected = 3,        ///< không được tiếp nhận
    InProgress = 4,      ///< đang xử lý
    SupplementAsked = 5, ///< yêu cầu bổ sung
    PaymentAsked = 6,    ///< yêu cầu thực hiện nghĩa vụ tài chính
    Withdrawn = 7,       ///< công dân yêu cầu rút
    Stopped = 8,         ///< dừng xử lý
    Done = 9,            ///< đã xử lý xong
    Returned = 10,       ///< đã trả kết quả
};

/// A dossier (hồ sơ).
struct Dossier
{
    QString uid;              ///< 32 hex digits, ours, never changes
    QString code;             ///< mã hồ sơ
    bool provisional = false; ///< the code was given without a number range and looks so ("TAM-...")
    QString unit;             ///< code of the unit that receives
    QString decidingUnit;     ///< code of the unit that decides
    QString procedureCode;    ///< as filed, never renamed when the catalogue changes
    QString procedureName;
    QString field;
    QString catalogueVersion;
    bool givesResult = true;
    Channel channel = Channel::Direct;
    DossierStatus status = DossierStatus::Received;
    QDateTime receivedAt; ///< invalid: not counted in any indicator
    std::optional<QDateTime> dueAt = {};
    std::optional<QDateTime> finishedAt = {};
    int supplements = 0; ///< a second request makes the dossier overdue
    QString officer;     ///< who took it in, as the operating system or settings name them
    Person applicant;
    QString subject; ///< trích yếu

    bool operator==(const Dossier&) const = default;
};

enum class ComponentState
{
    Missing,   ///< nothing yet
    Present,   ///< has pages
    Finished,  ///< its paper is made
    Reused,    ///< taken from a database or the person's store
    Shown,     ///< seen and given back
    Taken,     ///< handed in, not to be scanned (photocopy, secret)
    NotNeeded, ///< the clerk says it does not apply
};

/// A component of one dossier.
struct Component
{
    QString dossierUid;
    int number = 0;
    QString name;
    Duty duty = Duty::Scan;
    bool required = false;
    QString alternativeGroup;
    ComponentState state = ComponentState::Missing;
    /// Expected number of scanned sides, from a separator or typed once; empty when nobody said.
    std::optional<int> expectedPages = {};

    bool operator==(const Component&) const = default;
};

/// Number of the pseudo component that holds the result of the procedure (kết quả).
inline constexpr int resultComponent = 1000;

enum class SignatureState
{
    Waiting,
    Signed
};

/// Where a paper stands on its way to the warehouse. "Confirmed" is said only after it was read back.
enum class DeliveryState
{
    Waiting,
    Sending,
    Confirming,
    Confirmed,
    Refused
};

/// A digitized paper: one PDF/A file for one component.
struct Paper
{
    QString uid;
    QString dossierUid;
    int component = 0;
    QString code; ///< mã giấy tờ, as paperCode() makes it: never a personal number in it
    QString title;
    QString sha256; ///< its name in the vault and in the warehouse
    qint64 bytes = 0;
    int pages = 0;
    int version = 1; ///< 2 and more replace the one before; both stay in the warehouse
    QDateTime madeAt;
    SignatureState signature = SignatureState::Waiting;
    DeliveryState delivery = DeliveryState::Waiting;
    std::optional<QDateTime> confirmedAt = {};

    bool operator==(const Paper&) const = default;
};

enum class EventKind
{
    Registered,
    Received,
    PagesAdded,
    PageSetAside,
    PageBroughtBack,
    PageEdited,
    PageDeleted,
    ComponentChanged,
    PaperMade,
    PaperConfirmed,
    StatusChanged,
    DueDateChanged,
    Corrected,
    Closed,
    NotesExcused ///< pages with a slip whose other copy somebody does without
};

/// A line of a dossier's history (sự kiện). Never holds personal data.
struct Event
{
    QString dossierUid;
    QDateTime at;
    EventKind kind = EventKind::Received;
    QString actor;      ///< officer
    QJsonObject detail; ///< numbers and codes, for the sentence that ui/ makes of it

    bool operator==(const Event&) const = default;
};

QString toString(Channel channel);
QString toString(Duty duty);
QString toString(ComponentState state);
QString toString(SignatureState state);
QString toString(DeliveryState state);
QString toString(EventKind kind);
QString toString(Sex sex);
std::optional<Channel> channelFrom(const QString& word);
std::optional<Duty> dutyFrom(const QString& word);
std::optional<ComponentState> componentStateFrom(const QString& word);
std::optional<SignatureState> signatureStateFrom(const QString& word);
std::optional<DeliveryState> deliveryStateFrom(const QString& word);
std::optional<EventKind> eventKindFrom(const QString& word);
std::optional<Sex> sexFrom(const QString& word);
std::optional<DossierStatus> dossierStatusFrom(int number); ///< empty outside 1..10

/// Person as JSON for sealing into the journal and for log entries, and back.
QJsonObject toJson(const Person& person);
Person personFrom(const QJsonObject& json);

/// 32 lower-case hex digits of a random 128-bit number: identity of dossiers, pages, papers, sessions.
QString newUid();

} // namespace sohoa::dossier
