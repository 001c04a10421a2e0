// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <tiffio.h>

#include <memory>

namespace sohoa::imaging {

/// libtiff over bytes in memory: no temporary file, no path in another code page. Only .cpp files of this
/// folder include it.
class TiffReader
{
public:
    /// Opens the first directory. `bytes` must outlive the reader.
    explicit TiffReader(QByteArrayView bytes);
    ~TiffReader();
    TiffReader(const TiffReader&) = delete;
    TiffReader& operator=(const TiffReader&) = delete;

    /// Null when the header or the first directory could not be read.
    [[nodiscard]] TIFF* handle() const { return m_tiff; }
    /// What libtiff warned of or failed at since the last forgetComplaints().
    [[nodiscard]] bool hasComplaint() const { return !m_source->complaint.isEmpty(); }
    [[nodiscard]] QString complaint() const { return m_source->complaint; }
    void forgetComplaints() { m_source->complaint.clear(); }

    struct Source
    {
        QByteArrayView bytes;
        qint64 position = 0;
        QString complaint;
    };

private:
    std::unique_ptr<Source> m_source;
    TIFF* m_tiff = nullptr;
};

/// The other way: libtiff writing into a byte array.
class TiffWriter
{
public:
    TiffWriter();
    ~TiffWriter();
    TiffWriter(const TiffWriter&) = delete;
    TiffWriter& operator=(const TiffWriter&) = delete;

    [[nodiscard]] TIFF* handle() const { return m_tiff; }
    /// Closes the file and hands its bytes over.
    [[nodiscard]] QByteArray finish();

    struct Target
    {
        QByteArray bytes;
        qint64 position = 0;
    };

private:
    std::unique_ptr<Target> m_target;
    TIFF* m_tiff = nullptr;
};

} // namespace sohoa::imaging
