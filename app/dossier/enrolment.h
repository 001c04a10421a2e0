// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

namespace sohoa::dossier {

/// Tệp ghi danh: everything that makes a computer a workstation of its unit, in one small file that the
/// province gives. It holds keys: never into a log, a message, or a journal as it is.
struct Enrolment
{
    QString warehouse; ///< "s3+https://host/bucket[/prefix]"
    QString region;    ///< as S3 signs it
    bool isVirtualHost = false;
    QString accessKey;
    QString secretKey;
    QByteArray caPem; ///< certificates of the province's own authority; empty: those of the system do
    QString proxy;    ///< "" as the system says, "none", "host:port"
    QString unit;     ///< mã định danh, "H56.14"
    QString unitName;
    int workstation = 0; ///< k of n
    int workstations = 0;
    QDate validUntil; ///< the last day on which the keys hold; not valid: no such day

    bool operator==(const Enrolment&) const = default;
};

/// Why a text is no enrolment that can be used. Each has its sentence in wording.
enum class EnrolmentFault
{
    Unreadable,  ///< no JSON: cut off, or letters were changed on their way from a reader
    TooLarge,    ///< no enrolment is so long
    Other,       ///< JSON, but no enrolment
    Newer,       ///< of a version that this program does not know
    Incomplete,  ///< a member is missing, or has no such form
    Unknown,     ///< a member that the version does not have: perhaps a mistyped name
    Unit,        ///< the code or the name of the unit
    Workstation, ///< not 1 <= k <= n <= 99
    Warehouse,   ///< no address of an S3 warehouse
    Keys,        ///< what stands for the keys cannot be any
    Authority,   ///< no certificates, or more than that (a private key)
    Proxy,
    Expired, ///< its last day has passed
};

} // namespace sohoa::dossier
