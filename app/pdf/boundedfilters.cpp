// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/boundedfilters_p.h"
#include "pdf/pngfilter_p.h"
#include "pdf/qpdfaccess_p.h"

#include <QList>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDFStreamFilter.hh>

#include <mutex>
#include <optional>

namespace sohoa::pdf {

namespace {

constexpr int widestRow = 16 * 1024 * 1024;
// Real files have one filter to a stream, now and then two. qpdf knows no bound, and each has rows of memory.
constexpr int mostFilters = 8;

/// Counts what passes and throws LimitReached when it is too much.
class Bound final : public Pipeline
{
public:
    explicit Bound(Pipeline* after)
        : Pipeline("bound", after)
    {
    }
    void write(unsigned char const* data, size_t length) override
    {
        const auto count = static_cast<qint64>(length);
        m_written += count;
        qint64& allowance = decodeAllowance();
        if (allowance >= 0) {
            if (count > allowance) {
                allowance = 0;
                throw LimitReached("a compressed stream unfolds to more than allowed");
            }
            allowance -= count;
        } else if (m_written > DecodeBudget::defaultStreamLimit) {
            throw LimitReached("a compressed stream unfolds to more than allowed");
        }
        getNext()->write(data, length);
    }
    void finish() override { getNext()->finish(); }

private:
    qint64 m_written = 0;
};

/// Undoes run-length coding (ISO 32000-1, 7.4.5).
class RunLength final : public Pipeline
{
public:
    explicit RunLength(Pipeline* after)
        : Pipeline("run length", after)
    {
    }
    void write(unsigned char const* data, size_t length) override
    {
        for (size_t i = 0; i < length && !m_ended; ++i) {
            take(data[i]);
        }
    }
    void finish() override { getNext()->finish(); }

private:
    void take(unsigned char byte)
    {
        if (m_literal > 0) {
            --m_literal;
            getNext()->write(&byte, 1);
        } else if (m_repeat > 0) {
            const QByteArray run(m_repeat, static_cast<char>(byte));
            m_repeat = 0;
            getNext()->write(run.constData(), static_cast<size_t>(run.size()));
        } else if (byte < 128) {
            m_literal = byte + 1;
        } else if (byte > 128) {
            m_repeat = 257 - byte;
        } else {
            m_ended = true;
        }
    }

    int m_literal = 0;
    int m_repeat = 0;
    bool m_ended = false;
};

/// Undoes LZW (ISO 32000-1, 7.4.4; the early change of code length is a parameter).
class Lzw final : public Pipeline
{
public:
    Lzw(Pipeline* after, bool earlyChange)
        : Pipeline("LZW", after)
        , m_early(earlyChange ? 1 : 0)
    {
        clear();
    }
    void write(unsigned char const* data, size_t length) override
    {
        for (size_t i = 0; i < length && !m_ended; ++i) {
            m_bits = (m_bits << 8 | data[i]) & 0xFFFFFFU;
            m_bitCount += 8;
            if (m_bitCount >= m_codeBits) {
                m_bitCount -= m_codeBits;
                take((m_bits >> m_bitCount) & ((1U << m_codeBits) - 1));
            }
        }
    }
    void finish() override { getNext()->finish(); }

private:
    static constexpr unsigned clearCode = 256;
    static constexpr unsigned endCode = 257;
    static constexpr qsizetype mostEntries = 4096;

    void clear()
    {
        m_entries.clear();
        m_last.clear();
        m_codeBits = 9;
    }

    void take(unsigned code)
    {
        if (code == clearCode) {
            clear();
            return;
        }
        if (code == endCode) {
            m_ended = true;
            return;
        }
        QByteArray text;
        if (code < clearCode) {
            text = QByteArray(1, static_cast<char>(code));
        } else if (const auto index = static_cast<qsizetype>(code - endCode - 1); index < m_entries.size()) {
            text = m_entries.at(index);
        } else if (index == m_entries.size() && !m_last.isEmpty()) {
            text = m_last + m_last.at(0);
        } else {
            throw std::runtime_error("LZW data with a code that is none");
        }
        if (!m_last.isEmpty() && m_entries.size() + 258 < mostEntries) {
            m_entries.append(m_last + text.at(0));
        }
        const qsizetype threshold = m_entries.size() + 258 + m_early;
        m_codeBits = threshold >= 2048 ? 12U : threshold >= 1024 ? 11U : threshold >= 512 ? 10U : 9U;
        m_last = text;
        getNext()->write(text.constData(), static_cast<size_t>(text.size()));
    }

    QList<QByteArray> m_entries;
    QByteArray m_last;
    unsigned m_bits = 0;
    unsigned m_bitCount = 0;
    unsigned m_codeBits = 9;
    int m_early;
    bool m_ended = false;
};

/// How the rows of a stream were made smaller before compression (ISO 32000-1, 7.4.4.4).
struct Predictor
{
    int kind = 1; ///< 1 none, 2 TIFF, 10 to 15 PNG
    int pixelBytes = 1;
    int rowBytes = 1;
};

/// Undoes a predictor row by row.
class Unpredict final : public Pipeline
{
public:
    Unpredict(Pipeline* after, const Predictor& predictor)
        : Pipeline("unpredict", after)
        , m_predictor(predictor)
        , m_above(predictor.rowBytes, '\0')
    {
    }
    void write(unsigned char const* data, size_t length) override
    {
        const qsizetype whole = m_predictor.rowBytes + (isPng() ? 1 : 0);
        auto left = static_cast<qsizetype>(length);
        const char* from = reinterpret_cast<const char*>(data);
        while (left > 0) {
            const qsizetype count = qMin(left, whole - m_row.size());
            m_row.append(from, count);
            from += count;
            left -= count;
            if (m_row.size() == whole) {
                writeRow();
            }
        }
    }
    void finish() override
    {
        if (m_row.size() > (isPng() ? 1 : 0)) {
            writeRow();
        }
        getNext()->finish();
    }

private:
    [[nodiscard]] bool isPng() const { return m_predictor.kind >= 10; }

    void writeRow()
    {
        const int filter = isPng() ? static_cast<unsigned char>(m_row.at(0)) : 1;
        if (isPng()) {
            m_row.remove(0, 1);
        }
        const qsizetype size = m_row.size();
        auto* row = reinterpret_cast<unsigned char*>(m_row.data());
        const auto* above = reinterpret_cast<const unsigned char*>(m_above.constData());
        for (qsizetype i = 0; i < size; ++i) {
            const int left = i >= m_predictor.pixelBytes ? row[i - m_predictor.pixelBytes] : 0;
            const int aboveLeft = i >= m_predictor.pixelBytes ? above[i - m_predictor.pixelBytes] : 0;
            int add = 0;
            switch (filter) {
            case 1:
                add = left;
                break;
            case 2:
                add = above[i];
                break;
            case 3:
                add = (left + above[i]) / 2;
                break;
            case 4:
                add = paeth(left, above[i], aboveLeft);
                break;
            default:
                break;
            }
            row[i] = static_cast<unsigned char>(row[i] + add);
        }
        getNext()->write(row, static_cast<size_t>(size));
        m_row.resize(m_predictor.rowBytes);
        m_above.swap(m_row);
        m_row.clear();
        m_row.reserve(m_predictor.rowBytes + 1);
    }

    Predictor m_predictor;
    QByteArray m_row;
    QByteArray m_above;
};

std::optional<int> whole(QPDFObjectHandle parameters, const char* key, int otherwise, int most)
{
    QPDFObjectHandle value = parameters.getKey(key);
    if (value.isNull()) {
        return otherwise;
    }
    if (!value.isInteger() || value.getIntValue() < 1 || value.getIntValue() > most) {
        return {};
    }
    return static_cast<int>(value.getIntValue());
}

/// Counts the filters of ours alive in this thread, which are those of the stream being read.
class Counted
{
public:
    Counted() { ++count(); }
    ~Counted() { --count(); }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;

    static bool areTooMany() { return count() > mostFilters; }

private:
    static int& count()
    {
        thread_local int filters = 0;
        return filters;
    }
};

enum class Coding
{
    Flate,
    Lzw
};

/// Flate or LZW, then a bound, then the predictor.
class BoundedFilter final : public QPDFStreamFilter
{
public:
    explicit BoundedFilter(Coding coding)
        : m_coding(coding)
    {
    }
    bool setDecodeParms(QPDFObjectHandle parameters) override
    {
        if (Counted::areTooMany()) {
            return false;
        }
        if (parameters.isNull()) {
            return true;
        }
        if (!parameters.isDictionary()) {
            return false;
        }
        const auto kind = whole(parameters, "/Predictor", 1, 15);
        const auto columns = whole(parameters, "/Columns", 1, widestRow);
        const auto colours = whole(parameters, "/Colors", 1, 32);
        const auto bits = whole(parameters, "/BitsPerComponent", 8, 16);
        if (!kind || !columns || !colours || !bits || (*kind > 2 && *kind < 10) ||
            (*kind == 2 && *bits != 8)) {
            return false;
        }
        const qint64 rowBytes = (static_cast<qint64>(*columns) * *colours * *bits + 7) / 8;
        if (rowBytes > widestRow) {
            return false;
        }
        m_predictor = {*kind, (*colours * *bits + 7) / 8, static_cast<int>(rowBytes)};
        QPDFObjectHandle early = parameters.getKey("/EarlyChange");
        m_earlyChange = !early.isInteger() || early.getIntValue() != 0;
        return true;
    }
    Pipeline* getDecodePipeline(Pipeline* next) override
    {
        if (m_predictor.kind > 1) {
            m_unpredict = std::make_unique<Unpredict>(next, m_predictor);
            next = m_unpredict.get();
        }
        m_bound = std::make_unique<Bound>(next);
        if (m_coding == Coding::Flate) {
            m_decode = std::make_unique<Pl_Flate>("inflate", m_bound.get(), Pl_Flate::a_inflate);
        } else {
            m_decode = std::make_unique<Lzw>(m_bound.get(), m_earlyChange);
        }
        return m_decode.get();
    }

private:
    Counted m_counted;
    Coding m_coding;
    bool m_earlyChange = true;
    Predictor m_predictor;
    std::unique_ptr<Unpredict> m_unpredict;
    std::unique_ptr<Bound> m_bound;
    std::unique_ptr<Pipeline> m_decode;
};

class BoundedRunLength final : public QPDFStreamFilter
{
public:
    bool setDecodeParms(QPDFObjectHandle parameters) override
    {
        return !Counted::areTooMany() && QPDFStreamFilter::setDecodeParms(parameters);
    }
    Pipeline* getDecodePipeline(Pipeline* next) override
    {
        m_bound = std::make_unique<Bound>(next);
        m_decode = std::make_unique<RunLength>(m_bound.get());
        return m_decode.get();
    }

private:
    Counted m_counted;
    std::unique_ptr<Bound> m_bound;
    std::unique_ptr<RunLength> m_decode;
};

} // namespace

void registerBoundedFilters()
{
    static std::once_flag once;
    std::call_once(once, [] {
        QPDF::registerStreamFilter("/FlateDecode",
                                   [] { return std::make_shared<BoundedFilter>(Coding::Flate); });
        QPDF::registerStreamFilter("/LZWDecode", [] { return std::make_shared<BoundedFilter>(Coding::Lzw); });
        QPDF::registerStreamFilter("/RunLengthDecode", [] { return std::make_shared<BoundedRunLength>(); });
    });
}

qint64& decodeAllowance()
{
    thread_local qint64 allowance = -1;
    return allowance;
}

} // namespace sohoa::pdf
