// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/failingdisk.h"

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <limits>
#include <vector>

namespace sohoa::test {

namespace {

std::atomic<int> operationsLeft = std::numeric_limits<int>::max();
std::atomic<int> failureCode = SQLITE_OK;
std::atomic<bool> failed = false;
sqlite3_vfs* realDisk = nullptr;

/// SQLITE_OK, or what the disk says now.
int charge()
{
    if (failureCode == SQLITE_OK || operationsLeft-- > 0) {
        return SQLITE_OK;
    }
    failed = true;
    return failureCode;
}

/// A file of the real disk behind SQLite's table of functions.
struct File
{
    sqlite3_file base;
    sqlite3_io_methods methods;
    [[nodiscard]] sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* fileOf(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file);
}

int closeFile(sqlite3_file* file)
{
    return fileOf(file)->real()->pMethods->xClose(fileOf(file)->real());
}
int readFile(sqlite3_file* file, void* buffer, int amount, sqlite3_int64 offset)
{
    return fileOf(file)->real()->pMethods->xRead(fileOf(file)->real(), buffer, amount, offset);
}
int writeFile(sqlite3_file* file, const void* buffer, int amount, sqlite3_int64 offset)
{
    const int code = charge();
    return code != SQLITE_OK
               ? code
               : fileOf(file)->real()->pMethods->xWrite(fileOf(file)->real(), buffer, amount, offset);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    const int code = charge();
    return code != SQLITE_OK ? code : fileOf(file)->real()->pMethods->xTruncate(fileOf(file)->real(), size);
}
int syncFile(sqlite3_file* file, int flags)
{
    const int code = charge();
    return code != SQLITE_OK ? code : fileOf(file)->real()->pMethods->xSync(fileOf(file)->real(), flags);
}
int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    return fileOf(file)->real()->pMethods->xFileSize(fileOf(file)->real(), size);
}
int lockFile(sqlite3_file* file, int level)
{
    return fileOf(file)->real()->pMethods->xLock(fileOf(file)->real(), level);
}
int unlockFile(sqlite3_file* file, int level)
{
    return fileOf(file)->real()->pMethods->xUnlock(fileOf(file)->real(), level);
}
int checkLock(sqlite3_file* file, int* result)
{
    return fileOf(file)->real()->pMethods->xCheckReservedLock(fileOf(file)->real(), result);
}
int controlFile(sqlite3_file* file, int operation, void* argument)
{
    return fileOf(file)->real()->pMethods->xFileControl(fileOf(file)->real(), operation, argument);
}
int sectorSize(sqlite3_file* file)
{
    return fileOf(file)->real()->pMethods->xSectorSize(fileOf(file)->real());
}
int characteristics(sqlite3_file* file)
{
    return fileOf(file)->real()->pMethods->xDeviceCharacteristics(fileOf(file)->real());
}
int mapMemory(sqlite3_file* file, int region, int size, int extend, void volatile** memory)
{
    return fileOf(file)->real()->pMethods->xShmMap(fileOf(file)->real(), region, size, extend, memory);
}
int lockMemory(sqlite3_file* file, int offset, int count, int flags)
{
    return fileOf(file)->real()->pMethods->xShmLock(fileOf(file)->real(), offset, count, flags);
}
void memoryBarrier(sqlite3_file* file)
{
    fileOf(file)->real()->pMethods->xShmBarrier(fileOf(file)->real());
}
int unmapMemory(sqlite3_file* file, int deleteIt)
{
    return fileOf(file)->real()->pMethods->xShmUnmap(fileOf(file)->real(), deleteIt);
}

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* base, int flags, int* outFlags)
{
    File* file = fileOf(base);
    file->base.pMethods = nullptr;
    const int code = realDisk->xOpen(realDisk, name, file->real(), flags, outFlags);
    if (file->real()->pMethods != nullptr) {
        file->methods = {
            2,          closeFile,     readFile,    writeFile,   truncateFile, syncFile,        fileSize,
            lockFile,   unlockFile,    checkLock,   controlFile, sectorSize,   characteristics, mapMemory,
            lockMemory, memoryBarrier, unmapMemory, nullptr,     nullptr};
        file->base.pMethods = &file->methods;
    }
    return code;
}

sqlite3_vfs& ourDisk()
{
    static sqlite3_vfs disk = {};
    return disk;
}

} // namespace

FailingDisk::FailingDisk()
{
    realDisk = sqlite3_vfs_find(nullptr);
    sqlite3_vfs& disk = ourDisk();
    disk = *realDisk;
    disk.zName = "failing";
    disk.szOsFile = static_cast<int>(sizeof(File)) + realDisk->szOsFile;
    disk.pNext = nullptr;
    disk.xOpen = openFile;
    sqlite3_vfs_register(&disk, 1);
}

FailingDisk::~FailingDisk()
{
    heal();
    sqlite3_vfs_unregister(&ourDisk());
}

void FailingDisk::failAfter(int after, int sqliteCode)
{
    failed = false;
    operationsLeft = after;
    failureCode = sqliteCode;
}

void FailingDisk::heal()
{
    failureCode = SQLITE_OK;
}

bool FailingDisk::hasFailed() const
{
    return failed;
}

} // namespace sohoa::test
