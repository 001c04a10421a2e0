// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"

#include <QStringList>

namespace sohoa {

QString toString(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
        return QStringLiteral("InvalidArgument");
    case ErrorCode::NotFound:
        return QStringLiteral("NotFound");
    case ErrorCode::Cancelled:
        return QStringLiteral("Cancelled");
    case ErrorCode::Unsupported:
        return QStringLiteral("Unsupported");
    case ErrorCode::Internal:
        return QStringLiteral("Internal");
    case ErrorCode::FileNotFound:
        return QStringLiteral("FileNotFound");
    case ErrorCode::FileUnreadable:
        return QStringLiteral("FileUnreadable");
    case ErrorCode::FileEmpty:
        return QStringLiteral("FileEmpty");
    case ErrorCode::FileTooLarge:
        return QStringLiteral("FileTooLarge");
    case ErrorCode::FileChanged:
        return QStringLiteral("FileChanged");
    case ErrorCode::FolderUnreachable:
        return QStringLiteral("FolderUnreachable");
    case ErrorCode::FormatUnknown:
        return QStringLiteral("FormatUnknown");
    case ErrorCode::FormatMismatch:
        return QStringLiteral("FormatMismatch");
    case ErrorCode::FormatNotInstalled:
        return QStringLiteral("FormatNotInstalled");
    case ErrorCode::ImageTruncated:
        return QStringLiteral("ImageTruncated");
    case ErrorCode::ImageDamaged:
        return QStringLiteral("ImageDamaged");
    case ErrorCode::ImageTooLarge:
        return QStringLiteral("ImageTooLarge");
    case ErrorCode::ImageTooSmall:
        return QStringLiteral("ImageTooSmall");
    case ErrorCode::PdfDamaged:
        return QStringLiteral("PdfDamaged");
    case ErrorCode::PdfEncrypted:
        return QStringLiteral("PdfEncrypted");
    case ErrorCode::PdfTooManyPages:
        return QStringLiteral("PdfTooManyPages");
    case ErrorCode::PdfWriteFailed:
        return QStringLiteral("PdfWriteFailed");
    case ErrorCode::PdfCheckFailed:
        return QStringLiteral("PdfCheckFailed");
    case ErrorCode::PaperTooLarge:
        return QStringLiteral("PaperTooLarge");
    case ErrorCode::ScannerNotFound:
        return QStringLiteral("ScannerNotFound");
    case ErrorCode::ScannerBusy:
        return QStringLiteral("ScannerBusy");
    case ErrorCode::ScannerJam:
        return QStringLiteral("ScannerJam");
    case ErrorCode::ScannerDoubleFeed:
        return QStringLiteral("ScannerDoubleFeed");
    case ErrorCode::ScannerCoverOpen:
        return QStringLiteral("ScannerCoverOpen");
    case ErrorCode::ScannerOutOfPaper:
        return QStringLiteral("ScannerOutOfPaper");
    case ErrorCode::ScannerLocked:
        return QStringLiteral("ScannerLocked");
    case ErrorCode::ScannerLost:
        return QStringLiteral("ScannerLost");
    case ErrorCode::ScannerFailed:
        return QStringLiteral("ScannerFailed");
    case ErrorCode::ScannerCannot:
        return QStringLiteral("ScannerCannot");
    case ErrorCode::ScannerRefused:
        return QStringLiteral("ScannerRefused");
    case ErrorCode::ScannerNotTrusted:
        return QStringLiteral("ScannerNotTrusted");
    case ErrorCode::CardNotRecognised:
        return QStringLiteral("CardNotRecognised");
    case ErrorCode::CardFieldCount:
        return QStringLiteral("CardFieldCount");
    case ErrorCode::CardFieldInvalid:
        return QStringLiteral("CardFieldInvalid");
    case ErrorCode::CardMangled:
        return QStringLiteral("CardMangled");
    case ErrorCode::SeparatorInvalid:
        return QStringLiteral("SeparatorInvalid");
    case ErrorCode::DiskFull:
        return QStringLiteral("DiskFull");
    case ErrorCode::ReadOnly:
        return QStringLiteral("ReadOnly");
    case ErrorCode::StorageFailed:
        return QStringLiteral("StorageFailed");
    case ErrorCode::DatabaseDamaged:
        return QStringLiteral("DatabaseDamaged");
    case ErrorCode::DatabaseNewer:
        return QStringLiteral("DatabaseNewer");
    case ErrorCode::DatabaseBusy:
        return QStringLiteral("DatabaseBusy");
    case ErrorCode::HomeMissing:
        return QStringLiteral("HomeMissing");
    case ErrorCode::HomeInUse:
        return QStringLiteral("HomeInUse");
    case ErrorCode::VaultFileMissing:
        return QStringLiteral("VaultFileMissing");
    case ErrorCode::VaultFileDamaged:
        return QStringLiteral("VaultFileDamaged");
    case ErrorCode::KeyMissing:
        return QStringLiteral("KeyMissing");
    case ErrorCode::KeyWrong:
        return QStringLiteral("KeyWrong");
    case ErrorCode::KeyStoreFailed:
        return QStringLiteral("KeyStoreFailed");
    case ErrorCode::BackupInvalid:
        return QStringLiteral("BackupInvalid");
    case ErrorCode::ProcedureUnknown:
        return QStringLiteral("ProcedureUnknown");
    case ErrorCode::ProcedureRetired:
        return QStringLiteral("ProcedureRetired");
    case ErrorCode::DossierUnknown:
        return QStringLiteral("DossierUnknown");
    case ErrorCode::DossierCodeInvalid:
        return QStringLiteral("DossierCodeInvalid");
    case ErrorCode::ComponentUnknown:
        return QStringLiteral("ComponentUnknown");
    case ErrorCode::ComponentNotScannable:
        return QStringLiteral("ComponentNotScannable");
    case ErrorCode::NumbersExhausted:
        return QStringLiteral("NumbersExhausted");
    case ErrorCode::CatalogueInvalid:
        return QStringLiteral("CatalogueInvalid");
    case ErrorCode::NothingToFinish:
        return QStringLiteral("NothingToFinish");
    case ErrorCode::SheetsUnexplained:
        return QStringLiteral("SheetsUnexplained");
    case ErrorCode::WarehouseNotConfigured:
        return QStringLiteral("WarehouseNotConfigured");
    case ErrorCode::WarehouseUnreachable:
        return QStringLiteral("WarehouseUnreachable");
    case ErrorCode::WarehouseRefused:
        return QStringLiteral("WarehouseRefused");
    case ErrorCode::WarehouseFull:
        return QStringLiteral("WarehouseFull");
    case ErrorCode::WarehouseBusy:
        return QStringLiteral("WarehouseBusy");
    case ErrorCode::WarehouseKeyRefused:
        return QStringLiteral("WarehouseKeyRefused");
    case ErrorCode::WarehouseMissing:
        return QStringLiteral("WarehouseMissing");
    case ErrorCode::WarehouseMoved:
        return QStringLiteral("WarehouseMoved");
    case ErrorCode::WarehouseNotTrusted:
        return QStringLiteral("WarehouseNotTrusted");
    case ErrorCode::WarehouseAnswerInvalid:
        return QStringLiteral("WarehouseAnswerInvalid");
    case ErrorCode::NetworkIntercepted:
        return QStringLiteral("NetworkIntercepted");
    case ErrorCode::ClockWrong:
        return QStringLiteral("ClockWrong");
    case ErrorCode::WarehouseConflict:
        return QStringLiteral("WarehouseConflict");
    case ErrorCode::WarehouseMismatch:
        return QStringLiteral("WarehouseMismatch");
    case ErrorCode::LogBroken:
        return QStringLiteral("LogBroken");
    case ErrorCode::WorkstationTwice:
        return QStringLiteral("WorkstationTwice");
    }
    return QStringLiteral("Internal");
}

Remedy remedyFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileChanged:
    case ErrorCode::FolderUnreachable:
    case ErrorCode::ScannerBusy:
    case ErrorCode::DatabaseBusy:
    case ErrorCode::HomeInUse:
    case ErrorCode::WarehouseUnreachable:
    case ErrorCode::WarehouseFull:
    case ErrorCode::WarehouseBusy:
        return Remedy::Retry;
    case ErrorCode::Internal:
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnly:
    case ErrorCode::StorageFailed:
    case ErrorCode::DatabaseDamaged:
    case ErrorCode::DatabaseNewer:
    case ErrorCode::VaultFileMissing:
    case ErrorCode::VaultFileDamaged:
    case ErrorCode::KeyMissing:
    case ErrorCode::KeyWrong:
    case ErrorCode::KeyStoreFailed:
    case ErrorCode::WarehouseConflict:
    case ErrorCode::LogBroken:
    case ErrorCode::WorkstationTwice:
        return Remedy::Stop;
    case ErrorCode::InvalidArgument:
    case ErrorCode::NotFound:
    case ErrorCode::Cancelled:
    case ErrorCode::Unsupported:
    case ErrorCode::FileNotFound:
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileEmpty:
    case ErrorCode::FileTooLarge:
    case ErrorCode::FormatUnknown:
    case ErrorCode::FormatMismatch:
    case ErrorCode::FormatNotInstalled:
    case ErrorCode::ImageTruncated:
    case ErrorCode::ImageDamaged:
    case ErrorCode::ImageTooLarge:
    case ErrorCode::ImageTooSmall:
    case ErrorCode::PdfDamaged:
    case ErrorCode::PdfEncrypted:
    case ErrorCode::PdfTooManyPages:
    case ErrorCode::PdfWriteFailed:
    case ErrorCode::PdfCheckFailed:
    case ErrorCode::PaperTooLarge:
    case ErrorCode::ScannerNotFound:
    case ErrorCode::ScannerJam:
    case ErrorCode::ScannerDoubleFeed:
    case ErrorCode::ScannerCoverOpen:
    case ErrorCode::ScannerOutOfPaper:
    case ErrorCode::ScannerLost:
    case ErrorCode::ScannerFailed:
    case ErrorCode::ScannerCannot:
    case ErrorCode::ScannerRefused:
    case ErrorCode::ScannerNotTrusted:
    case ErrorCode::ScannerLocked:
    case ErrorCode::CardNotRecognised:
    case ErrorCode::CardFieldCount:
    case ErrorCode::CardFieldInvalid:
    case ErrorCode::CardMangled:
    case ErrorCode::SeparatorInvalid:
    case ErrorCode::HomeMissing:
    case ErrorCode::BackupInvalid:
    case ErrorCode::ProcedureUnknown:
    case ErrorCode::ProcedureRetired:
    case ErrorCode::DossierUnknown:
    case ErrorCode::DossierCodeInvalid:
    case ErrorCode::ComponentUnknown:
    case ErrorCode::ComponentNotScannable:
    case ErrorCode::NumbersExhausted:
    case ErrorCode::CatalogueInvalid:
    case ErrorCode::NothingToFinish:
    case ErrorCode::SheetsUnexplained:
    case ErrorCode::WarehouseNotConfigured:
    case ErrorCode::WarehouseRefused:
    case ErrorCode::WarehouseKeyRefused:
    case ErrorCode::WarehouseMissing:
    case ErrorCode::WarehouseMoved:
    case ErrorCode::WarehouseNotTrusted:
    case ErrorCode::WarehouseAnswerInvalid:
    case ErrorCode::NetworkIntercepted:
    case ErrorCode::ClockWrong:
    case ErrorCode::WarehouseMismatch:
        return Remedy::AskClerk;
    }
    return Remedy::Stop;
}

QString describe(const Error& error)
{
    QString text = toString(error.code);
    if (!error.detail.isEmpty()) {
        text += QStringLiteral(": ") + error.detail;
    }
    QStringList causes;
    for (const Error& cause : error.causes) {
        causes += describe(cause);
    }
    if (!causes.isEmpty()) {
        text += QStringLiteral(" (") + causes.join(QStringLiteral("; ")) + u')';
    }
    return text;
}

} // namespace sohoa
