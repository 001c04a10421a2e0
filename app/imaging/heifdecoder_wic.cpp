// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Photos of phones on Windows, by the codec of the system (Windows Imaging Component). It comes with "HEIF
// Image Extensions" and "HEVC Video Extensions"; without them the photo is refused with a word. Written after
// the documentation of wincodec.h; nobody has run it yet.
#include "imaging/decoders.h"
#include "imaging/heifheader.h"

#include <QTransform>

#include <wincodec.h>
#include <wrl/client.h>

namespace sohoa::imaging {

namespace {

using Microsoft::WRL::ComPtr;

// Not in the headers of every SDK: GUID_ContainerFormatHeif.
constexpr GUID heifContainer = {0xe1e62521, 0x6787, 0x405b, {0xa3, 0x39, 0x50, 0x07, 0x15, 0xb5, 0x76, 0x3f}};

/// COM for the calling thread, as long as this lives.
class Apartment
{
public:
    Apartment()
        : m_entered(SUCCEEDED(CoInitializeEx(nullptr, COINIT_MULTITHREADED)))
    {
    }
    ~Apartment()
    {
        if (m_entered) {
            CoUninitialize();
        }
    }
    Apartment(const Apartment&) = delete;
    Apartment& operator=(const Apartment&) = delete;

private:
    bool m_entered; ///< false also where the thread has another kind of apartment, which serves as well
};

tl::unexpected<Error> refusal(HRESULT result, const char* doing)
{
    const bool isMissing = result == WINCODEC_ERR_COMPONENTNOTFOUND ||
                           result == WINCODEC_ERR_COMPONENTINITIALIZEFAILURE ||
                           result == WINCODEC_ERR_UNKNOWNIMAGEFORMAT;
    const ErrorCode code = isMissing                           ? ErrorCode::FormatNotInstalled
                           : result == E_OUTOFMEMORY           ? ErrorCode::ImageTooLarge
                           : result == WINCODEC_ERR_STREAMREAD ? ErrorCode::ImageTruncated
                                                               : ErrorCode::ImageDamaged;
    return failure(code, QStringLiteral("%1: 0x%2")
                             .arg(QLatin1String(doing), QString::number(static_cast<quint32>(result), 16)));
}

Result<ComPtr<IWICImagingFactory>> factory()
{
    ComPtr<IWICImagingFactory> made;
    const HRESULT result = CoCreateInstance(CLSID_WICImagingFactory, nullptr, CLSCTX_INPROC_SERVER,
                                            IID_PPV_ARGS(made.GetAddressOf()));
    if (FAILED(result)) {
        return refusal(result, "imaging component");
    }
    return made;
}

/// A photo that is read as far as its header.
struct Opened
{
    ComPtr<IWICImagingFactory> factory;
    ComPtr<IWICStream> stream;
    ComPtr<IWICBitmapFrameDecode> frame;
    QSize stored;        ///< before it is turned
    int orientation = 1; ///< 1..8 as System.Photo.Orientation
};

/// What the file prescribes ("irot", "imir"), which the codec tells and leaves to us.
int orientationOf(IWICBitmapFrameDecode& frame)
{
    ComPtr<IWICMetadataQueryReader> reader;
    if (FAILED(frame.GetMetadataQueryReader(reader.GetAddressOf()))) {
        return 1;
    }
    PROPVARIANT value;
    PropVariantInit(&value);
    const HRESULT result = reader->GetMetadataByName(L"/heifProps/Orientation", &value);
    const int orientation = SUCCEEDED(result) && value.vt == VT_UI2 ? value.uiVal : 1;
    PropVariantClear(&value);
    return orientation;
}

bool swapsSides(int orientation)
{
    return orientation >= 5 && orientation <= 8;
}

Result<Opened> open(QByteArrayView bytes)
{
    SOHOA_TRY(checkHeifCodedSizes(bytes));
    Opened opened;
    SOHOA_ASSIGN(opened.factory, factory());
    HRESULT result = opened.factory->CreateStream(opened.stream.GetAddressOf());
    if (SUCCEEDED(result)) {
        // Only read from, although the interface does not say so.
        auto* data = reinterpret_cast<BYTE*>(const_cast<char*>(bytes.data()));
        result = opened.stream->InitializeFromMemory(data, static_cast<DWORD>(bytes.size()));
    }
    ComPtr<IWICBitmapDecoder> decoder;
    if (SUCCEEDED(result)) {
        result = opened.factory->CreateDecoderFromStream(
            opened.stream.Get(), nullptr, WICDecodeMetadataCacheOnDemand, decoder.GetAddressOf());
    }
    GUID container = {};
    if (SUCCEEDED(result)) {
        result = decoder->GetContainerFormat(&container);
    }
    if (SUCCEEDED(result) && container != heifContainer) {
        return failure(ErrorCode::ImageDamaged, QStringLiteral("HEIF that is taken for something else"));
    }
    if (SUCCEEDED(result)) {
        result = decoder->GetFrame(0, opened.frame.GetAddressOf());
    }
    UINT width = 0;
    UINT height = 0;
    if (SUCCEEDED(result)) {
        result = opened.frame->GetSize(&width, &height);
    }
    if (FAILED(result)) {
        return refusal(result, "header of the photo");
    }
    SOHOA_TRY(checkSize(width, height));
    opened.stored = QSize(static_cast<int>(width), static_cast<int>(height));
    opened.orientation = orientationOf(*opened.frame.Get());
    return opened;
}

PictureInfo infoOf(const Opened& opened)
{
    const QSize size = swapsSides(opened.orientation) ? opened.stored.transposed() : opened.stored;
    PictureInfo info;
    info.format = dossier::PageFormat::Heif;
    info.width = size.width();
    info.height = size.height();
    return info;
}

/// The picture as it is to be seen.
QImage upright(const QImage& image, int orientation)
{
    switch (orientation) {
    case 2:
        return image.mirrored(true, false);
    case 3:
        return image.mirrored(true, true);
    case 4:
        return image.mirrored(false, true);
    case 5:
        return image.mirrored(true, false).transformed(QTransform().rotate(270));
    case 6:
        return image.transformed(QTransform().rotate(90));
    case 7:
        return image.mirrored(true, false).transformed(QTransform().rotate(90));
    case 8:
        return image.transformed(QTransform().rotate(270));
    default:
        return image;
    }
}

} // namespace

bool canDecodeHeif()
{
    const Apartment apartment;
    const auto made = factory();
    ComPtr<IWICBitmapDecoder> decoder;
    return made && SUCCEEDED((*made)->CreateDecoder(heifContainer, nullptr, decoder.GetAddressOf()));
}

Result<PictureInfo> probeHeif(QByteArrayView bytes)
{
    const Apartment apartment;
    SOHOA_ASSIGN(const Opened opened, open(bytes));
    return infoOf(opened);
}

Result<Picture> decodeHeif(QByteArrayView bytes, Want want)
{
    const Apartment apartment;
    SOHOA_ASSIGN(const Opened opened, open(bytes));
    ComPtr<IWICFormatConverter> converter;
    HRESULT result = opened.factory->CreateFormatConverter(converter.GetAddressOf());
    if (SUCCEEDED(result)) {
        result = converter->Initialize(opened.frame.Get(), GUID_WICPixelFormat32bppBGR,
                                       WICBitmapDitherTypeNone, nullptr, 0, WICBitmapPaletteTypeCustom);
    }
    if (FAILED(result)) {
        return refusal(result, "colours of the photo");
    }
    QImage image(opened.stored, QImage::Format_RGB32);
    if (image.isNull()) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for the picture"));
    }
    // Decoding happens here: without the HEVC codec it is where the system says that it has none.
    result = converter->CopyPixels(nullptr, static_cast<UINT>(image.bytesPerLine()),
                                   static_cast<UINT>(image.sizeInBytes()), image.bits());
    if (FAILED(result)) {
        return refusal(result, "decoding the photo");
    }
    Picture picture;
    picture.image = upright(image, opened.orientation);
    if (want == Want::Luminance) {
        QImage grey(picture.image.size(), QImage::Format_Grayscale8);
        for (int y = 0; y < grey.height(); ++y) {
            const auto* from = reinterpret_cast<const QRgb*>(picture.image.constScanLine(y));
            uchar* to = grey.scanLine(y);
            for (int x = 0; x < grey.width(); ++x) {
                to[x] = luma(qRed(from[x]), qGreen(from[x]), qBlue(from[x]));
            }
        }
        picture.image = grey;
    }
    return picture;
}

} // namespace sohoa::imaging
