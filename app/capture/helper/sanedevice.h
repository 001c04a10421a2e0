// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/owner.h"
#include "capture/scanner.h"

#include <QStringList>

#include <map>
#include <optional>

// The C API has no include guard against C++ name mangling of its own types; its header handles that.
#include <sane/sane.h>

namespace sohoa::capture {

/// What a status of SANE means to us.
ErrorCode errorFor(SANE_Status status);
tl::unexpected<Error> saneFailure(SANE_Status status, const QString& doing);

/// An open device of SANE and its options by name (sane-project.gitlab.io/standard, section 4.5).
class SaneDevice
{
public:
    [[nodiscard]] static Result<SaneDevice> open(const QString& name);

    [[nodiscard]] SANE_Handle handle() const { return m_handle.get(); }
    /// Whether the option exists and can be set now.
    [[nodiscard]] bool has(const char* option) const;
    /// The words an option can be set to.
    [[nodiscard]] QStringList words(const char* option) const;
    /// The numbers an option can be set to: all of a list, or smallest and largest of a range.
    [[nodiscard]] std::vector<double> numbers(const char* option) const;
    [[nodiscard]] bool isRange(const char* option) const;

    [[nodiscard]] Status setWord(const char* option, const QString& word);
    /// Sets the nearest value the option takes.
    [[nodiscard]] Status setNumber(const char* option, double number);
    [[nodiscard]] Status setFlag(const char* option, bool on);
    [[nodiscard]] Result<double> number(const char* option) const;
    /// What a sensor or button says; empty when there is none.
    [[nodiscard]] std::optional<bool> sensor(const char* option) const;
    /// Whether a length of this option is in pixels rather than millimetres.
    [[nodiscard]] bool isInPixels(const char* option) const;

private:
    explicit SaneDevice(SANE_Handle handle);
    [[nodiscard]] const SANE_Option_Descriptor* find(const char* option) const;
    [[nodiscard]] Status control(const char* option, void* value);
    void readOptions();

    Owner<void, sane_close> m_handle;
    std::map<QByteArray, SANE_Int> m_options;
};

} // namespace sohoa::capture
