// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <vector>

namespace sohoa {

/// What went wrong, to branch on. The sentence a clerk reads is made from it in wording/errors.cpp, in a
/// switch without default: a new code does not compile until it has its sentence.
enum class ErrorCode
{
    // The call itself
    InvalidArgument,
    NotFound,
    Cancelled,
    Unsupported,
    Internal,

    // Files that come in
    FileNotFound,
    FileUnreadable,
    FileEmpty,
    FileTooLarge,
    FileChanged,
    FolderUnreachable, ///< a folder on another machine or a stick that is not there now

    // Pictures
    FormatUnknown,      ///< neither a picture nor a PDF
    FormatMismatch,     ///< content is not what the name says (a text file named .pdf)
    FormatNotInstalled, ///< a known format (HEIC) this computer has no reader for
    ImageTruncated,
    ImageDamaged,
    ImageTooLarge, ///< more pixels than any sheet has, or a compression bomb
    ImageTooSmall,

    // PDF
    PdfDamaged,
    PdfEncrypted,
    PdfTooManyPages,
    PdfWriteFailed,
    PdfCheckFailed, ///< what was read back is not what was written
    PaperTooLarge,  ///< over the size limit after every step that is allowed

    // Scanners
    ScannerNotFound,
    ScannerBusy,
    ScannerJam,
    ScannerDoubleFeed, ///< the sensor saw two sheets at once
    ScannerCoverOpen,
    ScannerOutOfPaper,
    ScannerLocked, ///< the transport lock of its carriage is on
    ScannerLost,
    ScannerFailed,
    ScannerCannot,     ///< it has not what the settings ask for: source, both sides, colour mode, format
    ScannerRefused,    ///< it wants a user name, or lets only others scan
    ScannerNotTrusted, ///< at its address answers a device with another certificate than before

    // Codes
    CardNotRecognised,
    CardFieldCount,
    CardFieldInvalid, ///< detail names the field
    CardMangled,      ///< an input method or a wrong encoding altered the text between reader and program
    SeparatorInvalid,

    // Storage
    DiskFull,
    ReadOnly,
    StorageFailed,
    DatabaseDamaged,
    DatabaseNewer, ///< made by a newer version of this program
    DatabaseBusy,
    HomeMissing,
    HomeInUse,
    VaultFileMissing,
    VaultFileDamaged,
    KeyMissing,
    KeyWrong,
    KeyStoreFailed,
    BackupInvalid,

    // Rules of the dossier
    ProcedureUnknown,
    ProcedureRetired,
    DossierUnknown,
    DossierCodeInvalid,
    ComponentUnknown,
    ComponentNotScannable, ///< only shown, a photocopy, secret ...: must not be scanned
    NumbersExhausted,
    CatalogueInvalid,
    NothingToFinish,
    SheetsUnexplained, ///< sheets fed, kept, set aside and expected do not add up, and nobody said why

    // Warehouse
    WarehouseNotConfigured,
    WarehouseUnreachable,
    WarehouseRefused,
    WarehouseFull,
    WarehouseBusy,       ///< it asks to come back later
    WarehouseKeyRefused, ///< it does not take this workstation's access key: unknown, withdrawn or mistyped
    WarehouseMissing,    ///< the server answers, but has no bucket of that name
    WarehouseMoved,      ///< it sends us to another host or region
    WarehouseNotTrusted, ///< its certificate is out of date, has another name or is of nobody we know
    WarehouseAnswerInvalid, ///< what answers does not speak S3 as it must
    NetworkIntercepted, ///< a page of the network (sign in, quota used up) answers in the warehouse's place
    ClockWrong,         ///< this computer's clock is too far from the server's
    WarehouseConflict,  ///< an object of that name with other content is there
    WarehouseMismatch,  ///< what was read back is not what was sent
    LogBroken,          ///< hash chain or numbering of a log does not hold
    WorkstationTwice,   ///< another machine writes the log of this workstation: one number, two machines
};

/// The name of a code as written in logs and in JSON: "ImageTruncated".
QString toString(ErrorCode code);

/// What can be done about an error, so that callers need not list codes.
enum class Remedy
{
    Retry,    ///< passes by itself: line down, file busy
    AskClerk, ///< a person must change something: other file, other card
    Stop,     ///< going on could do harm: damaged database, wrong key
};
Remedy remedyFor(ErrorCode code);

/// A failure: a code for the program, a detail in English for the log (never personal data), and what caused
/// it.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    std::vector<Error> causes = {};

    bool operator==(const Error&) const = default;
};

/// "ImageTruncated: scan ended at row 200 (FileUnreadable: ...)", for logs.
QString describe(const Error& error);

} // namespace sohoa
