// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Private to app/pdf: the one place where qpdf is opened, bounded and kept from throwing.
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"

#include <QByteArray>
#include <QRectF>

// clang refuses qpdf 11.3's JSON.hh in C++20 (a vector of a class that is not complete yet); nothing here
// uses JSON.
#if defined(__clang__) && !defined(JSON_HH)
#define JSON_HH
class JSON;
#endif

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <functional>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

namespace sohoa::pdf {

/// Thrown through qpdf when a stream unfolds to more than is allowed.
class LimitReached final : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Thrown through qpdf when the caller's token asks to stop.
class Stopped final : public std::runtime_error
{
public:
    Stopped()
        : std::runtime_error("stopped")
    {
    }
};

/// How many bytes the streams read in this thread may unfold to, all together, while this object lives.
/// qpdf 11.3 has no bound of its own; ours sits in the Flate filter that openPdf registers. Without a budget
/// in the thread a single stream may unfold to defaultStreamLimit.
class DecodeBudget
{
public:
    static constexpr qint64 defaultStreamLimit = 256 * 1024 * 1024;

    explicit DecodeBudget(qint64 bytes);
    ~DecodeBudget();
    DecodeBudget(const DecodeBudget&) = delete;
    DecodeBudget& operator=(const DecodeBudget&) = delete;

private:
    qint64 m_outer;
};

/// Takes what a pipeline writes into a QByteArray; throws LimitReached above `limit`, Stopped when asked to.
class BytesSink final : public Pipeline
{
public:
    explicit BytesSink(qint64 limit, StopToken stop = {});
    void write(unsigned char const* data, size_t length) override;
    void finish() override {}
    [[nodiscard]] bool isFull() const { return m_limit == 0; } ///< LimitReached was thrown
    void reserve(qsizetype size) { m_bytes.reserve(size); }
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
    qint64 m_limit;
    StopToken m_stop;
};

/// Runs `work` (returning a Result) and turns every exception into an Error: a missing password into
/// PdfEncrypted, a limit into ImageTooLarge, a stop into Cancelled, the rest into `code` with the library's
/// words.
template<typename Work>
auto guarded(ErrorCode code, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const Stopped&) {
        return failure(ErrorCode::Cancelled);
    } catch (const LimitReached& reached) {
        return failure(ErrorCode::ImageTooLarge, QString::fromUtf8(reached.what()));
    } catch (const QPDFExc& exception) {
        return failure(exception.getErrorCode() == qpdf_e_password ? ErrorCode::PdfEncrypted : code,
                       QString::fromStdString(exception.getMessageDetail()));
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("out of memory"));
    } catch (const std::exception& exception) {
        return failure(code, QString::fromUtf8(exception.what()));
    }
}

enum class Recovery
{
    Forbidden, ///< a file of our own: any irregularity is an error
    Tried,     ///< a file of someone else: a lost cross-reference table is rebuilt
};

/// Opens a PDF in memory; `bytes` must outlive it. Throws what qpdf throws: call within guarded().
std::shared_ptr<QPDF> openPdf(const QByteArray& bytes, Recovery recovery);

/// One page with what it inherits from the tree above it.
struct PageNode
{
    QPDFObjectHandle page;
    QPDFObjectHandle resources; ///< a dictionary or null
    QRectF box;        ///< crop box within media box, in points (y upwards), US letter when there is none
    double unit = 1.0; ///< UserUnit: box times unit / 72 is inches
    int turn = 0;      ///< 0, 90, 180, 270 clockwise
};

/// The pages in order. An own walk, because the library's copies pages without a bound.
/// PdfTooManyPages above `limit`, PdfDamaged for a loop, a tree deeper than 64 or no page at all.
[[nodiscard]] Result<std::vector<PageNode>> listPages(QPDF& pdf, int limit);

/// A new, sound file with this one page, for drawing; at most twice `size` and a megabyte. Throws.
QByteArray pageAlone(QPDF& pdf, const PageNode& page, qint64 size);

/// The content of a stream, decoded when its filters are lossless, at most `limit` bytes. Throws.
QByteArray decodedStream(const QPDFObjectHandle& stream, qint64 limit);
/// The same, but of a stream with wrong data what could be decoded, as other readers do; `isWhole` says which
/// it was. Only LimitReached is thrown.
QByteArray decodedPart(QPDFObjectHandle stream, qint64 limit, bool& isWhole);
/// The content of a stream as it is in the file (decrypted), at most `limit` bytes. Throws.
QByteArray rawStream(QPDFObjectHandle stream, qint64 limit);

/// The one filter of a stream ("/DCTDecode"), "" when it has none, "several" when it has more than one.
std::string onlyFilter(QPDFObjectHandle stream);
/// The decode parameters that go with onlyFilter; a dictionary or null.
QPDFObjectHandle onlyDecodeParameters(QPDFObjectHandle stream);
/// An array of four numbers as a rectangle with positive sides; empty when it is none.
QRectF rectangleOf(QPDFObjectHandle array);

/// A number as PDF wants it: at most four decimals, no exponent.
QByteArray pdfNumber(double value);

} // namespace sohoa::pdf
