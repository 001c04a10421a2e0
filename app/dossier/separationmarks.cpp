// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/separationmarks.h"

#include "dossier/codes.h"

#include <algorithm>

namespace sohoa::dossier {

namespace {

using Kind = SheetMark::Kind;
using Side = Separator::Side;

bool isTrusted(const Separator& separator, const SeparationRules& rules)
{
    switch (trustOf(separator, rules.keys)) {
    case SeparatorTrust::Signed:
        return true;
    case SeparatorTrust::Unsigned: {
        const auto code = parseDossierCode(separator.dossierCode);
        return !rules.unsignedUntil || (code && code->date <= *rules.unsignedUntil);
    }
    case SeparatorTrust::Foreign:
    case SeparatorTrust::Forged:
        break;
    }
    return false;
}

/// What the codes of one page say together. One readable code is enough; all that can be read must be of one
/// sheet. Paper is thin: the code of the back, seen from the front, is of the same sheet.
SheetMark ownMark(const PageFindings& findings, const SeparationRules& rules)
{
    SheetMark mark;
    mark.kind = findings.unreadSheet ? Kind::Unreadable : Kind::None;
    for (const Code& code : findings.codes) {
        if (classifyCode(code.text) != CodeKind::Separator) {
            continue;
        }
        const Result<Separator> read = parseSeparator(code.text);
        if (!read) {
            mark.kind = mark.kind == Kind::None ? Kind::Unreadable : mark.kind;
            continue;
        }
        const bool first = mark.kind == Kind::None || mark.kind == Kind::Unreadable;
        if (!first && !sameSheet(mark.separator, *read)) {
            mark.kind = Kind::Disagrees;
            mark.separator = {};
            return mark;
        }
        const Kind kind = isTrusted(*read, rules) ? Kind::Read : Kind::Foreign;
        if (first || read->side == Side::Front) {
            mark.separator = *read;
        }
        // Of codes that say the same, one that is forged makes all of them doubtful.
        mark.kind = first || kind == Kind::Foreign ? kind : mark.kind;
    }
    return mark;
}

bool hasPatch(const PageFindings& findings)
{
    return std::any_of(findings.codes.begin(), findings.codes.end(), [](const Code& code) {
        return code.format == QLatin1String("PatchCode") && code.text == QLatin1String(patchTransfer);
    });
}

bool hasPrefix(const PageFindings& findings, const QString& prefix)
{
    return !prefix.isEmpty() &&
           std::any_of(findings.codes.begin(), findings.codes.end(), [&prefix](const Code& code) {
               const bool symbology =
                   code.format == QLatin1String("QRCode") || code.format == QLatin1String("Code128");
               return symbology && plainCodeText(code.text).startsWith(prefix);
           });
}

/// The two sides of one sheet, both read, one behind the other.
bool areSides(const SheetMark& a, const SheetMark& b)
{
    const bool known = a.kind == Kind::Read || a.kind == Kind::Foreign;
    return known && a.kind == b.kind && a.separator.side != b.separator.side &&
           sameSheet(a.separator, b.separator);
}

/// Whether first sides of sheets lie at even places (0) or odd ones (1); -1: it is not known that both sides
/// were scanned.
int placeOfFirstSides(const std::vector<SheetMark>& marks, const SeparationRules& rules)
{
    if (rules.sidesPerSheet == 1) {
        return -1;
    }
    int found = -1;
    for (std::size_t i = 0; i + 1 < marks.size(); ++i) {
        if (!areSides(marks[i], marks[i + 1])) {
            continue;
        }
        const int parity = static_cast<int>(i % 2);
        if (found >= 0 && found != parity) {
            return -1; // a side is missing or too many between them
        }
        found = parity;
        ++i;
    }
    return found < 0 && rules.sidesPerSheet == 2 ? 0 : found;
}

/// Joins the sides of sheets.
class Pairing
{
public:
    Pairing(std::vector<SheetMark>& marks, const SeparationRules& rules)
        : m_marks(marks)
        , m_first(placeOfFirstSides(marks, rules))
        , m_joined(marks.size(), false)
    {
    }

    void run()
    {
        for (std::size_t i = 0; i + 1 < m_marks.size(); ++i) {
            if (areSides(m_marks[i], m_marks[i + 1])) {
                join(i, i + 1);
                ++i;
            }
        }
        for (std::size_t i = 0; i < m_marks.size(); ++i) {
            if (m_marks[i].kind == Kind::Read && !m_joined[i]) {
                seekOtherSide(i);
            }
        }
        joinUnread();
    }

private:
    void join(std::size_t read, std::size_t other)
    {
        m_marks[other] = {};
        m_marks[other].kind = Kind::OtherSide;
        m_joined[read] = true;
        m_joined[other] = true;
    }

    [[nodiscard]] bool isUnread(std::size_t i) const
    {
        return i < m_marks.size() && !m_joined[i] && m_marks[i].kind == Kind::Unreadable;
    }

    /// A sheet of which neither side was read is one sheet, where it is known which pages are its sides.
    void joinUnread()
    {
        if (m_first < 0) {
            return;
        }
        for (auto i = static_cast<std::size_t>(m_first); i + 1 < m_marks.size(); i += 2) {
            if (isUnread(i) && isUnread(i + 1)) {
                join(i, i + 1);
            }
        }
    }

    /// One side was read; the other may be there and not be readable.
    void seekOtherSide(std::size_t i)
    {
        const bool isBack = m_marks[i].separator.side == Side::Back;
        if (m_first >= 0) {
            const std::size_t other = i % 2 == static_cast<std::size_t>(m_first) ? i + 1 : i - 1;
            if (isUnread(other)) {
                join(i, other);
            } else {
                m_marks[i].halfRead = isBack;
                takeFront(i, other);
            }
            return;
        }
        // Which pages are sides of one sheet is not known. A front before the back it belongs to is no
        // guess that could harm: nothing lies between them. Behind a front, or a back laid face down, an
        // unread sheet may as well be the next one, whose pages would then be given to this one.
        if (isBack && i > 0 && isUnread(i - 1)) {
            join(i, i - 1);
            return;
        }
        m_marks[i].halfRead = isBack;
    }

    /// Nothing at all was seen of the front, but this is its place: it is set aside, and an alarm tells of
    /// it.
    void takeFront(std::size_t i, std::size_t other)
    {
        const bool there = other < m_marks.size() && !m_joined[other] && m_marks[other].kind == Kind::None;
        if (m_marks[i].halfRead && there) {
            join(i, other);
        }
    }

    std::vector<SheetMark>& m_marks;
    int m_first;
    std::vector<bool> m_joined;
};

} // namespace

std::vector<SheetMark> marksOf(const std::vector<StackPage>& pages, const SeparationRules& rules)
{
    std::vector<SheetMark> marks;
    marks.reserve(pages.size());
    for (const StackPage& page : pages) {
        marks.push_back(ownMark(page.findings, rules));
    }
    Pairing(marks, rules).run();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (marks[i].kind != Kind::None) {
            continue;
        }
        if (rules.patchT && hasPatch(pages[i].findings)) {
            marks[i].kind = Kind::Patch;
        } else {
            marks[i].opensPaper = hasPrefix(pages[i].findings, rules.codePrefix);
        }
    }
    return marks;
}

} // namespace sohoa::dossier
