// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "wording/errors.h"

#include "dossier/codes.h"
#include "dossier/idcard.h"
#include "wording/names.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace sohoa::wording {

namespace {

struct Errors
{
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

/// The detail when it is a procedure code, else "": details of other shapes are for the log.
QString procedureIn(const Error& error)
{
    return dossier::procedureKey(error.detail) ? error.detail : QString();
}

QString dossierIn(const Error& error)
{
    return dossier::parseDossierCode(error.detail) ? error.detail : QString();
}

/// The number a detail is or begins with ("5", "12 fields"); empty when it does not.
std::optional<int> numberIn(const Error& error)
{
    static const QRegularExpression form(QStringLiteral("\\A([0-9]{1,4})(?: fields)?\\z"));
    const QRegularExpressionMatch match = form.match(error.detail);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

QString cardFieldCount(const Error& error)
{
    constexpr int fewestFields = 6;
    const std::optional<int> fields = numberIn(error);
    if (!fields) {
        return Errors::tr("The QR code looks like a citizen card's but does not have 6 to 11 parts. Read the "
                          "card again, or type the details in.");
    }
    if (*fields < fewestFields) {
        return Errors::tr("Only %n part(s) of the citizen card came through, at least 6 are needed: the "
                          "reading was cut short. Hold the card still and read it again.",
                          nullptr, *fields);
    }
    return Errors::tr("The text has %n part(s), a citizen card has at most 11: two cards or other text ran "
                      "together. Empty the box and read one card only.",
                      nullptr, *fields);
}

QString cardFieldInvalid(const Error& error)
{
    const std::optional<dossier::CardField> field = dossier::cardFieldOf(error);
    if (!field) {
        return Errors::tr("A part of the citizen card is not as it must be. Read the card again, or type the "
                          "details in from the card.");
    }
    return Errors::tr("On the citizen card, “%1” is not as it must be. Read the card again; if it stays so, "
                      "type this part in from the card.")
        .arg(name(*field));
}

QString cardMangled(const Error& error)
{
    const QString remedy =
        Errors::tr("Switch the Vietnamese typing program (UniKey, EVKey) to English and read the card again. "
                   "The card itself is fine.");
    const std::optional<dossier::CardField> field = dossier::cardFieldOf(error);
    if (!field) {
        return Errors::tr("Letters of the citizen card were changed on their way from the reader.") + u' ' +
               remedy;
    }
    return Errors::tr("Letters in “%1” were changed on their way from the reader.").arg(name(*field)) + u' ' +
           remedy;
}

QString procedureUnknown(const Error& error)
{
    const QString code = procedureIn(error);
    return code.isEmpty()
               ? Errors::tr(
                     "The catalogue has no procedure with this code. Check the code, or search by name.")
               : Errors::tr("The catalogue has no procedure %1. Check the code, or search by name.")
                     .arg(code);
}

QString procedureRetired(const Error& error)
{
    const QString successor = procedureIn(error);
    return successor.isEmpty()
               ? Errors::tr(
                     "This procedure is not in force any more and nothing replaces it in the catalogue. "
                     "No new dossier can be taken in under it; ask the department in charge.")
               : Errors::tr("This procedure is not in force any more. Procedure %1 replaces it: take the "
                            "dossier in under that code.")
                     .arg(successor);
}

QString dossierUnknown(const Error& error)
{
    const QString code = dossierIn(error);
    return code.isEmpty()
               ? Errors::tr(
                     "No dossier with this code is here. Check the code, or take the dossier in first.")
               : Errors::tr("No dossier %1 is here. Check the code, or take the dossier in first.").arg(code);
}

QString componentUnknown(const Error& error)
{
    const std::optional<int> number = numberIn(error);
    return number ? Errors::tr("The dossier has no component number %1. Look at its list of components and "
                               "choose another number.")
                        .arg(*number)
                  : Errors::tr("The dossier has no such component. Choose one from its list.");
}

QString componentNotScannable(const Error& error)
{
    if (const std::optional<dossier::Duty> duty = dossier::dutyFrom(error.detail)) {
        return Errors::tr("This component must not be scanned (%1).").arg(name(*duty)) + u' ' +
               instruction(*duty);
    }
    const std::optional<int> number = numberIn(error);
    const QString reason =
        Errors::tr("Papers that are only shown, photocopies, data already held and secret papers are not "
                   "scanned: note it in the list of components.");
    return (number ? Errors::tr("Component %1 must not be scanned.").arg(*number)
                   : Errors::tr("This component must not be scanned.")) +
           u' ' + reason;
}

/// The detail tells which of three (sync/s3/transport.h): each needs another remedy.
QString warehouseNotTrusted(const Error& error)
{
    if (error.detail == QLatin1String("expired")) {
        return Errors::tr(
            "The certificate of the warehouse is not in force today, so nothing was sent. Check the date "
            "and time of this computer first; if they are right, tell the administrator of the "
            "warehouse that its certificate has to be renewed.");
    }
    if (error.detail == QLatin1String("other name")) {
        return Errors::tr(
            "What answers at the warehouse's address has the certificate of another server, so nothing "
            "was sent. Compare the address in the settings with the one the province gave, letter by "
            "letter; if it is right, call your technician.");
    }
    if (error.detail == QLatin1String("unknown authority")) {
        return Errors::tr(
            "The certificate of the warehouse comes from an authority that this computer does not know, "
            "so nothing was sent. Ask the administrator of the warehouse for the certificate of the "
            "province's authority and have it entered in the settings.");
    }
    return Errors::tr(
        "It is not certain that this is the province's warehouse: its certificate is out of date, is "
        "made out to another name, or comes from an authority this computer does not know. Nothing was "
        "sent. Check the date of the computer, then call your technician.");
}

} // namespace

QString sentence(const Error& error)
{
    // Sorted like the codes. No default: a code without its sentence does not compile.
    switch (error.code) {
    case ErrorCode::InvalidArgument:
        return Errors::tr("Something given does not have the right form: a code, a number, an address or a "
                          "choice. Compare it with the example and enter it again.");
    case ErrorCode::NotFound:
        return Errors::tr("What was asked for is not here any more; it may have been changed meanwhile. "
                          "Refresh the list and try again.");
    case ErrorCode::Cancelled:
        return Errors::tr("Stopped, as you asked. What was finished before is kept.");
    case ErrorCode::Unsupported:
        return Errors::tr("The program cannot do this with what is installed on this computer, or with this "
                          "kind of file. Choose another way, or ask your technician.");
    case ErrorCode::Internal:
        return Errors::tr("The program made a mistake of its own. What was saved is safe. Start it again; if "
                          "this comes back, tell your technician the time and what you were doing.");

    case ErrorCode::FileNotFound:
        return Errors::tr(
            "The file is not there. It may have been moved, renamed or deleted, or the stick was "
            "pulled out. Choose it again.");
    case ErrorCode::FileUnreadable:
        return Errors::tr(
            "The file is there but cannot be opened: another program holds it, you have no right "
            "to read it, or the disk is failing. Close the other program or copy the file, then "
            "try again.");
    case ErrorCode::FileEmpty:
        return Errors::tr(
            "The file is empty: it has no content at all (0 bytes). Copying or scanning failed; "
            "scan or copy it again.");
    case ErrorCode::FileTooLarge:
        return Errors::tr(
            "The file is larger than any paper needs, so it was not opened. Split it, or scan the "
            "paper again at 200 to 300 dpi.");
    case ErrorCode::FileChanged:
        return Errors::tr("The file was still changing while it was read. Wait until copying or scanning is "
                          "finished, then take it again.");
    case ErrorCode::FolderUnreachable:
        return Errors::tr("The folder cannot be reached: the network drive or the stick is not there. "
                          "Nothing is lost; its files are taken as soon as it is back.");

    case ErrorCode::FormatUnknown:
        return Errors::tr(
            "This file is neither a picture nor a PDF. Only JPEG, PNG, TIFF and PDF are taken.");
    case ErrorCode::FormatMismatch:
        return Errors::tr("The content of the file is not what its name says, for instance plain text named "
                          ".pdf. Save it in its true format, or scan the paper again.");
    case ErrorCode::FormatNotInstalled:
        return Errors::tr("This is a photo in a format that this computer cannot open (HEIC, as phones make "
                          "it). Set the phone to save photos as JPEG, or send the photo once more as JPEG.");
    case ErrorCode::ImageTruncated:
        return Errors::tr("The picture breaks off: a part of the page is missing, so it does not count as a "
                          "good page. Scan this page again.");
    case ErrorCode::ImageDamaged:
        return Errors::tr(
            "The picture is damaged and cannot be shown. Scan this page again, or take the file "
            "from where it came from once more.");
    case ErrorCode::ImageTooLarge:
        return Errors::tr(
            "The picture has more points than any sheet of paper, so it was not opened. Scan at "
            "200 to 300 dpi, or make the photo smaller.");
    case ErrorCode::ImageTooSmall:
        return Errors::tr(
            "The picture is too small to be a readable page. Scan at 200 dpi or more, or take the "
            "photo from nearer.");

    case ErrorCode::PdfDamaged:
        return Errors::tr(
            "The PDF is damaged: its pages cannot be read. Ask for the file again, or print and "
            "scan the paper.");
    case ErrorCode::PdfEncrypted:
        return Errors::tr("The PDF is locked with a password. Ask the sender for a copy without password, or "
                          "scan the paper.");
    case ErrorCode::PdfTooManyPages:
        return Errors::tr("The PDF has more pages than one paper may have. Split it into smaller files.");
    case ErrorCode::PdfWriteFailed:
        return Errors::tr(
            "The PDF could not be made. The scanned pages are kept; try again. If it fails again, "
            "look for a damaged page among them.");
    case ErrorCode::PdfCheckFailed:
        return Errors::tr(
            "The finished PDF did not pass its check, so it was not used. The scanned pages are "
            "kept; finish the paper again, and tell your technician if it fails again.");
    case ErrorCode::PaperTooLarge:
        return Errors::tr(
            "The paper stays over the size limit, even at 200 dpi. Divide it into several papers, "
            "or have the limit raised in the settings.");

    case ErrorCode::ScannerNotFound:
        return Errors::tr(
            "No scanner was found. Check that it is switched on and its cable is plugged in, then "
            "search again.");
    case ErrorCode::ScannerBusy:
        return Errors::tr("The scanner is used by another program or person. Close that program, then scan "
                          "again.");
    case ErrorCode::ScannerJam:
        return Errors::tr(
            "Paper is jammed in the scanner. The pages before it are kept. Open the cover, take "
            "the sheet out, put it and the rest back in, and go on.");
    case ErrorCode::ScannerDoubleFeed:
        return Errors::tr(
            "The scanner drew in two sheets at once and stopped. The pages before them are kept. Take both "
            "sheets out, fan the stack, put them and the rest back in, and go on.");
    case ErrorCode::ScannerCoverOpen:
        return Errors::tr("The scanner's cover is open. Close it, then go on.");
    case ErrorCode::ScannerOutOfPaper:
        return Errors::tr("There is no paper in the feeder. Put the sheets in, then scan again.");
    case ErrorCode::ScannerLocked:
        return Errors::tr("The scanner is locked for transport. Slide the lock on its underside or back "
                          "open, then scan again.");
    case ErrorCode::ScannerLost:
        return Errors::tr(
            "The connection to the scanner was lost. The pages so far are kept. Check cable and "
            "power, then go on with the sheet that is missing.");
    case ErrorCode::ScannerFailed:
        return Errors::tr(
            "The scanner reported a fault. The pages so far are kept. Switch it off and on, then "
            "go on with the sheet that is missing.");
    case ErrorCode::ScannerCannot:
        return Errors::tr("This scanner cannot do what was asked: it lacks the feeder, the scanning of both "
                          "sides, or the colour mode. Choose another profile or another scanner.");
    case ErrorCode::ScannerRefused:
        return Errors::tr(
            "The scanner does not let this computer scan: it wants a user name, or only certain computers "
            "may use it. Ask your technician to allow this computer on the scanner.");
    case ErrorCode::ScannerNotTrusted:
        return Errors::tr(
            "At the address of the scanner another device answers than before (its certificate "
            "has changed). Nothing was scanned. Call your technician: if the scanner was replaced or "
            "reset, its old certificate has to be removed from this computer.");

    case ErrorCode::CardNotRecognised:
        return Errors::tr(
            "This is not the code of a citizen card. Read the QR code of the card (on the front of "
            "older cards, on the back of newer ones), or type the details in.");
    case ErrorCode::CardFieldCount:
        return cardFieldCount(error);
    case ErrorCode::CardFieldInvalid:
        return cardFieldInvalid(error);
    case ErrorCode::CardMangled:
        return cardMangled(error);
    case ErrorCode::SeparatorInvalid:
        return Errors::tr(
            "A separator sheet was found but its code is damaged or of another version. Assign the "
            "pages after it by hand, and print the sheet anew.");

    case ErrorCode::DiskFull:
        return Errors::tr(
            "The disk is full, so nothing more can be saved. What was said to be saved is safe. "
            "Free some space, then repeat the last step.");
    case ErrorCode::ReadOnly:
        return Errors::tr(
            "Nothing can be written in this folder: it is write-protected, or you lack the right. "
            "Choose another folder, or ask your technician for the right.");
    case ErrorCode::StorageFailed:
        return Errors::tr(
            "The disk did not save this; it may be failing. Repeat the step. If it fails again, "
            "make a backup at once and call your technician.");
    case ErrorCode::DatabaseDamaged:
        return Errors::tr(
            "The register of this workstation is damaged. Nothing was changed or deleted. Do not "
            "go on working; call your technician to restore the last backup.");
    case ErrorCode::DatabaseNewer:
        return Errors::tr(
            "The data was written by a newer version of the program. Nothing was changed. Install "
            "the newer version, then open it again.");
    case ErrorCode::DatabaseBusy:
        return Errors::tr("Another run of the program is writing just now. Wait a moment, then try again.");
    case ErrorCode::HomeMissing:
        return Errors::tr(
            "There is no data of the program in this folder. Choose the right folder, or set the "
            "workstation up first (“init”).");
    case ErrorCode::HomeInUse:
        return Errors::tr("The program is already at work with this data, in another window or session. Wait "
                          "until that is finished, or close it.");
    case ErrorCode::VaultFileMissing:
        return Errors::tr(
            "The stored file of a page or paper is gone from this computer. If the warehouse has "
            "it, it can be fetched from there; otherwise restore a backup or scan the page again.");
    case ErrorCode::VaultFileDamaged:
        return Errors::tr("The stored file of a page or paper was altered or is damaged, so it is not used. "
                          "Restore a backup or scan the page again, and have the disk checked.");
    case ErrorCode::KeyMissing:
        return Errors::tr(
            "The key that opens the data is not on this computer or under this user. Sign in as the "
            "usual user, or enter the recovery key. The data is unharmed.");
    case ErrorCode::KeyWrong:
        return Errors::tr(
            "This key does not open the data: it is mistyped or belongs to other data. Enter the "
            "right key. The data is unharmed.");
    case ErrorCode::KeyStoreFailed:
        return Errors::tr(
            "The system's key store gives no answer, so the data cannot be opened. Sign out of the "
            "computer and in again; if that does not help, call your technician.");
    case ErrorCode::BackupInvalid:
        return Errors::tr(
            "This backup is incomplete or was altered, so nothing of it was used. Take an older "
            "backup, or copy the file once more from where it is kept.");

    case ErrorCode::ProcedureUnknown:
        return procedureUnknown(error);
    case ErrorCode::ProcedureRetired:
        return procedureRetired(error);
    case ErrorCode::DossierUnknown:
        return dossierUnknown(error);
    case ErrorCode::DossierCodeInvalid:
        return Errors::tr("This is not a dossier code. It looks like H56.14-261122-0001: unit, date, number. "
                          "Enter it as it stands on the receipt.");
    case ErrorCode::ComponentUnknown:
        return componentUnknown(error);
    case ErrorCode::ComponentNotScannable:
        return componentNotScannable(error);
    case ErrorCode::NumbersExhausted:
        return Errors::tr("This workstation has no dossier numbers left for today. Ask for another range of "
                          "numbers, or enter a code given by the provincial system.");
    case ErrorCode::CatalogueInvalid:
        return Errors::tr(
            "The catalogue of procedures and settings cannot be understood, so it is not used. Have "
            "it published again, or install the program again.");
    case ErrorCode::NothingToFinish:
        return Errors::tr(
            "There is no page to make a paper of. Scan pages for this component, or bring pages "
            "back that were set aside.");
    case ErrorCode::SheetsUnexplained:
        return Errors::tr(
            "The sheets do not add up: what was fed is not what was expected. Count the paper in your hand "
            "and scan what is missing, or confirm that the number is right.");

    case ErrorCode::WarehouseNotConfigured:
        return Errors::tr("No warehouse is set, so nothing can be sent. The papers are kept here. Enter the "
                          "warehouse's address in the settings.");
    case ErrorCode::WarehouseUnreachable:
        return Errors::tr(
            "The warehouse cannot be reached: the line is down, its server gives no answer, or its "
            "folder or stick is not there. The papers are kept here and are sent when it is back.");
    case ErrorCode::WarehouseRefused:
        return Errors::tr(
            "The warehouse does not let this workstation write. The papers are kept here. Ask the "
            "administrator to check the access key or the rights on the folder.");
    case ErrorCode::WarehouseFull:
        return Errors::tr(
            "The warehouse has no space left. The papers are kept here and are sent later. Tell "
            "the administrator of the warehouse.");
    case ErrorCode::WarehouseBusy:
        return Errors::tr("The warehouse is too busy just now and asks to come back later. The papers are "
                          "kept here and are sent by themselves.");
    case ErrorCode::WarehouseKeyRefused:
        if (error.detail == QLatin1String("no access key")) {
            return Errors::tr("This computer has no access key to the warehouse (any more), as after a "
                              "backup was restored. "
                              "The papers are kept here. Enrol the workstation again with the file that the "
                              "province gave.");
        }
        return Errors::tr(
            "The warehouse does not accept this workstation's access key: it is mistyped, has expired or was "
            "withdrawn. The papers are kept here. Ask the administrator of the warehouse for a valid key.");
    case ErrorCode::WarehouseMissing:
        return Errors::tr(
            "The server answers, but the warehouse named in the settings is not there. The papers are kept "
            "here. Check the warehouse's address in the settings with the administrator.");
    case ErrorCode::WarehouseMoved:
        return Errors::tr(
            "The warehouse's server sends this workstation to another address or region. It was not "
            "followed, and nothing was sent there. Ask the administrator for the right address.");
    case ErrorCode::WarehouseNotTrusted:
        return warehouseNotTrusted(error);
    case ErrorCode::WarehouseAnswerInvalid:
        return Errors::tr(
            "Something answers at the warehouse's address, but not as a warehouse does. Nothing counts as "
            "stored; the papers are kept here. Tell the administrator if this comes back.");
    case ErrorCode::NetworkIntercepted:
        return Errors::tr("The network shows a page of its own instead of the warehouse: it wants you to "
                          "sign in, or the data allowance is used up. Open any website in the browser, do "
                          "what it asks, then send again. The papers are kept here.");
    case ErrorCode::ClockWrong:
        return Errors::tr(
            "This computer's clock is wrong, so the warehouse does not accept what it sends. Set date, time "
            "and time zone right (Viet Nam is UTC+7), then send again. The papers are kept here.");
    case ErrorCode::WarehouseConflict:
        return Errors::tr(
            "Another file with the same name is already in the warehouse. Nothing was overwritten. "
            "Tell the administrator: two workstations may have the same number.");
    case ErrorCode::WarehouseMismatch:
        return Errors::tr(
            "What the warehouse gave back is not what was sent, so the paper does not count as "
            "stored. It is kept here and sent again; tell the administrator if this comes back.");
    case ErrorCode::LogBroken:
        return Errors::tr(
            "The log of a workstation has a gap or was altered. Nothing was deleted. Stop sending "
            "and tell the administrator: this must be cleared up first.");
    case ErrorCode::WorkstationTwice:
        return Errors::tr(
            "Another computer works under this workstation's number, so sending has stopped before anything "
            "could be mixed up. Nothing is lost. In the settings give this computer a number that no other "
            "has, then send again; tell the administrator.");
    }
    return {};
}

} // namespace sohoa::wording
