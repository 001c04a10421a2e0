// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "base/durablefile.h"
#include "sync/diskio.h"
#include "sync/folderroot.h"
#include "sync/keys.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>

namespace sohoa::sync {

namespace {

/// Parts are appended to one hidden file beside the place where the object will be.
class FolderLargePut final : public LargePut
{
public:
    FolderLargePut(FolderRoot root, LargePutState state)
        : m_root(std::move(root))
        , m_state(std::move(state))
    {
    }

    [[nodiscard]] const LargePutState& state() const override { return m_state; }
    [[nodiscard]] Status sendPart(QByteArrayView bytes, const Call& call) override;
    [[nodiscard]] Result<PutOutcome> complete(const Call& call) override;
    [[nodiscard]] Status abandon() override;

    /// Lets go of parts that are not in the file. NotFound when there is no file.
    [[nodiscard]] Status takeUp();

private:
    [[nodiscard]] QString target() const { return m_root.pathOf(m_state.key); }
    [[nodiscard]] QString unfinished() const
    {
        return target() + u'.' + m_state.upload + QStringLiteral(".part");
    }
    [[nodiscard]] Result<PutOutcome> join(const Call& call);

    FolderRoot m_root;
    LargePutState m_state;
};

Status FolderLargePut::takeUp()
{
    SOHOA_TRY(m_root.present());
    const QFileInfo file(unfinished());
    if (!file.isFile() && !QFileInfo(target()).isFile()) {
        return failure(ErrorCode::NotFound, QStringLiteral("the upload is gone"));
    }
    while (file.isFile() && m_state.confirmed() > file.size()) {
        m_state.parts.pop_back();
    }
    return {};
}

Status FolderLargePut::sendPart(QByteArrayView bytes, const Call& call)
{
    const qint64 offset = m_state.confirmed();
    const qint64 wanted = std::min(m_state.partLength, m_state.length - offset);
    if (bytes.size() != wanted || wanted == 0) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a part of %1 bytes is due").arg(wanted));
    }
    if (call.stop.stop_requested()) {
        return failure(ErrorCode::Cancelled);
    }
    SOHOA_TRY(m_root.present());
    if (const Status written = writeDurablyAt(unfinished(), offset, bytes); !written) {
        return failure(m_root.meaningOf(written.error()));
    }
    m_state.parts.push_back({wanted, {}});
    if (call.progress) {
        call.progress(wanted, wanted);
    }
    return {};
}

Result<PutOutcome> FolderLargePut::complete(const Call& call)
{
    SOHOA_TRY(m_root.present());
    Result<PutOutcome> joined = join(call);
    if (!joined) {
        return failure(m_root.meaningOf(joined.error()));
    }
    SOHOA_TRY(m_root.present());
    return joined;
}

Result<PutOutcome> FolderLargePut::join(const Call& call)
{
    if (QFileInfo::exists(target())) {
        SOHOA_ASSIGN(const PutOutcome same,
                     m_root.expectSame(target(), m_state.sha256, m_state.length, call));
        QFile::remove(unfinished());
        return same;
    }
    if (m_state.confirmed() != m_state.length) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("parts are missing"));
    }
    const auto checked = m_root.expectSame(unfinished(), m_state.sha256, m_state.length, call);
    if (!checked && checked.error().code == ErrorCode::WarehouseConflict) {
        QFile::remove(unfinished());
        return failure(ErrorCode::WarehouseMismatch, QStringLiteral("the parts do not make up the object"),
                       checked.error());
    }
    SOHOA_TRY(checked);
    // Whoever else renames to this name has checked the same hash: replacing equal by equal does no harm.
    SOHOA_TRY(moveDurably(unfinished(), target()));
    return PutOutcome::Created;
}

Status FolderLargePut::abandon()
{
    SOHOA_TRY(m_root.present());
    if (QFileInfo::exists(unfinished()) && !QFile::remove(unfinished())) {
        return failure(ErrorCode::WarehouseRefused, QStringLiteral("cannot remove the parts"));
    }
    m_state.parts.clear();
    return {};
}

} // namespace

Result<std::unique_ptr<LargePut>> beginInFolder(const FolderRoot& root, const LargePutState& state)
{
    if (!isSha256Hex(state.sha256) || state.key != blobKey(state.sha256) || state.length < 1 ||
        state.partLength < 1 || !state.parts.empty() || !state.upload.isEmpty()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not a blob to be begun"));
    }
    SOHOA_TRY(root.present());
    LargePutState begun = state;
    begun.upload =
        QStringLiteral("%1").arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
    if (const Status made = makeFolderDurably(QFileInfo(root.pathOf(state.key)).absolutePath()); !made) {
        return failure(root.meaningOf(made.error()));
    }
    return std::make_unique<FolderLargePut>(root, std::move(begun));
}

Result<std::unique_ptr<LargePut>> resumeInFolder(const FolderRoot& root, const LargePutState& saved)
{
    const bool isUpload =
        saved.upload.size() == 16 && std::all_of(saved.upload.begin(), saved.upload.end(), [](QChar c) {
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
        });
    if (!isSha256Hex(saved.sha256) || saved.key != blobKey(saved.sha256) || saved.length < 1 ||
        saved.partLength < 1 || saved.confirmed() > saved.length || !isUpload) {
        return failure(ErrorCode::InvalidArgument,
                       QStringLiteral("not the state of an upload into a folder"));
    }
    auto put = std::make_unique<FolderLargePut>(root, saved);
    SOHOA_TRY(put->takeUp());
    return put;
}

} // namespace sohoa::sync
