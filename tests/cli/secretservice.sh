#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0

# The key of a home in a real Secret Service (gnome-keyring on a session bus of its own): init puts it there and no
# key file is made; a locked key store is a refusal with exit status 3 that changes nothing; unlocked, all is there.
#   secretservice.sh SOHOA_CLI
# Exit status 77: the service is not installed.
set -euo pipefail

for needed in dbus-run-session gnome-keyring-daemon; do
    command -v "$needed" >/dev/null || exit 77
done
if [[ -z ${SOHOA_OWN_BUS:-} ]]; then
    SOHOA_OWN_BUS=1 exec dbus-run-session -- "$0" "$@"
fi
program=$(realpath "$1")
work=$(mktemp -d)
daemon=
end() {
    [[ -z $daemon ]] || kill "$daemon" 2>/dev/null || true
    rm -rf "$work"
}
trap end EXIT
export HOME=$work/person XDG_RUNTIME_DIR=$work/run
mkdir -p "$HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
unset SOHOA_KEYSTORE XDG_DATA_HOME XDG_CONFIG_HOME

owner() {
    dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetNameOwner \
        string:org.freedesktop.secrets 2>/dev/null || true
}
# Waits until a new service has taken the name; asking for a key starts a locked one by itself.
unlock() {
    local former
    former=$(owner)
    printf '%s' "invented words" | gnome-keyring-daemon --replace --foreground --unlock --components=secrets >/dev/null 2>&1 &
    daemon=$!
    for _ in $(seq 100); do
        if [[ -n $(owner) && $(owner) != "$former" ]]; then
            return 0
        fi
        sleep 0.1
    done
    echo "the key store did not start" >&2
    return 1
}
lock() {
    kill "$daemon"
    wait "$daemon" 2>/dev/null || true
    daemon=
}
expect() {
    local wanted=$1 status=0
    shift
    "$program" "$@" --home "$work/home" --lang en >"$work/said" 2>&1 || status=$?
    if [[ $status != "$wanted" ]]; then
        echo "sohoa-cli $1: exit status $status instead of $wanted" >&2
        cat "$work/said" >&2
        exit 1
    fi
}
no_key_file() {
    if [[ -e $work/home/key ]]; then
        echo "there is a key file beside the key store" >&2
        exit 1
    fi
}

unlock
expect 0 init --unit H56.14 --unit-name "Xã Thử Nghiệm"
no_key_file
grep -q '"place": "system"' "$work/home/key.json"
expect 0 verify
before=$(sha256sum <"$work/home/key.json")
lock
expect 3 outbox
no_key_file
[[ $(sha256sum <"$work/home/key.json") == "$before" ]]
unlock
expect 0 verify
