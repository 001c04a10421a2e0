// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sohoa::storage {

using namespace dossier;

Result<Dossier> dossierOf(const Statement& row, const Sealer& sealer, int first)
{
    int column = first;
    Dossier dossier;
    dossier.uid = row.text(column++);
    dossier.code = row.text(column++);
    dossier.provisional = row.flag(column++);
    dossier.unit = row.text(column++);
    dossier.decidingUnit = row.text(column++);
    dossier.procedureCode = row.text(column++);
    dossier.procedureName = row.text(column++);
    dossier.field = row.text(column++);
    dossier.catalogueVersion = row.text(column++);
    dossier.givesResult = row.flag(column++);
    dossier.channel = static_cast<Channel>(row.number(column++));
    SOHOA_ASSIGN(dossier.status, known(dossierStatusFrom(row.number(column++)), "dossier.status"));
    dossier.receivedAt = row.time(column++);
    dossier.dueAt = row.optionalTime(column++);
    dossier.finishedAt = row.optionalTime(column++);
    dossier.supplements = row.number(column++);
    dossier.officer = row.text(column++);
    SOHOA_ASSIGN(const QByteArray applicant,
                 sealer.open("dossier.applicant", dossier.uid, row.blob(column++)));
    dossier.applicant = personFrom(QJsonDocument::fromJson(applicant).object());
    SOHOA_ASSIGN(const QByteArray subject, sealer.open("dossier.subject", dossier.uid, row.blob(column++)));
    dossier.subject = QString::fromUtf8(subject);
    return dossier;
}

Result<Component> componentOf(const Statement& row)
{
    Component component;
    component.dossierUid = row.text(0);
    component.number = row.number(1);
    component.name = row.text(2);
    SOHOA_ASSIGN(component.duty, known(dutyFrom(row.text(3)), "component.duty"));
    component.required = row.flag(4);
    component.alternativeGroup = row.text(5);
    SOHOA_ASSIGN(component.state, known(componentStateFrom(row.text(6)), "component.state"));
    component.expectedPages = row.optionalNumber(7);
    return component;
}

Result<Paper> paperOf(const Statement& row)
{
    Paper paper;
    int column = 0;
    paper.uid = row.text(column++);
    paper.dossierUid = row.text(column++);
    paper.component = row.number(column++);
    paper.code = row.text(column++);
    paper.title = row.text(column++);
    paper.sha256 = row.text(column++);
    paper.bytes = row.integer(column++);
    paper.pages = row.number(column++);
    paper.version = row.number(column++);
    paper.madeAt = row.time(column++);
    SOHOA_ASSIGN(paper.signature, known(signatureStateFrom(row.text(column++)), "paper.signature"));
    SOHOA_ASSIGN(paper.delivery, known(deliveryStateFrom(row.text(column++)), "paper.delivery"));
    paper.confirmedAt = row.optionalTime(column++);
    return paper;
}

std::optional<OpenedPages::Opened> OpenedPages::find(const QString& uid, const QByteArray& source,
                                                     const QByteArray& findings)
{
    const std::scoped_lock lock(m_mutex);
    const Entry* entry = m_entries.object(uid);
    return entry != nullptr && entry->source == source && entry->findings == findings
               ? std::optional(entry->opened)
               : std::nullopt;
}

void OpenedPages::keep(const QString& uid, const QByteArray& source, const QByteArray& findings,
                       const Opened& opened)
{
    const std::scoped_lock lock(m_mutex);
    m_entries.insert(uid, new Entry{source, findings, opened});
}

namespace {

/// The sealed columns of a page. @param findings empty where nobody looked at the page yet
Result<OpenedPages::Opened> openPage(const QString& uid, const QByteArray& sealedSource,
                                     const QByteArray& sealedFindings, const Sealer& sealer)
{
    OpenedPages::Opened opened;
    SOHOA_ASSIGN(const QByteArray source, sealer.open("page.source", uid, sealedSource));
    opened.source = QString::fromUtf8(source);
    if (!sealedFindings.isEmpty()) {
        SOHOA_ASSIGN(const QByteArray findings, sealer.open("page.findings", uid, sealedFindings));
        SOHOA_ASSIGN(opened.findings,
                     known(findingsFrom(QJsonDocument::fromJson(findings).object()), "page.findings"));
    }
    return opened;
}

} // namespace

Result<Page> pageOf(const Statement& row, const Sealer& sealer, OpenedPages* cache)
{
    Page page;
    int column = 0;
    page.uid = row.text(column++);
    page.session = row.text(column++);
    page.position = row.number(column++);
    page.dossierUid = row.text(column++);
    page.component = row.number(column++);
    page.order = row.number(column++);
    page.sha256 = row.text(column++);
    page.indexInFile = row.number(column++);
    SOHOA_ASSIGN(page.format, known(pageFormatFrom(row.text(column++)), "page.format"));
    page.width = row.number(column++);
    page.height = row.number(column++);
    page.dpi = row.real(column++);
    SOHOA_ASSIGN(page.mode, known(colourModeFrom(row.text(column++)), "page.mode"));
    page.bytes = row.integer(column++);
    SOHOA_ASSIGN(page.state, known(pageStateFrom(row.text(column++)), "page.state"));
    SOHOA_ASSIGN(page.reason, known(setAsideReasonFrom(row.text(column++)), "page.reason"));
    page.incomplete = row.flag(column++);
    page.scannedAt = row.time(column++);
    const QByteArray source = row.blob(column++);
    const QByteArray findings = row.isNull(column) ? QByteArray() : row.blob(column);
    ++column;
    std::optional<OpenedPages::Opened> opened =
        cache == nullptr ? std::nullopt : cache->find(page.uid, source, findings);
    if (!opened) {
        SOHOA_ASSIGN(opened, openPage(page.uid, source, findings, sealer));
        if (cache != nullptr) {
            cache->keep(page.uid, source, findings, *opened);
        }
    }
    page.source = std::move(opened->source);
    page.findings = std::move(opened->findings);
    SOHOA_ASSIGN(page.edits, known(editsFrom(QJsonDocument::fromJson(row.text(column++).toUtf8()).object()),
                                   "page.edits"));
    SOHOA_ASSIGN(page.note, known(stuckNoteFrom(row.text(column++)), "page.note"));
    page.withoutNoteOf = row.text(column);
    return page;
}

Result<std::vector<Value>> pageValues(const Page& page, const Sealer& sealer)
{
    SOHOA_ASSIGN(QByteArray source, sealer.seal("page.source", page.uid, page.source.toUtf8()));
    Value findings(nullptr);
    if (page.findings) {
        SOHOA_ASSIGN(QByteArray sealed,
                     sealer.seal("page.findings", page.uid, compactJson(toJson(*page.findings))));
        findings = Value(std::move(sealed));
    }
    return std::vector<Value>{page.uid,
                              page.session,
                              page.position,
                              page.dossierUid.isEmpty() ? Value(nullptr) : Value(page.dossierUid),
                              page.component,
                              page.order,
                              page.sha256,
                              page.indexInFile,
                              toString(page.format),
                              page.width,
                              page.height,
                              page.dpi,
                              toString(page.mode),
                              page.bytes,
                              toString(page.state),
                              toString(page.reason),
                              page.incomplete,
                              page.scannedAt,
                              std::move(source),
                              std::move(findings),
                              QString::fromUtf8(compactJson(toJson(page.edits))),
                              toString(page.note),
                              page.withoutNoteOf};
}

QByteArray pagesToJson(const std::vector<Page>& pages)
{
    QJsonArray list;
    for (const Page& page : pages) {
        list += QJsonObject{{QStringLiteral("uid"), page.uid},
                            {QStringLiteral("session"), page.session},
                            {QStringLiteral("position"), page.position},
                            {QStringLiteral("dossier"), page.dossierUid},
                            {QStringLiteral("component"), page.component},
                            {QStringLiteral("order"), page.order},
                            {QStringLiteral("sha256"), page.sha256},
                            {QStringLiteral("index"), page.indexInFile},
                            {QStringLiteral("format"), toString(page.format)},
                            {QStringLiteral("width"), page.width},
                            {QStringLiteral("height"), page.height},
                            {QStringLiteral("dpi"), page.dpi},
                            {QStringLiteral("mode"), toString(page.mode)},
                            {QStringLiteral("bytes"), page.bytes},
                            {QStringLiteral("state"), toString(page.state)},
                            {QStringLiteral("reason"), toString(page.reason)},
                            {QStringLiteral("incomplete"), page.incomplete},
                            {QStringLiteral("scannedAt"),
                             page.scannedAt.isValid() ? QJsonValue(toIso(page.scannedAt)) : QJsonValue()},
                            {QStringLiteral("source"), page.source},
                            {QStringLiteral("edits"), toJson(page.edits)},
                            {QStringLiteral("note"), toString(page.note)},
                            {QStringLiteral("withoutNoteOf"), page.withoutNoteOf}};
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

std::vector<Page> pagesFromJson(const QByteArray& json)
{
    std::vector<Page> pages;
    const QJsonArray list = QJsonDocument::fromJson(json).array();
    for (const QJsonValue& value : list) {
        const QJsonObject object = value.toObject();
        const auto text = [&object](const char* name) { return object[QLatin1String(name)].toString(); };
        const auto number = [&object](const char* name) { return object[QLatin1String(name)].toInt(); };
        Page page;
        page.uid = text("uid");
        page.session = text("session");
        page.position = number("position");
        page.dossierUid = text("dossier");
        page.component = number("component");
        page.order = number("order");
        page.sha256 = text("sha256");
        page.indexInFile = number("index");
        page.format = pageFormatFrom(text("format")).value_or(PageFormat::Jpeg);
        page.width = number("width");
        page.height = number("height");
        page.dpi = object[QLatin1String("dpi")].toDouble();
        page.mode = colourModeFrom(text("mode")).value_or(ColourMode::Colour);
        page.bytes = object[QLatin1String("bytes")].toInteger();
        page.state = pageStateFrom(text("state")).value_or(PageState::Kept);
        page.reason = setAsideReasonFrom(text("reason")).value_or(SetAsideReason::None);
        page.incomplete = object[QLatin1String("incomplete")].toBool();
        page.scannedAt = fromIso(text("scannedAt"));
        page.source = text("source");
        page.edits = editsFrom(object[QLatin1String("edits")].toObject()).value_or(PageEdits{});
        page.note = stuckNoteFrom(text("note")).value_or(StuckNote::None);
        page.withoutNoteOf = text("withoutNoteOf");
        pages.push_back(std::move(page));
    }
    return pages;
}

QByteArray compactJson(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<std::optional<Dossier>> findDossier(Connection& connection, const Sealer& sealer, const QString& uid)
{
    static const std::string sql = "SELECT " + dossierColumns + " FROM dossier d WHERE d.uid = ?1";
    return firstRow(connection, sql, {uid},
                    [&sealer](const Statement& row) { return dossierOf(row, sealer); });
}

Result<std::vector<Component>> findComponents(Connection& connection, const QString& dossierUid)
{
    static const std::string sql =
        "SELECT " + componentColumns + " FROM component WHERE dossierUid = ?1 ORDER BY number";
    return allRows(connection, sql, {dossierUid}, componentOf);
}

Result<std::optional<Page>> findPage(Connection& connection, const Sealer& sealer, const QString& uid)
{
    static const std::string sql = "SELECT " + pageColumns + " FROM page WHERE uid = ?1";
    return firstRow(connection, sql, {uid}, [&sealer](const Statement& row) { return pageOf(row, sealer); });
}

Result<std::optional<Paper>> findPaper(Connection& connection, const QString& uid)
{
    static const std::string sql = "SELECT " + paperColumns + " FROM paper WHERE uid = ?1";
    return firstRow(connection, sql, {uid}, paperOf);
}

std::string overdueCondition(const std::string& now)
{
    return "(d.supplements >= 2 OR COALESCE(COALESCE(d.finishedAt, " + now + ") > d.dueAt, 0))";
}

qint64 startOfDay(QDate day)
{
    constexpr int vietnamOffsetSeconds = 7 * 3600;
    return QDateTime(day, QTime(0, 0), Qt::OffsetFromUTC, vietnamOffsetSeconds).toMSecsSinceEpoch();
}

} // namespace sohoa::storage
