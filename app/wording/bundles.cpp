// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "wording/bundles.h"

#include "wording/errors.h"

#include <QCoreApplication>

namespace sohoa::wording {

namespace {

struct WordingBundles
{
    Q_DECLARE_TR_FUNCTIONS(WordingBundles)
};

} // namespace

QString sentence(dossier::BundleRefusal refusal)
{
    switch (refusal) {
    case dossier::BundleRefusal::NothingWaits:
        return WordingBundles::tr("Nothing is waiting: everything is in the warehouse, and no bundle is "
                                  "needed.");
    case dossier::BundleRefusal::Restored:
        return WordingBundles::tr(
            "The data of this computer was restored from a backup. Send to the warehouse "
            "once before you make a bundle, so that it is known what arrived there.");
    case dossier::BundleRefusal::OtherUnit:
        return WordingBundles::tr(
            "This bundle is of another unit. Only bundles of your own unit can be taken "
            "in here.");
    case dossier::BundleRefusal::SameNumber:
        return WordingBundles::tr(
            "This bundle was made by another computer with the same workstation number as this one. Take it "
            "in on a computer with another number, and tell the administrator: no two computers may have the "
            "same number.");
    case dossier::BundleRefusal::NewerProgram:
        return WordingBundles::tr("A newer version of this program made the bundle. Update the program on "
                                  "this computer, then take it in again.");
    }
    return {};
}

QString bundleSentence(const Error& error)
{
    if (error.code == ErrorCode::KeyWrong) {
        return WordingBundles::tr("The code does not open this bundle: it was mistyped, or is the code of "
                                  "another bundle. It has seven groups of four letters and digits. Nothing "
                                  "was taken in.");
    }
    if (error.code == ErrorCode::BackupInvalid) {
        return WordingBundles::tr("This file is no bundle, or it is damaged or was not copied to its end. "
                                  "Copy it again, or make a new one on the other computer. Nothing was taken "
                                  "in.");
    }
    if (error.code == ErrorCode::LogBroken) {
        return WordingBundles::tr("What is in this bundle does not fit together. Make a new one on the other "
                                  "computer. Nothing was taken in.");
    }
    if (error.code == ErrorCode::WorkstationTwice) {
        return WordingBundles::tr("From the same computer another bundle was taken in before that says "
                                  "something else under the same number. Tell the administrator: two "
                                  "computers may have the same number.");
    }
    return sentence(error);
}

} // namespace sohoa::wording
