// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cost.h"

#include <QFile>
#include <QStandardPaths>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <ctime>
#include <vector>

namespace sohoa::bench {

namespace {

double millisecondsOf(const timeval& time)
{
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

QByteArray readToEnd(int file)
{
    QByteArray all;
    std::array<char, 65536> buffer = {};
    while (true) {
        const ssize_t count = ::read(file, buffer.data(), buffer.size());
        if (count > 0) {
            all.append(buffer.data(), count);
        } else if (count == 0 || errno != EINTR) {
            return all;
        }
    }
}

} // namespace

double processorMilliseconds()
{
    timespec time = {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double peakMebibytes()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

QString processorName()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("model name")) {
            return QString::fromUtf8(line.mid(line.indexOf(':') + 1).trimmed());
        }
    }
    return {};
}

QString loadAverages()
{
    std::array<double, 3> loads = {};
    if (::getloadavg(loads.data(), 3) != 3) {
        return {};
    }
    return QStringLiteral("%1 %2 %3")
        .arg(loads[0], 0, 'f', 1)
        .arg(loads[1], 0, 'f', 1)
        .arg(loads[2], 0, 'f', 1);
}

Result<ChildCost> runChild(const QString& program, const QStringList& arguments)
{
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty()) {
        return failure(ErrorCode::FileNotFound, program);
    }
    std::vector<QByteArray> words = {QFile::encodeName(path)};
    for (const QString& argument : arguments) {
        words.push_back(QFile::encodeName(argument));
    }
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (QByteArray& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);

    std::array<int, 2> pipe = {};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
        return failure(ErrorCode::Internal, QStringLiteral("no pipe"));
    }
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    const Watch watch;
    pid_t child = 0;
    const int spawned =
        ::posix_spawn(&child, words.front().constData(), &actions, nullptr, pointers.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[1]);
    if (spawned != 0) {
        ::close(pipe[0]);
        return failure(ErrorCode::Internal,
                       QStringLiteral("%1 does not start: %2").arg(program).arg(spawned));
    }
    ChildCost cost;
    cost.output = readToEnd(pipe[0]);
    ::close(pipe[0]);
    int state = 0;
    rusage usage = {};
    while (::wait4(child, &state, 0, &usage) < 0) {
        if (errno != EINTR) {
            return failure(ErrorCode::Internal, QStringLiteral("%1 was lost").arg(program));
        }
    }
    cost.wallMs = watch.wallMs();
    cost.exitCode = WIFEXITED(state) ? WEXITSTATUS(state) : -1;
    cost.processorMs = millisecondsOf(usage.ru_utime) + millisecondsOf(usage.ru_stime);
    cost.peakMebibytes = static_cast<double>(usage.ru_maxrss) / 1024;
    return cost;
}

} // namespace sohoa::bench
