// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTransform>

#include <functional>
#include <vector>

namespace sohoa::imaging {

/// A picture in memory, channels interleaved.
struct Raster
{
    const uchar* pixels = nullptr;
    qsizetype stride = 0;
    int width = 0;
    int height = 0;
    int channels = 1; ///< 1 or 4
};

/// The rows of a picture seen from elsewhere, one after the other from the top: bilinear, any transform, also
/// of a photographed sheet. Places are exact every 16 pixels and straight in between.
class ProjectiveRows
{
public:
    /// Gives the pixel at a place outside of the picture.
    using Outside = std::function<void(double x, double y, uchar* pixel)>;

    /// @param back takes the target to the source, pixels' middles at .5
    ProjectiveRows(const Raster& source, const QTransform& back, int width, Outside outside);
    /// The next row; valid until the next call.
    const uchar* next();

private:
    template<int Channels>
    void fillRow(int y);

    Raster m_source;
    QTransform m_back;
    int m_width;
    Outside m_outside;
    int m_row = 0;
    std::vector<uchar> m_result;
};

} // namespace sohoa::imaging
