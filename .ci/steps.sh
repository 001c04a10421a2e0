# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0
#
# What the scripts at the root share. To be sourced with the root of the source tree as working directory.

say() { echo "$*" >&2; }

jobs_here() {
    local processors
    processors=$(nproc 2>/dev/null || echo 2)
    echo $((processors > 3 ? processors : 3))
}

# Where a preset builds: ci only says more about warnings than release does.
folder_of() {
    [[ $1 == ci ]] && echo build/release || echo "build/$1"
}

# Configures when there is nothing to build with yet; later the build does so by itself when it must.
configure_preset() {
    local preset=$1 folder
    folder=$(folder_of "$preset")
    [[ -f $folder/build.ninja ]] && return
    mkdir -p "$folder"
    say "Configuring ($preset)"
    if ! cmake --preset "$preset" >"$folder/configure.log" 2>&1; then
        grep -A8 -m3 'CMake Error' "$folder/configure.log" >&2 || tail -n20 "$folder/configure.log" >&2
        say "Configuring failed; all of it: $folder/configure.log"
        return 3
    fi
}

# build_preset PRESET [TARGET...]: configures and builds. On a terminal the tool shows its own line of progress;
# elsewhere a line each half minute, and what failed.
build_preset() {
    local preset=$1
    shift
    local folder targets=() log status=0 builder
    configure_preset "$preset" || return
    folder=$(folder_of "$preset")
    log=$folder/build.log
    if (($# > 0)); then
        targets=(--target "$@")
    fi
    if [[ -t 1 ]]; then
        cmake --build "$folder" --parallel "$(jobs_here)" "${targets[@]}" || status=$?
    else
        cmake --build "$folder" --parallel "$(jobs_here)" "${targets[@]}" >"$log" 2>&1 &
        builder=$!
        # A build that was stopped takes its compilers with it.
        trap 'kill "$builder" 2>/dev/null || true' EXIT INT TERM
        local waited=0
        while kill -0 "$builder" 2>/dev/null; do
            sleep 0.2
            waited=$((waited + 1))
            if ((waited % 150 == 0)); then
                say "Building ($preset) $(grep -oE '^\[[0-9]+/[0-9]+\]' "$log" | tail -n1)"
            fi
        done
        wait "$builder" || status=$?
        trap - EXIT INT TERM
        if ((status != 0)); then
            grep -E -A6 'error:|FAILED:|undefined reference|CMake Error' "$log" | head -n60 >&2 || tail -n30 "$log" >&2
            say "Building failed; all of it: $log"
        fi
    fi
    return "$status"
}

# file:// address of a folder.
file_url() {
    local path=$1
    path=${path//%/%25}
    path=${path//\#/%23}
    path=${path//\?/%3F}
    path=${path// /%20}
    echo "file://$path"
}
