# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0
#
# What the scripts that start and stop test servers share. To be sourced. A daemon is remembered as STATE/run/NAME.pid,
# "PID START": a process with another start time is not ours, so nothing else is ever signalled.

complain() {
    echo "${0##*/}: $*" >&2
    exit 1
}

# Start time of a process in ticks since boot; nothing when it is gone or only waits to be collected.
started_at() {
    local line
    line=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
    # After the name in brackets, which may hold spaces: state is the first field, the start the twentieth.
    read -r -a fields <<<"${line##*) }"
    [[ ${fields[0]} == Z ]] || echo "${fields[19]}"
}

is_running() {
    local pid start
    [[ -r $state/run/$1.pid ]] && read -r pid start <"$state/run/$1.pid" && [[ -n $start && $(started_at "$pid") == "$start" ]]
}

pid_of() { cut -d' ' -f1 "$state/run/$1.pid"; }

# start_daemon NAME COMMAND...: in a session of its own, so that a terminal's Ctrl-C does not reach it.
start_daemon() {
    local name=$1
    shift
    if is_running "$name"; then
        return
    fi
    setsid "$@" </dev/null >>"$state/log/$name.out" 2>&1 9>&- &
    echo "$! $(started_at $!)" >"$state/run/$name.pid"
}

# stop_daemon NAME SECONDS: politely, and after so many seconds otherwise.
stop_daemon() {
    local pid tenths
    if is_running "$1"; then
        pid=$(pid_of "$1")
        kill -CONT "$pid"
        kill -TERM "$pid"
        for ((tenths = $2 * 10; tenths > 0; --tenths)); do
            is_running "$1" || break
            sleep 0.1
        done
        if is_running "$1"; then
            kill -KILL "$pid"
        fi
    fi
    rm -f "$state/run/$1.pid"
}

# wait_for SECONDS WHAT COMMAND...
wait_for() {
    local until=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" >>"$state/log/waiting.out" 2>&1; do
        ((SECONDS < until)) || complain "$what does not come up; see $state/log"
        sleep 0.1
    done
}

# free_ports N: ports of 127.0.0.1 that nobody listens on, one a line.
free_ports() {
    python3 -c 'import socket, sys
held = [socket.socket() for _ in range(int(sys.argv[1]))]
for one in held:
    one.bind(("127.0.0.1", 0))
    print(one.getsockname()[1])' "$1"
}

# open_state DIR: makes it or takes it up, as $state, and lets nobody else work on it meanwhile. A folder that holds
# other things is refused.
open_state() {
    mkdir -p "$1"
    state=$(cd "$1" && pwd)
    if [[ ! -e $state/.test-server && -n $(ls -A "$state") ]]; then
        complain "$state holds something else"
    fi
    : >"$state/.test-server"
    mkdir -p "$state/run" "$state/log"
    chmod 700 "$state"
    exec 9>"$state/lock"
    flock -w 300 9 || complain "another start or stop is working on $state"
}
