// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/flatefilter_p.h"
#include "pdf/pngfilter_p.h"
#include "pdf/qpdfaccess_p.h"

#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDFStreamFilter.hh>

#include <mutex>
#include <optional>

namespace sohoa::pdf {

namespace {

constexpr int widestRow = 16 * 1024 * 1024;

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

class BoundedFlate final : public QPDFStreamFilter
{
public:
    bool setDecodeParms(QPDFObjectHandle parameters) override
    {
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
        m_predictor = {*kind, qMax(1, *colours * *bits / 8), static_cast<int>(rowBytes)};
        return true;
    }
    Pipeline* getDecodePipeline(Pipeline* next) override
    {
        if (m_predictor.kind > 1) {
            m_unpredict = std::make_unique<Unpredict>(next, m_predictor);
            next = m_unpredict.get();
        }
        m_bound = std::make_unique<Bound>(next);
        m_inflate = std::make_unique<Pl_Flate>("inflate", m_bound.get(), Pl_Flate::a_inflate);
        return m_inflate.get();
    }

private:
    Predictor m_predictor;
    std::unique_ptr<Unpredict> m_unpredict;
    std::unique_ptr<Bound> m_bound;
    std::unique_ptr<Pl_Flate> m_inflate;
};

/// A filter that says it cannot.
class Refused final : public QPDFStreamFilter
{
public:
    bool setDecodeParms(QPDFObjectHandle) override { return false; }
    Pipeline* getDecodePipeline(Pipeline*) override { return nullptr; }
};

} // namespace

void registerBoundedFilters()
{
    static std::once_flag once;
    std::call_once(once, [] {
        QPDF::registerStreamFilter("/FlateDecode", [] { return std::make_shared<BoundedFlate>(); });
        QPDF::registerStreamFilter("/LZWDecode", [] { return std::make_shared<Refused>(); });
        QPDF::registerStreamFilter("/RunLengthDecode", [] { return std::make_shared<Refused>(); });
    });
}

qint64& decodeAllowance()
{
    thread_local qint64 allowance = -1;
    return allowance;
}

} // namespace sohoa::pdf
