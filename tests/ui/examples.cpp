// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/examples.h"

#include "base/clock.h"
#include "ui/deliveries/waitingmodel.h"
#include "ui/style/tokens.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace sohoa::test {

using namespace dossier;

QDateTime exampleNow()
{
    return fromIso(QStringLiteral("2026-11-20T09:42:00.000+07:00"));
}

Person examplePerson()
{
    Person person;
    person.personalNumber = QStringLiteral("038190000017");
    person.oldNumber = QStringLiteral("172345678");
    person.fullName = QStringLiteral("Nguyễn Thị Thanh Huyền");
    person.birthDate = QDate(1990, 3, 14);
    person.sex = Sex::Female;
    person.residence = QStringLiteral("Thôn Đông Hòa, Xã Thanh Bình, Tỉnh Thanh Hóa");
    person.issueDate = QDate(2022, 8, 9);
    return person;
}

CardReading exampleCard()
{
    return CardReading{examplePerson(), {}, 7};
}

std::vector<Procedure> exampleProcedures()
{
    Procedure birth;
    birth.code = QStringLiteral("1.001193");
    birth.name = QStringLiteral("Đăng ký khai sinh");
    birth.field = QStringLiteral("Hộ tịch");
    birth.limit.note = QStringLiteral("Giải quyết trong ngày tiếp nhận");
    birth.results = {QStringLiteral("Giấy khai sinh")};
    Procedure late = birth;
    late.code = QStringLiteral("1.004884");
    late.name = QStringLiteral("Đăng ký lại khai sinh");
    Procedure both = birth;
    both.code = QStringLiteral("2.000986");
    both.name =
        QStringLiteral("Liên thông thủ tục hành chính về đăng ký khai sinh, đăng ký thường trú, cấp thẻ "
                       "bảo hiểm y tế cho trẻ em dưới 6 tuổi");
    Procedure old = birth;
    old.code = QStringLiteral("2.001023");
    old.name = QStringLiteral("Đăng ký khai sinh kết hợp nhận cha, mẹ, con");
    old.repealed = true;
    old.replacedBy = QStringLiteral("3.000722");
    return {birth, late, both, old};
}

ui::ProcedureOutline exampleOutline()
{
    ui::ProcedureOutline outline;
    outline.procedure = exampleProcedures().front();
    const auto add = [&outline](const QString& name, Duty duty, bool required) {
        Component component;
        component.number = static_cast<int>(outline.components.size()) + 1;
        component.name = name;
        component.duty = duty;
        component.required = required;
        outline.components.push_back(component);
    };
    add(QStringLiteral("Tờ khai đăng ký khai sinh theo mẫu"), Duty::Scan, true);
    add(QStringLiteral(
            "Giấy chứng sinh; không có thì văn bản của người làm chứng xác nhận về việc sinh; không có "
            "người làm chứng thì giấy cam đoan về việc sinh"),
        Duty::Scan, true);
    add(QStringLiteral("Giấy chứng nhận kết hôn của cha, mẹ"), Duty::Reuse, false);
    add(QStringLiteral("Thẻ căn cước hoặc hộ chiếu của người đi đăng ký"), Duty::ShownOnly, true);
    add(QStringLiteral("Văn bản ủy quyền (được chứng thực)"), Duty::Photocopy, false);
    add(QStringLiteral("Mẫu hộ tịch điện tử tương tác đăng ký khai sinh"), Duty::EForm, false);
    outline.dueAt = fromIso(QStringLiteral("2026-11-23T17:00:00.000+07:00"));
    return outline;
}

workflow::DossierFile exampleTaken()
{
    workflow::DossierFile taken;
    const ui::ProcedureOutline outline = exampleOutline();
    taken.dossier.uid = QStringLiteral("00000000000000000000000000000001");
    taken.dossier.code = QStringLiteral("H56.14-261120-0007");
    taken.dossier.procedureCode = outline.procedure.code;
    taken.dossier.procedureName = outline.procedure.name;
    taken.dossier.field = outline.procedure.field;
    taken.dossier.applicant = examplePerson();
    taken.dossier.receivedAt = exampleNow();
    taken.dossier.dueAt = outline.dueAt;
    taken.components = outline.components;
    return taken;
}

ui::ShellStatus exampleStatus()
{
    ui::ShellStatus status;
    status.unitName = QStringLiteral("UBND xã Thanh Bình");
    status.unitCode = QStringLiteral("H56.14");
    status.workstation = 1;
    status.workstations = 3;
    status.officer = QStringLiteral("Lê Văn Minh");
    status.warehouseReached = false;
    status.waitingPapers = 14;
    status.oldestWaiting = exampleNow().addSecs(-29 * 3600);
    return status;
}

namespace {

QString uidFor(int number)
{
    return QStringLiteral("%1").arg(number, 32, 16, QLatin1Char('0'));
}

const QStringList& titles()
{
    static const QStringList list = {QStringLiteral("TỜ KHAI ĐĂNG KÝ KHAI SINH"),
                                     QStringLiteral("GIẤY CHỨNG SINH"), QStringLiteral("VĂN BẢN CAM ĐOAN"),
                                     QStringLiteral("GIẤY XÁC NHẬN"), QStringLiteral("ĐƠN ĐỀ NGHỊ")};
    return list;
}

void drawPaper(QPainter& painter, const QSize& size, int number)
{
    const double unit = size.width() / 210.0;
    painter.fillRect(QRect(QPoint(0, 0), size), QColor(0xfdfcf8));
    painter.setPen(QColor(0x22, 0x22, 0x2a));
    const auto font = [unit](double millimetres, bool bold) {
        QFont result = ui::fontOf(ui::TextRole::Body);
        result.setPixelSize(std::max(2, static_cast<int>(millimetres * unit)));
        result.setBold(bold);
        return result;
    };
    painter.setFont(font(4.2, true));
    painter.drawText(QRectF(0, 14 * unit, size.width(), 8 * unit), Qt::AlignCenter,
                     QStringLiteral("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    painter.setFont(font(3.8, false));
    painter.drawText(QRectF(0, 21 * unit, size.width(), 8 * unit), Qt::AlignCenter,
                     QStringLiteral("Độc lập - Tự do - Hạnh phúc"));
    painter.setFont(font(6.5, true));
    painter.drawText(QRectF(0, 42 * unit, size.width(), 12 * unit), Qt::AlignCenter,
                     titles().at(number % titles().size()));
    painter.setFont(font(3.6, false));
    for (int line = 0; line < 17; ++line) {
        painter.drawText(QRectF(22 * unit, (66 + line * 9) * unit, 168 * unit, 8 * unit), Qt::AlignLeft,
                         line % 4 == 3
                             ? QStringLiteral("Nơi cư trú: thôn Đông Hòa, xã Thanh Bình.")
                             : QStringLiteral("Họ, chữ đệm, tên người khai: ....................... ngày "
                                              "sinh: ................"));
    }
    painter.setPen(QPen(QColor(0xb8, 0x20, 0x20), 1.2 * unit));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(150 * unit, 248 * unit), 17 * unit, 17 * unit);
}

} // namespace

workflow::OpenAccount exampleAccount(const ui::PapersState& papers)
{
    workflow::OpenAccount open;
    open.session.uid = QStringLiteral("stack");
    open.session.startedAt = exampleNow().addSecs(-600);
    for (const dossier::Page& page : papers.pages) {
        const auto position = static_cast<int>(open.pageUids.size());
        open.pageUids[position] = page.uid;
        ++(page.state == dossier::PageState::Kept ? open.account.kept : open.account.setAside);
    }
    open.account.fed = static_cast<int>(papers.pages.size());
    open.session.sides = open.account.fed;
    open.account.expectedSheets = open.account.fed + 1;
    open.account.doubts = {
        {workflow::DoubtKind::CountDiffers, -1, -1, open.account.fed + 1, open.account.fed},
        {workflow::DoubtKind::LooksAlike, 5, 2, 0, 0}};
    return open;
}

dossier::StackCut exampleCut(const ui::PapersState& papers)
{
    const QString code = papers.detail.dossier.code;
    const QString other = QStringLiteral("H56.14-261120-0012");
    dossier::StackCut cut;
    cut.session = QStringLiteral("stack");
    cut.parted = true;
    cut.dossiers = {{code,
                     papers.detail.dossier.uid,
                     {},
                     papers.detail.dossier.applicant.fullName,
                     papers.detail.components},
                    {other, {}, papers.detail.dossier.procedureCode, {}, papers.detail.components}};
    const std::vector<dossier::CutPlace> places = {{code, 1}, {code, 2}, {other, 1}, {}};
    const std::size_t each = papers.pages.size() / places.size();
    for (std::size_t i = 0; i < places.size(); ++i) {
        dossier::CutPart part{places[i], {}, {}};
        const auto begin = papers.pages.begin() + static_cast<std::ptrdiff_t>(i * each);
        part.pages.assign(begin, i + 1 < places.size() ? begin + static_cast<std::ptrdiff_t>(each)
                                                       : papers.pages.end());
        cut.parts.push_back(std::move(part));
    }
    cut.alarms = {
        {dossier::StackAlarmKind::CountDiffers, cut.parts[1].pages.front().uid, code, 2, 7, 6},
        {dossier::StackAlarmKind::SeparatorUnreadable, cut.parts[3].pages.front().uid, {}, 0, 0, 0}};
    return cut;
}

QImage examplePicture(const Page& page, int width)
{
    const bool lying = page.edits.turn % 180 != 0;
    QImage picture(width, width * 297 / 210, QImage::Format_RGB32);
    QPainter painter(&picture);
    if (page.findings && page.findings->blank) {
        painter.fillRect(picture.rect(), QColor(0xfa, 0xfa, 0xf6));
    } else {
        drawPaper(painter, picture.size(), page.position);
    }
    painter.end();
    return lying ? picture.transformed(QTransform().rotate(90)) : picture;
}

QByteArray examplePdf()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(100);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    drawPaper(painter, QSize(writer.width(), writer.height()), 0);
    writer.newPage();
    drawPaper(painter, QSize(writer.width(), writer.height()), 1);
    painter.end();
    return bytes;
}

ui::PapersState examplePapers()
{
    ui::PapersState state;
    state.detail.dossier = exampleTaken().dossier;
    state.detail.components = exampleTaken().components;
    state.detail.components[0].state = ComponentState::Present;
    state.detail.components[1].state = ComponentState::Present;
    state.detail.components[2].state = ComponentState::Reused;
    state.detail.components[3].state = ComponentState::Shown;
    for (int i = 0; i < 11; ++i) {
        Page page;
        page.uid = uidFor(100 + i);
        page.position = i;
        page.order = i;
        page.dossierUid = state.detail.dossier.uid;
        page.component = i < 3 ? 1 : i < 6 ? 2 : i == 10 ? resultComponent : 0;
        page.width = 2480;
        page.height = 3508;
        page.dpi = 300;
        page.findings = PageFindings{};
        page.findings->orientation = 0;
        if (i == 4 || i == 8) {
            page.state = PageState::SetAside;
            page.reason = i == 4 ? SetAsideReason::Blank : SetAsideReason::Separator;
            page.findings->blank = i == 4;
        }
        if (i == 1) {
            page.edits.deskewDegrees = 1.6;
        }
        if (i == 2) {
            page.findings->quality.findings = {QualityFinding::CutEdge};
        }
        if (i == 5) {
            page.edits.turn = 90;
        }
        if (i == 8 || i == 0) {
            page.findings->codes.push_back(
                {QStringLiteral("QRCode"), QStringLiteral("SH1:"), {}, CodeKind::Separator});
        }
        state.pages.push_back(page);
    }
    state.canUndo = true;
    return state;
}

void makeDoubtful(ui::PapersState& papers)
{
    papers.pages[0].note = StuckNote::Present;
    papers.pages[3].incomplete = true;
    papers.pages[5].findings->quality.findings = {QualityFinding::Streak, QualityFinding::WrongSize};
    papers.pages[6].findings->blank = true;
    papers.pages[7].findings->orientation.reset();
    papers.pages[9].findings.reset();
    papers.relations = relationsAmong(papers.pages, {{papers.pages[10].uid, papers.pages[1].uid}});
}

std::vector<workflow::DossierLine> exampleLines()
{
    struct Case
    {
        const char* name;
        const char* number;
        const char* procedure;
        int scanDue;
        int papers;
        int confirmed;
    };
    const std::vector<Case> cases = {
        {"Nguyễn Thị Thanh Huyền", "038190000017", "Đăng ký khai sinh", 2, 0, 0},
        {"Trần Văn Đức", "038085000123", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", 0, 3, 3},
        {"Lò Thị Mai", "014195000456", "Xác nhận tình trạng hôn nhân", 0, 2, 1},
        {"Phạm Quang Vinh", "",
         "Đăng ký biến động đất đai đối với trường hợp chuyển nhượng quyền sử dụng đất", 4, 1, 0},
        {"Giàng A Páo", "011088000789", "Đăng ký kết hôn", 0, 4, 4},
        {"Hoàng Ngọc Ánh Dương", "038199000321", "Trợ cấp xã hội hằng tháng", 1, 2, 2},
        {"Vũ Minh Khôi", "030092000654", "Đăng ký khai tử", 0, 0, 0},
        {"Đặng Thị Ngọc", "036187000987", "Đăng ký lại khai sinh", 0, 1, 1}};
    std::vector<workflow::DossierLine> lines;
    for (const Case& one : cases) {
        workflow::DossierLine line;
        const int number = static_cast<int>(lines.size());
        line.dossier = exampleTaken().dossier;
        line.dossier.uid = uidFor(number + 1);
        line.dossier.code = QStringLiteral("H56.14-261120-%1").arg(7 - number, 4, 10, QLatin1Char('0'));
        line.dossier.applicant.fullName = QString::fromUtf8(one.name);
        line.dossier.applicant.personalNumber = QString::fromUtf8(one.number);
        line.dossier.procedureName = QString::fromUtf8(one.procedure);
        line.scanDue = one.scanDue;
        line.papers = one.papers;
        line.papersConfirmed = one.confirmed;
        lines.push_back(line);
    }
    return lines;
}

workflow::DossierDetail exampleDetail()
{
    workflow::DossierDetail detail;
    detail.dossier = exampleTaken().dossier;
    detail.components = exampleTaken().components;
    detail.components[0].state = ComponentState::Finished;
    for (const int number : {1, 2}) {
        Paper paper;
        paper.uid = uidFor(200 + number);
        paper.dossierUid = detail.dossier.uid;
        paper.component = number;
        paper.pages = number + 1;
        paper.bytes = 412000 * number;
        paper.delivery = number == 1 ? DeliveryState::Confirmed : DeliveryState::Waiting;
        detail.papers.push_back(paper);
    }
    int minute = 0;
    for (const EventKind kind : {EventKind::Received, EventKind::PagesAdded, EventKind::PageSetAside,
                                 EventKind::PaperMade, EventKind::PaperConfirmed}) {
        Event event;
        event.dossierUid = detail.dossier.uid;
        event.kind = kind;
        event.at = exampleNow().addSecs(60 * minute++);
        event.actor = QStringLiteral("Lê Văn Minh");
        event.detail = QJsonObject{{QStringLiteral("component"), 1}, {QStringLiteral("pages"), 2}};
        detail.events.push_back(event);
    }
    return detail;
}

std::vector<workflow::FieldDifference> exampleDifferences()
{
    const auto version = [](const char* stamp, bool own, const QJsonValue& value) {
        workflow::FieldVersion made;
        made.stamp = QString::fromLatin1(stamp);
        made.at = exampleNow().addSecs(own ? -3600 : -1800);
        made.unit = QStringLiteral("H56.14");
        made.workstation = own ? 1 : 2;
        made.isOwn = own;
        made.actor = own ? QStringLiteral("Lê Văn Minh") : QStringLiteral("Trần Thu Hà");
        made.value = value;
        return made;
    };
    return {{QStringLiteral("applicant.phone"),
             version("019351a2b3c4-0000-2", false, QStringLiteral("0912000002")),
             version("019351a2b3c3-0000-1", true, QStringLiteral("0912000001"))},
            {QStringLiteral("component 2.state"),
             version("019351a2b3d4-0000-2", false, QStringLiteral("shown")),
             version("019351a2b3d3-0000-1", true, QStringLiteral("taken"))}};
}

workflow::WaitingCounts countsOf(const std::vector<workflow::WaitingItem>& items, int changes)
{
    workflow::WaitingCounts counts;
    counts.changes = changes;
    for (const workflow::WaitingItem& item : items) {
        ++(item.isPaper ? counts.papers : counts.entries);
        counts.refused += ui::WaitingModel::isRefused(item) ? 1 : 0;
        counts.oldest = counts.oldest ? std::min(*counts.oldest, item.since) : item.since;
    }
    return counts;
}

std::vector<workflow::WaitingItem> exampleWaiting()
{
    std::vector<workflow::WaitingItem> items;
    for (int i = 0; i < 9; ++i) {
        workflow::WaitingItem item;
        item.id = i + 1;
        item.isPaper = i != 7;
        item.dossierCode = QStringLiteral("H56.14-261119-%1").arg(i + 3, 4, 10, QLatin1Char('0'));
        item.title = exampleOutline().components[static_cast<std::size_t>(i) % 2].name;
        item.bytes = 184000LL * (i + 1);
        item.since = exampleNow().addSecs(-29 * 3600 + i * 9000);
        item.attempts = i < 6 ? 4 : 0;
        if (i == 0) {
            item.reason = ErrorCode::WarehouseRefused;
            item.state = toString(DeliveryState::Refused);
        } else if (i < 6) {
            item.reason = ErrorCode::WarehouseUnreachable;
            item.state = toString(DeliveryState::Waiting);
            item.nextTry = exampleNow().addSecs(600);
        } else {
            item.state = toString(DeliveryState::Waiting);
        }
        items.push_back(item);
    }
    return items;
}

workflow::SupervisionRow exampleTotal()
{
    workflow::SupervisionRow row;
    const auto add = [&row](IndicatorKind kind, int numerator, int denominator, std::optional<double> target,
                            std::optional<double> score) {
        reporting::IndicatorValue value;
        value.count = {kind, numerator, denominator};
        value.target = target;
        value.maxScore = score;
        row.values.push_back(value);
    };
    add(IndicatorKind::ElectronicResults, 143, 186, 1.0, 6);
    add(IndicatorKind::DigitizedDossiers, 171, 204, 0.8, 4);
    add(IndicatorKind::Reuse, 88, 212, 0.8, 2);
    add(IndicatorKind::Connected, 61, 212, {}, 4);
    add(IndicatorKind::OnTime, 209, 212, {}, {});
    add(IndicatorKind::OnlineShare, 0, 0, 0.5, {});
    return row;
}

std::vector<workflow::SupervisionRow> exampleRows()
{
    std::vector<workflow::SupervisionRow> rows;
    for (const workflow::DossierLine& line : exampleLines()) {
        workflow::SupervisionRow row = exampleTotal();
        row.key = QStringLiteral("1.%1").arg(rows.size());
        row.label = line.dossier.procedureName;
        for (reporting::IndicatorValue& value : row.values) {
            value.count.denominator /= 4 + static_cast<int>(rows.size());
            value.count.numerator /= 4 + static_cast<int>(rows.size());
        }
        rows.push_back(row);
    }
    return rows;
}

} // namespace sohoa::test
