// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// A driver for SANE that does what its "test" driver does not: both sides, sensors, a jam on a given page, a
// page that stops short, a crash or a hang within one; and a stack of sheets that differ, of which some were
// fed before
// ("drawn=1 first=12": the side on top is the 13th). Told by SOHOA_SANE_SCRIPT, words of "name=number". Its
// name is "sohoatest"; SANE finds it through LD_LIBRARY_PATH.
#include <sane/sane.h>
#include <sane/saneopts.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

namespace {

constexpr int optionCount = 11;
enum Option
{
    Count,
    Source,
    Mode,
    Resolution,
    TopLeftX,
    TopLeftY,
    BottomRightX,
    BottomRightY,
    PageLoaded,
    DoubleFeed,
    CoverSensor
};

int script(const char* name, int otherwise)
{
    const char* text = std::getenv("SOHOA_SANE_SCRIPT");
    const std::string words = std::string(" ") + (text != nullptr ? text : "");
    const std::string::size_type at = words.find(' ' + std::string(name) + '=');
    return at == std::string::npos ? otherwise : std::atoi(words.c_str() + at + std::strlen(name) + 2);
}

struct Device
{
    std::array<SANE_Option_Descriptor, optionCount> options = {};
    std::array<char, 32> source = {"Flatbed"};
    std::array<char, 32> mode = {"Gray"};
    SANE_Word resolution = 300;
    std::array<SANE_Word, 4> corners = {0, 0, SANE_FIX(210), SANE_FIX(297)};
    int page = 0;
    int line = 0;
    SANE_Int lineAt = 0;
    int looks = 0;
    bool jammed = false;
    unsigned noise = 1;
};

Device device;

const SANE_String_Const sources[] = {"Flatbed", "ADF Front", "ADF Duplex", nullptr};
const SANE_String_Const modes[] = {"Gray", "Color", nullptr};
const SANE_Word resolutions[] = {4, 50, 150, 300, 1200};
const SANE_Range across = {0, SANE_FIX(297), 0};
const SANE_Range down = {0, SANE_FIX(420), 0};
const SANE_Range crooked = {SANE_FIX(420), 0, 0}; // as some drivers report it

void describe()
{
    const auto make = [](Option index, const char* name, SANE_Value_Type type, SANE_Int cap) {
        SANE_Option_Descriptor& option = device.options[index];
        option.name = name;
        option.title = name;
        option.desc = name;
        option.type = type;
        option.size = type == SANE_TYPE_STRING ? 32 : static_cast<SANE_Int>(sizeof(SANE_Word));
        option.cap = cap;
        return &option;
    };
    constexpr SANE_Int setting = SANE_CAP_SOFT_SELECT | SANE_CAP_SOFT_DETECT;
    make(Count, "", SANE_TYPE_INT, SANE_CAP_SOFT_DETECT);
    SANE_Option_Descriptor* option = make(Source, SANE_NAME_SCAN_SOURCE, SANE_TYPE_STRING, setting);
    option->constraint_type = SANE_CONSTRAINT_STRING_LIST;
    option->constraint.string_list = sources;
    option = make(Mode, SANE_NAME_SCAN_MODE, SANE_TYPE_STRING, setting);
    option->constraint_type = SANE_CONSTRAINT_STRING_LIST;
    option->constraint.string_list = modes;
    option = make(Resolution, SANE_NAME_SCAN_RESOLUTION, SANE_TYPE_INT, setting);
    option->constraint_type = SANE_CONSTRAINT_WORD_LIST;
    option->constraint.word_list = resolutions;
    const char* names[] = {SANE_NAME_SCAN_TL_X, SANE_NAME_SCAN_TL_Y, SANE_NAME_SCAN_BR_X,
                           SANE_NAME_SCAN_BR_Y};
    for (int i = 0; i < 4; ++i) {
        option = make(static_cast<Option>(TopLeftX + i), names[i], SANE_TYPE_FIXED, setting);
        option->unit = SANE_UNIT_MM;
        option->constraint_type = SANE_CONSTRAINT_RANGE;
        option->constraint.range = i % 2 == 0 ? &across : script("crooked", 0) != 0 ? &crooked : &down;
    }
    make(PageLoaded, SANE_NAME_PAGE_LOADED, SANE_TYPE_BOOL, SANE_CAP_SOFT_DETECT | SANE_CAP_HARD_SELECT);
    make(DoubleFeed, "double-feed", SANE_TYPE_BOOL, SANE_CAP_SOFT_DETECT | SANE_CAP_HARD_SELECT);
    make(CoverSensor, "cover-open", SANE_TYPE_BOOL, SANE_CAP_SOFT_DETECT | SANE_CAP_HARD_SELECT);
}

bool isFeeder()
{
    return std::strcmp(device.source.data(), "Flatbed") != 0;
}

SANE_Parameters parameters()
{
    const auto pixels = [](SANE_Word from, SANE_Word to) {
        return static_cast<SANE_Int>((SANE_UNFIX(to) - SANE_UNFIX(from)) / 25.4 * device.resolution);
    };
    const bool colour = std::strcmp(device.mode.data(), "Color") == 0;
    SANE_Parameters result = {};
    result.format = colour ? SANE_FRAME_RGB : SANE_FRAME_GRAY;
    result.last_frame = SANE_TRUE;
    result.depth = 8;
    result.pixels_per_line = pixels(device.corners[0], device.corners[2]);
    result.bytes_per_line = result.pixels_per_line * (colour ? 3 : 1);
    result.lines = pixels(device.corners[1], device.corners[3]);
    return result;
}

/// What lies on a side of a stack of different sheets: lines of marks that no other side has, dark on paper
/// with a margin.
SANE_Byte drawnAt(SANE_Int across, SANE_Int down)
{
    constexpr SANE_Int margin = 12;
    constexpr SANE_Int lineHeight = 10;
    constexpr SANE_Int inked = 5;
    constexpr SANE_Int markWidth = 4;
    const SANE_Parameters page = parameters();
    if (across < margin || down < margin || across >= page.bytes_per_line - margin ||
        down >= page.lines - margin || (down - margin) % lineHeight >= inked) {
        return 244;
    }
    unsigned mark = static_cast<unsigned>(device.page) * 2654435761U;
    mark ^= static_cast<unsigned>((down - margin) / lineHeight) * 40503U;
    mark = (mark ^ static_cast<unsigned>((across - margin) / markWidth)) * 2246822519U;
    mark = (mark ^ (mark >> 15)) * 3266489917U;
    return (mark >> 20) % 3 == 0 ? 244 : 40;
}

[[noreturn]] void hang()
{
    while (true) {
        std::this_thread::sleep_for(std::chrono::hours(1));
    }
}

} // namespace

extern "C" {

SANE_Status sane_sohoatest_init(SANE_Int* version, SANE_Auth_Callback)
{
    if (version != nullptr) {
        *version = SANE_VERSION_CODE(SANE_CURRENT_MAJOR, 0, 0);
    }
    describe();
    return SANE_STATUS_GOOD;
}

void sane_sohoatest_exit() {}

SANE_Status sane_sohoatest_get_devices(const SANE_Device*** devices, SANE_Bool)
{
    static const SANE_Device only = {"one", "Made-up", "Duplex 60", "scanner"};
    static const SANE_Device* list[] = {&only, nullptr};
    *devices = list;
    return SANE_STATUS_GOOD;
}

SANE_Status sane_sohoatest_open(SANE_String_Const, SANE_Handle* handle)
{
    *handle = &device;
    return SANE_STATUS_GOOD;
}

void sane_sohoatest_close(SANE_Handle) {}

const SANE_Option_Descriptor* sane_sohoatest_get_option_descriptor(SANE_Handle, SANE_Int index)
{
    return index >= 0 && index < optionCount ? &device.options[static_cast<std::size_t>(index)] : nullptr;
}

SANE_Status sane_sohoatest_control_option(SANE_Handle, SANE_Int index, SANE_Action action, void* value,
                                          SANE_Int* information)
{
    if (information != nullptr) {
        *information = 0;
    }
    const bool set = action == SANE_ACTION_SET_VALUE;
    auto* word = static_cast<SANE_Word*>(value);
    const auto text = [&](std::array<char, 32>& held) {
        if (set) {
            std::strncpy(held.data(), static_cast<const char*>(value), held.size() - 1);
        } else {
            std::memcpy(value, held.data(), held.size());
        }
        return SANE_STATUS_GOOD;
    };
    const auto number = [&](SANE_Word& held) {
        (set ? held : *word) = set ? *word : held;
        return SANE_STATUS_GOOD;
    };
    switch (index) {
    case Count:
        *word = optionCount;
        return SANE_STATUS_GOOD;
    case Source:
        return text(device.source);
    case Mode:
        return text(device.mode);
    case Resolution:
        return number(device.resolution);
    case TopLeftX:
    case TopLeftY:
    case BottomRightX:
    case BottomRightY:
        return number(device.corners[static_cast<std::size_t>(index - TopLeftX)]);
    case PageLoaded:
        // The looks count from the opening of the device on; the first is the one that asks whether it can
        // tell.
        if (const int looks = script("blind-after", 0); looks > 0 && device.looks >= looks) {
            return SANE_STATUS_IO_ERROR;
        }
        *word = device.looks++ >= script("loaded-after", 0) ? SANE_TRUE : SANE_FALSE;
        return SANE_STATUS_GOOD;
    case DoubleFeed:
        *word = device.jammed && script("double-feed", 0) != 0 ? SANE_TRUE : SANE_FALSE;
        return SANE_STATUS_GOOD;
    case CoverSensor:
        *word = SANE_FALSE;
        return SANE_STATUS_GOOD;
    default:
        return SANE_STATUS_INVAL;
    }
}

SANE_Status sane_sohoatest_get_parameters(SANE_Handle, SANE_Parameters* result)
{
    *result = parameters();
    return SANE_STATUS_GOOD;
}

SANE_Status sane_sohoatest_start(SANE_Handle)
{
    device.page = std::max(device.page, script("first", 0));
    std::this_thread::sleep_for(std::chrono::milliseconds(script("delay", 0))); // paper takes its time
    if (isFeeder() && device.page >= script("pages", 3)) {
        return SANE_STATUS_NO_DOCS;
    }
    ++device.page;
    device.line = 0;
    device.lineAt = 0;
    if (device.page == script("hang-start", 0)) {
        hang();
    }
    if (device.page == script("crash-start", 0)) {
        std::abort();
    }
    if (device.page == script("jam", 0)) {
        device.jammed = true;
        return SANE_STATUS_JAMMED;
    }
    if (device.page == script("status-page", 0)) {
        return static_cast<SANE_Status>(script("status", SANE_STATUS_IO_ERROR));
    }
    return SANE_STATUS_GOOD;
}

SANE_Status sane_sohoatest_read(SANE_Handle, SANE_Byte* bytes, SANE_Int most, SANE_Int* length)
{
    *length = 0;
    const SANE_Parameters page = parameters();
    const int half = page.lines / 2;
    if (device.line >= half) {
        if (device.page == script("hang-read", 0)) {
            hang();
        }
        if (device.page == script("crash-read", 0)) {
            std::abort();
        }
        if (device.page == script("jam-read", 0)) {
            device.jammed = true;
            return SANE_STATUS_JAMMED;
        }
        if (device.page == script("short", 0)) {
            return SANE_STATUS_EOF;
        }
    }
    if (device.line >= page.lines) {
        return SANE_STATUS_EOF;
    }
    *length = std::min(most, page.bytes_per_line - device.lineAt);
    const bool drawn = script("drawn", 0) != 0;
    for (SANE_Int i = 0; i < *length; ++i) {
        if (drawn) {
            bytes[i] = drawnAt(device.lineAt + i, device.line);
            continue;
        }
        device.noise = device.noise * 1664525U + 1013904223U;
        bytes[i] = static_cast<SANE_Byte>(device.noise >> 24);
    }
    device.lineAt += *length;
    if (device.lineAt == page.bytes_per_line) {
        device.lineAt = 0;
        ++device.line;
    }
    return SANE_STATUS_GOOD;
}

void sane_sohoatest_cancel(SANE_Handle) {}

SANE_Status sane_sohoatest_set_io_mode(SANE_Handle, SANE_Bool)
{
    return SANE_STATUS_UNSUPPORTED;
}

SANE_Status sane_sohoatest_get_select_fd(SANE_Handle, SANE_Int*)
{
    return SANE_STATUS_UNSUPPORTED;
}

} // extern "C"
