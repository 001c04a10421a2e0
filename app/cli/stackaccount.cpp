// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/stackaccount.h"

#include "cli/words.h"

#include <QJsonArray>

namespace sohoa::cli {

using workflow::Doubt;
using workflow::DoubtKind;
using workflow::ScanSession;
using workflow::SessionAccount;

namespace {

/// What a side is called in a sentence: sides are counted from 1.
QString sideName(int position)
{
    return position < 0 ? Words::tr("the stack") : Words::tr("side %1").arg(position + 1);
}

QString uncapped(const Doubt& doubt)
{
    switch (doubt.kind) {
    case DoubtKind::CountDiffers:
        return Words::tr("%1 sides were expected and %2 came.").arg(doubt.expected).arg(doubt.seen);
    case DoubtKind::OddSides:
        return Words::tr("Both sides are scanned, but the number of sides (%1) is odd: half a sheet is "
                         "missing.")
            .arg(doubt.seen);
    case DoubtKind::NumberSkipped:
        return Words::tr("%1: the scanner's own count jumped; a side before it did not arrive.")
            .arg(sideName(doubt.position));
    case DoubtKind::NumberAgain:
        return Words::tr("%1: the scanner's own count went back; the side came twice or out of order.")
            .arg(sideName(doubt.position));
    case DoubtKind::SameContent:
        return Words::tr("%1 is byte for byte the same as %2.")
            .arg(sideName(doubt.position), sideName(doubt.other));
    case DoubtKind::LooksAlike:
        return Words::tr("%1 shows the same sheet as %2: was it fed twice?")
            .arg(sideName(doubt.position), sideName(doubt.other));
    case DoubtKind::Incomplete:
        return Words::tr("%1 came only in part.").arg(sideName(doubt.position));
    case DoubtKind::EndedEarly:
        return Words::tr("Feeding ended early and was not gone on with.");
    case DoubtKind::Damaged:
        return Words::tr("%1 is no longer on the disk as it came.").arg(sideName(doubt.position));
    case DoubtKind::SeparatorDoubts:
        return Words::tr("%1: the separator sheets contradict each other or what followed them.")
            .arg(sideName(doubt.position));
    }
    return {};
}

QJsonObject objectOf(const SessionAccount& account)
{
    QJsonArray doubts;
    for (const Doubt& doubt : account.doubts) {
        doubts.append(QJsonObject{{QStringLiteral("kind"), toString(doubt.kind)},
                                  {QStringLiteral("side"), doubt.position + 1},
                                  {QStringLiteral("other"), doubt.other + 1},
                                  {QStringLiteral("expected"), doubt.expected},
                                  {QStringLiteral("seen"), doubt.seen}});
    }
    return {{QStringLiteral("fed"), account.fed},           {QStringLiteral("kept"), account.kept},
            {QStringLiteral("setAside"), account.setAside}, {QStringLiteral("repeated"), account.repeated},
            {QStringLiteral("deleted"), account.deleted},   {QStringLiteral("balances"), account.balances()},
            {QStringLiteral("addsUp"), account.addsUp()},   {QStringLiteral("doubts"), doubts}};
}

} // namespace

QString sentence(const Doubt& doubt)
{
    QString text = uncapped(doubt);
    return text.isEmpty() ? text : text.at(0).toUpper() + text.mid(1);
}

Exit sayAccount(const Call& call, const ScanSession& session, const SessionAccount& account,
                const QJsonObject& more)
{
    QJsonObject whole = objectOf(account);
    for (auto member = more.constBegin(); member != more.constEnd(); ++member) {
        whole[member.key()] = member.value();
    }
    whole[QStringLiteral("session")] = session.uid();
    whole[QStringLiteral("closed")] = session.isClosed();
    call.output.object(whole);
    call.output.line(Words::tr("Sides fed %1 = kept %2 + set aside %3 + repeated %4 + deleted %5  (%6)")
                         .arg(account.fed)
                         .arg(account.kept)
                         .arg(account.setAside)
                         .arg(account.repeated)
                         .arg(account.deleted)
                         .arg(session.isClosed() ? Words::tr("closed") : Words::tr("open")));
    for (const Doubt& doubt : account.doubts) {
        call.output.trouble(sentence(doubt));
    }
    return account.addsUp() || account.explained ? Exit::Done : Exit::Partly;
}

Exit readAndClose(const Call& call, ScanSession& session, ScanSession::Closing closing,
                  const QJsonObject& more)
{
    if (!session.isClosed()) {
        const auto read = session.read(call.stop, {});
        if (!read) {
            return call.fail(read.error());
        }
        const Status closed = session.close(closing);
        if (!closed && closed.error().code != ErrorCode::SheetsUnexplained) {
            return call.fail(closed.error());
        }
    }
    const auto account = session.account();
    if (!account) {
        return call.fail(account.error());
    }
    const Exit exit = sayAccount(call, session, *account, more);
    if (!session.isClosed()) {
        call.output.message(
            Words::tr("The stack stays open. Go on with: sohoa-cli scan --continue %1, or close "
                      "it as it is: sohoa-cli sessions %1 --close --knowingly")
                .arg(session.uid()));
    }
    return exit;
}

} // namespace sohoa::cli
