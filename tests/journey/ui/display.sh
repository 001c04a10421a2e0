# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash

# What the journeys in the real window share; to be sourced after `pictures` is set:
#   own_display "$@"        runs the script again on a display of its own, with a window manager
#   begin_work              a user without settings in a folder of its own: $work
#   start PROGRAM ARGS...   the window; its end is waited for by leave
#   take_in                 a dossier, at the desk
# Wants xvfb-run, openbox, xdotool, xprop and ImageMagick's import.

own_display() {
    local tool
    for tool in xvfb-run openbox xdotool xprop import; do
        if ! command -v "$tool" >/dev/null; then
            echo "$(basename "$0"): skipped, $tool is not installed" >&2
            exit 77
        fi
    done
    if [[ -z ${SOHOA_JOURNEY_DISPLAY:-} ]]; then
        SOHOA_JOURNEY_DISPLAY=1 exec xvfb-run -a -s "-screen 0 1366x768x24" "$0" "$@"
    fi
}

begin_work() {
    [[ -z ${pictures:-} ]] || mkdir -p "$pictures"
    journey=$(basename "$0")
    # shellcheck disable=SC2034 # the journeys use it
    samples=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../../../resources/samples")
    work=$(mktemp -d)
    export HOME=$work/user XDG_RUNTIME_DIR=$work/run SOHOA_KEYSTORE=file
    unset XDG_CONFIG_HOME XDG_DATA_HOME
    mkdir -p "$HOME" "$XDG_RUNTIME_DIR" "$work/papers"
    chmod 700 "$XDG_RUNTIME_DIR"
    openbox 2>/dev/null &
    manager=$!
    window=
    trap clear_away EXIT
    # A window that comes before its manager is not given the keyboard.
    for _ in $(seq 100); do
        if xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'; then break; fi
        sleep 0.1
    done
}
clear_away() {
    # shellcheck disable=SC2086
    kill $window $manager 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$work"
}

start() {
    "$@" &
    window=$!
    await "a window" window_is_there
    xdotool search --onlyvisible --class sohoa windowactivate --sync >/dev/null 2>&1 || true
    sleep 1
}
# Takes a birth registration in, from the desk: card, procedure, F9. F10 then opens it for its papers.
take_in() {
    press ctrl+o
    sleep 1
    write "$samples/desk/card-1-clean.png"; press Return
    sleep 3
    press F3
    write "khai sinh"
    press Return
    settle 10
    press F9
    settle 20
}
# Ctrl+Q, and its end.
leave() {
    press ctrl+q
    local left=0
    wait "$window" || left=$?
    window=
    if [[ $left -ne 0 ]]; then
        echo "$journey: the window ended with $left" >&2
        exit 1
    fi
}

step=0
picture() {
    step=$((step + 1))
    [[ -z ${pictures:-} ]] || import -window root "$pictures/$(printf '%02d' $step)-$1.png"
}
press() { xdotool key --delay 40 "$@"; sleep 0.5; }
write() { xdotool type --delay 12 "$1"; sleep 0.5; }
# Waits until a command says yes, at most a minute.
await() {
    local what=$1
    shift
    for _ in $(seq 120); do
        if "$@"; then return 0; fi
        sleep 0.5
    done
    picture "failed"
    echo "$journey: $what did not happen" >&2
    exit 1
}
window_is_there() { xdotool search --onlyvisible --class sohoa >/dev/null 2>&1; }
# Waits until the screen stands still: nothing is being read or made any more. At most $1 seconds.
settle() {
    local last="" now same=0 until=$((SECONDS + $1))
    while ((SECONDS < until)); do
        sleep 1.5
        now=$(import -window root -silent png:- | md5sum)
        [[ $now == "$last" ]] && same=$((same + 1)) || same=0
        last=$now
        [[ $same -lt 2 ]] || return 0
    done
}
stored_paper() { compgen -G "$work/home/warehouse/v1/blobs/*/*" >/dev/null; }
