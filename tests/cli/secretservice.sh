#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0

# The key of a home in a real Secret Service (gnome-keyring on a session bus of its own): init puts it there and no
# key file is made; a locked key store is a refusal with exit status 3 that changes nothing; unlocked, all is there.
#   secretservice.sh SOHOA_CLI
# Exit status 77: the service is not installed.
set -euo pipefail

for needed in dbus-run-session dbus-send gnome-keyring-daemon; do
    command -v "$needed" >/dev/null || exit 77
done
if [[ -z ${SOHOA_OWN_BUS:-} ]]; then
    # A bus that starts nothing by itself: each service on it is one of ours, in the state we gave it.
    bus=$(mktemp)
    cat >"$bus" <<'END'
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END
    status=0
    SOHOA_OWN_BUS=1 dbus-run-session --config-file="$bus" -- "$0" "$@" || status=$?
    rm -f "$bus"
    exit "$status"
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

owned() {
    dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
        string:org.freedesktop.secrets | grep -q true
}
# until COMMAND...: waits until it succeeds, ten seconds at most.
until_true() {
    for _ in $(seq 100); do
        if "$@"; then
            return 0
        fi
        sleep 0.1
    done
    echo "the key store: not in time: $*" >&2
    return 1
}
not() { ! "$@"; }
# store [OPTION...]: a key store in place of the one there is; with --unlock it is opened with the words it reads.
store() {
    if [[ -n $daemon ]]; then
        kill "$daemon"
        wait "$daemon" 2>/dev/null || true
        until_true not owned
    fi
    printf '%s' "invented words" | gnome-keyring-daemon --foreground --components=secrets "$@" >/dev/null 2>&1 &
    daemon=$!
    until_true owned
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

store --unlock
expect 0 init --unit H56.14 --unit-name "Xã Thử Nghiệm"
no_key_file
grep -q '"place": "system"' "$work/home/key.json"
expect 0 verify
before=$(sha256sum <"$work/home/key.json")
store # locked, and nobody there whom it could ask for the words
expect 3 outbox
no_key_file
[[ $(sha256sum <"$work/home/key.json") == "$before" ]]
store --unlock
expect 0 verify

# The keys to a warehouse lie there too, and nowhere in the home; others take their place. Nobody answers at that port:
# it is enrolled all the same.
enrol() {
    "$program" enrol --example | sed -e 's|s3+https://kho.tinh.example/so-hoa|s3+http://127.0.0.1:9/so-hoa|' \
        -e "s|the-secret-key-of-this-workstation|$1|" >"$work/enrolment.json"
    expect 0 enrol "$work/enrolment.json"
    rm "$work/enrolment.json"
    if [[ -e $work/home/secrets ]] || grep -raq "$1" "$work/home" "$work/said"; then
        echo "a key to the warehouse lies in the home" >&2
        exit 1
    fi
}
enrol first-secret-of-the-warehouse
enrol second-secret-of-the-warehouse
expect 3 sync --once # nobody answers, but there is a key to ask with
if grep -q "has no access key" "$work/said"; then
    echo "the key to the warehouse was not found again" >&2
    exit 1
fi
