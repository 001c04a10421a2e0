// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// Who may include whom, and which library may be seen where: docs/decisions and app/CMakeLists.txt say why.
#include "support/testsupport.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

/// Folders side by side: none includes another.
const QStringList siblings = {QStringLiteral("barcode"),     QStringLiteral("capture"),
                              QStringLiteral("imaging"),     QStringLiteral("pdf"),
                              QStringLiteral("storage"),     QStringLiteral("sync"),
                              QStringLiteral("recognition"), QStringLiteral("reporting"),
                              QStringLiteral("signing"),     QStringLiteral("wording")};

/// What a folder may include of ours besides itself; empty optional for a folder nobody knows.
std::optional<QSet<QString>> allowedFor(const QString& folder)
{
    const QSet<QString> below = {QStringLiteral("base"), QStringLiteral("dossier")};
    const QSet<QString> beside(siblings.begin(), siblings.end());
    if (folder == QLatin1String("base")) {
        return QSet<QString>{};
    }
    if (folder == QLatin1String("dossier")) {
        return QSet<QString>{QStringLiteral("base")};
    }
    if (siblings.contains(folder)) {
        return below;
    }
    if (folder == QLatin1String("workflow")) {
        return below + beside;
    }
    if (folder == QLatin1String("cli") || folder == QLatin1String("ui")) {
        return below + beside + QSet<QString>{QStringLiteral("workflow"), QStringLiteral("translations")};
    }
    return {};
}

struct LibraryRule
{
    QRegularExpression header;
    QStringList folders;
};

const std::vector<LibraryRule>& libraries()
{
    const auto headers = [](const char* pattern) {
        return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)));
    };
    static const std::vector<LibraryRule> rules = {
        {headers("ZXing/.*|ReadBarcode\\.h|MultiFormatWriter\\.h"), {QStringLiteral("barcode")}},
        {headers("leptonica/.*|allheaders\\.h|jpeglib\\.h|jerror\\.h|tiff(io)?\\.h|png\\.h"),
         {QStringLiteral("imaging")}},
        {headers("qpdf/.*"), {QStringLiteral("pdf")}},
        {headers("QtPdf/.*|QPdfDocument|QPdfPageRenderer|QPdfSearchModel"),
         {QStringLiteral("pdf"), QStringLiteral("ui")}},
        {headers("QtPdfWidgets/.*|QPdfView|QPdfPageSelector"), {QStringLiteral("ui")}},
        {headers("tesseract/.*"), {QStringLiteral("recognition")}},
        {headers("sane/.*"), {QStringLiteral("capture")}},
        {headers("openssl/.*"), {QStringLiteral("base"), QStringLiteral("signing")}},
        {headers("sqlite3\\.h|QSql.*|QtSql/.*"), {QStringLiteral("storage")}},
        {headers("xlsxwriter(\\.h|/.*)"), {QStringLiteral("reporting")}},
        {headers("(qt6?keychain/)?keychain\\.h"), {QStringLiteral("storage")}},
        {headers("QtWidgets/"
                 ".*|QWidget|Q(Core)?Application.*Widgets|QApplication|QDialog|QDialogButtonBox|QMainWindow|"
                 "QMessageBox|QInputDialog|QFileDialog|QLabel|Q(Push|Tool|Radio)Button|QCheckBox|QComboBox|"
                 "QLineEdit|"
                 "Q(Plain)?TextEdit|Q(Double)?SpinBox|Q(Table|Tree|List|Graphics)(View|Widget)|QStyle.*|"
                 "Q(V|H)?BoxLayout|QGridLayout|QFormLayout|QStacked(Widget|Layout)|QSplitter|QMenu(Bar)?|"
                 "QToolBar|"
                 "QStatusBar|QProgress(Bar|Dialog)|QScroll(Area|Bar)|QHeaderView|QFrame|QGroupBox|QTabWidget|"
                 "QSystemTrayIcon|QCompleter|QStyledItemDelegate"),
         {QStringLiteral("ui")}},
    };
    return rules;
}

/// "" when `folder` may include `header`, else why not.
QString faultOfInclude(const QString& folder, const QString& header, bool isQuoted)
{
    for (const LibraryRule& rule : libraries()) {
        if (rule.header.match(header).hasMatch() && !rule.folders.contains(folder)) {
            return QStringLiteral("%1 belongs into %2").arg(header, rule.folders.join(QStringLiteral(", ")));
        }
    }
    if (!isQuoted || !header.contains(u'/')) {
        return {};
    }
    const QString target = header.section(u'/', 0, 0);
    const auto allowed = allowedFor(folder);
    if (!allowed) {
        return QStringLiteral("nobody said what %1 may include").arg(folder);
    }
    if (target == folder || allowed->contains(target)) {
        return {};
    }
    return QStringLiteral("%1 may not include %2").arg(folder, target);
}

const QRegularExpression& sqlStatement()
{
    static const QRegularExpression pattern(QStringLiteral(
        "\"\\s*(SELECT\\s|INSERT\\s+(OR\\s+\\w+\\s+)?INTO\\s|UPDATE\\s+\\w+\\s+SET\\s|DELETE\\s+FROM\\s|"
        "(CREATE|ALTER|DROP)\\s+(TABLE|INDEX|VIEW|TRIGGER)\\s|PRAGMA\\s)"));
    return pattern;
}

QStringList faultsOf(const QString& folder, const QString& text)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));
    QStringList faults;
    const QStringList lines = text.split(u'\n');
    for (qsizetype number = 0; number < lines.size(); ++number) {
        const QString& line = lines[number];
        const auto found = include.match(line);
        QString fault = found.hasMatch()
                            ? faultOfInclude(folder, found.captured(2), found.captured(1) == u'"')
                            : QString();
        if (folder != QLatin1String("storage") && sqlStatement().match(line).hasMatch()) {
            fault = QStringLiteral("SQL is written in app/storage only");
        }
        if (!fault.isEmpty()) {
            faults += QStringLiteral("%1: %2").arg(number + 1).arg(fault);
        }
    }
    return faults;
}

} // namespace

class IncludesTest : public QObject
{
    Q_OBJECT

private slots:
    void rulesNoticeWhatTheyForbid_data();
    void rulesNoticeWhatTheyForbid();
    void everyFileKeepsTheRules();
};

void IncludesTest::rulesNoticeWhatTheyForbid_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](const char* folder, const char* line, bool isAllowed) {
        QTest::addRow("%s: %s", folder, line)
            << QString::fromLatin1(folder) << QString::fromLatin1(line) << isAllowed;
    };
    row("base", "#include \"dossier/page.h\"", false);
    row("dossier", "#include \"base/result.h\"", true);
    row("dossier", "#include \"storage/journal.h\"", false);
    row("sync", "#include \"storage/journal.h\"", false);
    row("sync", "#include \"sync/keys.h\"", true);
    row("sync", "#include \"workflow/delivery.h\"", false);
    row("workflow", "#include \"storage/journal.h\"", true);
    row("workflow", "#include \"cli/output.h\"", false);
    row("workflow", "#include \"ui/shell/screen.h\"", false);
    row("cli", "#include \"workflow/delivery.h\"", true);
    row("ui", "#include \"cli/output.h\"", false);
    row("newfolder", "#include \"base/result.h\"", false);
    row("workflow", "#include <QWidget>", false);
    row("ui", "#include <QWidget>", true);
    row("workflow", "#  include <sqlite3.h>", false);
    row("storage", "#include <sqlite3.h>", true);
    row("imaging", "#include <leptonica/allheaders.h>", true);
    row("workflow", "#include <leptonica/allheaders.h>", false);
    row("sync", "#include <openssl/evp.h>", false);
    row("ui", "#include <QPdfDocument>", true);
    row("cli", "#include <QPdfDocument>", false);
    row("workflow", "    query(\"SELECT uid FROM page\");", false);
    row("workflow", "    text = \"Select a page\";", true);
    row("storage", "    query(\"INSERT INTO page VALUES (1)\");", true);
}

void IncludesTest::rulesNoticeWhatTheyForbid()
{
    QFETCH(const QString, folder);
    QFETCH(const QString, line);
    QFETCH(const bool, isAllowed);
    QCOMPARE(faultsOf(folder, line).isEmpty(), isAllowed);
}

void IncludesTest::everyFileKeepsTheRules()
{
    QStringList faults;
    int files = 0;
    for (const char* top : {"app", "ui"}) {
        QDirIterator entries(sohoa::test::sourcePath(QString::fromLatin1(top)),
                             {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            QFile file(entries.next());
            const QString path = file.fileName().mid(sohoa::test::sourcePath({}).size());
            const QString folder =
                path.startsWith(QLatin1String("ui/")) ? QStringLiteral("ui") : path.section(u'/', 1, 1);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
            const QStringList found = faultsOf(folder, QString::fromUtf8(file.readAll()));
            for (const QString& fault : found) {
                faults += path + u':' + fault;
            }
            ++files;
        }
    }
    QVERIFY(files > 50);
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

QTEST_GUILESS_MAIN(IncludesTest)
#include "tst_includes.moc"
