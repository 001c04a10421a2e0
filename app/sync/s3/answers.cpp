// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/s3/answers.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>
#include <functional>
#include <utility>

namespace sohoa::sync::s3 {

namespace {

constexpr int deepest = 16;
constexpr qsizetype longestText = 8192; // a key of 1024 bytes, each as %XX, and room
constexpr qsizetype longestUploadId = 1024;
constexpr std::size_t mostEntries = 10'000;

/// Walks through a document and hands over the text of each element that has no others inside, by its path
/// below the root ("Contents/Key"), and the end of those that have ("Contents").
class Walk
{
public:
    using Leaf = std::function<void(const QString& path, const QString& text)>;

    explicit Walk(QByteArrayView xml)
        : m_reader(xml.toByteArray())
        , m_tooLong(xml.size() > largestAnswer)
    {
    }

    /// @return the name of the root, "" for what is no XML or beyond the bounds
    QString run(const Leaf& leaf)
    {
        QString root;
        QStringList path;
        QString text;
        while (!m_tooLong && !m_reader.atEnd()) {
            switch (m_reader.readNext()) {
            case QXmlStreamReader::DTD:
            case QXmlStreamReader::EntityReference:
                return {};
            case QXmlStreamReader::StartElement:
                if (root.isEmpty()) {
                    root = m_reader.name().toString();
                } else {
                    path += m_reader.name().toString();
                }
                if (path.size() > deepest) {
                    return {};
                }
                text.clear();
                break;
            case QXmlStreamReader::Characters:
                if (text.size() + m_reader.text().size() > longestText) {
                    return {};
                }
                text += m_reader.text();
                break;
            case QXmlStreamReader::EndElement:
                if (!path.isEmpty()) {
                    leaf(path.join(u'/'), text.trimmed());
                    path.removeLast();
                }
                text.clear();
                break;
            default:
                break;
            }
        }
        return m_tooLong || m_reader.hasError() ? QString() : root;
    }

private:
    QXmlStreamReader m_reader;
    bool m_tooLong;
};

tl::unexpected<Error> nonsense(const char* what)
{
    return failure(ErrorCode::WarehouseAnswerInvalid, QString::fromLatin1(what));
}

std::optional<qint64> numberIn(const QString& text, qint64 largest)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok && number >= 0 && number <= largest && !text.startsWith(u'+') ? std::optional(number)
                                                                            : std::nullopt;
}

std::optional<bool> flagIn(const QString& text)
{
    if (text == QLatin1String("true") || text == QLatin1String("false")) {
        return text == QLatin1String("true");
    }
    return {};
}

/// A key as encoding-type=url writes it; a '+' is a space there ("ListObjectsV2", EncodingType).
std::optional<QString> keyIn(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('+', ' ');
    bytes = QByteArray::fromPercentEncoding(bytes);
    QString key = QString::fromUtf8(bytes);
    return !key.isEmpty() && key.toUtf8() == bytes ? std::optional(std::move(key)) : std::nullopt;
}

constexpr qint64 largestLength = 1LL << 53; // what JSON and our schema can hold

} // namespace

std::optional<ErrorAnswer> errorIn(QByteArrayView xml)
{
    ErrorAnswer answer;
    const QString root = Walk(xml).run([&answer](const QString& path, const QString& text) {
        if (path == QLatin1String("Code")) {
            answer.code = text.left(64);
        } else if (path == QLatin1String("Region")) {
            answer.region = text.left(64);
        }
    });
    return root == QLatin1String("Error") && !answer.code.isEmpty() ? std::optional(answer) : std::nullopt;
}

Result<ListAnswer> listIn(QByteArrayView xml)
{
    ListAnswer answer;
    std::optional<QString> key;
    std::optional<qint64> length;
    std::optional<bool> truncated;
    bool good = true;
    const QString root = Walk(xml).run([&](const QString& path, const QString& text) {
        if (path == QLatin1String("Contents/Key")) {
            key = keyIn(text);
        } else if (path == QLatin1String("Contents/Size")) {
            length = numberIn(text, largestLength);
        } else if (path == QLatin1String("Contents")) {
            good = good && key && length && answer.objects.size() < mostEntries;
            if (good) {
                answer.objects.push_back({*key, *length});
            }
            key.reset();
            length.reset();
        } else if (path == QLatin1String("IsTruncated")) {
            truncated = flagIn(text);
        }
    });
    if (root != QLatin1String("ListBucketResult") || !truncated || !good) {
        return nonsense("no list of objects");
    }
    answer.truncated = *truncated;
    return answer;
}

Result<PartsAnswer> partsIn(QByteArrayView xml)
{
    PartsAnswer answer;
    ListedPart part;
    std::optional<bool> truncated;
    bool good = true;
    const QString root = Walk(xml).run([&](const QString& path, const QString& text) {
        if (path == QLatin1String("Part/PartNumber")) {
            part.number = static_cast<int>(numberIn(text, mostParts).value_or(0));
        } else if (path == QLatin1String("Part/Size")) {
            part.length = numberIn(text, largestLength).value_or(0);
        } else if (path == QLatin1String("Part/ETag")) {
            part.etag = text.left(longestUploadId);
        } else if (path == QLatin1String("Part")) {
            good = good && part.number > 0 && part.length > 0 && !part.etag.isEmpty() &&
                   answer.parts.size() < mostEntries;
            answer.parts.push_back(std::exchange(part, {}));
        } else if (path == QLatin1String("IsTruncated")) {
            truncated = flagIn(text);
        } else if (path == QLatin1String("NextPartNumberMarker")) {
            answer.nextMarker = static_cast<int>(numberIn(text, mostParts).value_or(0));
        }
    });
    if (root != QLatin1String("ListPartsResult") || !truncated || !good) {
        return nonsense("no list of parts");
    }
    answer.truncated = *truncated;
    return answer;
}

Result<QString> uploadIdIn(QByteArrayView xml)
{
    QString id;
    const QString root = Walk(xml).run([&id](const QString& path, const QString& text) {
        if (path == QLatin1String("UploadId")) {
            id = text;
        }
    });
    const bool printable =
        std::all_of(id.begin(), id.end(), [](QChar c) { return c > u' ' && c.unicode() < 0x7f; });
    if (root != QLatin1String("InitiateMultipartUploadResult") || id.isEmpty() ||
        id.size() > longestUploadId || !printable) {
        return nonsense("no upload id");
    }
    return id;
}

bool isCompleted(QByteArrayView xml)
{
    return Walk(xml).run([](const QString&, const QString&) {}) ==
           QLatin1String("CompleteMultipartUploadResult");
}

namespace {

Result<QString> memberIn(QByteArrayView xml, QLatin1String expectedRoot, QLatin1String member)
{
    QString value;
    const QString root = Walk(xml).run([&](const QString& path, const QString& text) {
        if (path == member) {
            value = text.left(64);
        }
    });
    if (root != expectedRoot) {
        return nonsense("another document than asked for");
    }
    return value;
}

} // namespace

Result<QString> versioningIn(QByteArrayView xml)
{
    return memberIn(xml, QLatin1String("VersioningConfiguration"), QLatin1String("Status"));
}

Result<QString> objectLockIn(QByteArrayView xml)
{
    return memberIn(xml, QLatin1String("ObjectLockConfiguration"), QLatin1String("ObjectLockEnabled"));
}

QByteArray completionDocument(const std::vector<LargePutState::Part>& parts)
{
    QByteArray bytes;
    QXmlStreamWriter writer(&bytes);
    writer.writeStartElement(QStringLiteral("CompleteMultipartUpload"));
    int number = 0;
    for (const LargePutState::Part& part : parts) {
        writer.writeStartElement(QStringLiteral("Part"));
        writer.writeTextElement(QStringLiteral("PartNumber"), QString::number(++number));
        writer.writeTextElement(QStringLiteral("ETag"), part.receipt);
        writer.writeEndElement();
    }
    writer.writeEndElement();
    return bytes;
}

bool looksLikeHtml(QByteArrayView body)
{
    const QByteArray begin =
        body.first(std::min<qsizetype>(body.size(), 512)).trimmed().toByteArray().toLower();
    return begin.startsWith("<!doctype html") || begin.startsWith("<html") || begin.startsWith("<head") ||
           (begin.startsWith("<!--") && begin.contains("<html"));
}

} // namespace sohoa::sync::s3
