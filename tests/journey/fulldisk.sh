#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0
#
# fulldisk.sh SOHOA_CLI FAKE_SANE_FOLDER: a disk that fills at side 37 of 80. The feeder stops, 36 sides are safe, the
# sentence says so; with space again the stack goes on and is the one it would have been. The disk is a small one in
# memory, mounted where nobody else sees it: for root, and for others where the system lets them (77 otherwise).
set -euo pipefail

if [[ ${1:-} != --inside ]]; then
    here=$(mktemp -d)
    trap 'rm -rf "$here"' EXIT
    for how in --mount "--user --map-root-user --mount"; do
        # shellcheck disable=SC2086
        if unshare $how mount -t tmpfs none "$here" 2>/dev/null; then
            # shellcheck disable=SC2086
            unshare $how "$0" --inside "$here" "$@"
            exit
        fi
    done
    echo "no right to mount a disk of our own"
    exit 77
fi

disk=$2
cli=$3
export SANE_CONFIG_DIR=$disk/sane LD_LIBRARY_PATH=$4 SOHOA_KEYSTORE=file
mount -t tmpfs -o size=24m none "$disk"
mkdir "$disk/sane"
echo sohoatest >"$disk/sane/dll.conf"

fail() {
    echo "FAILED: $*"
    exit 1
}

scan() { # FIRST SIDE, DELAY, OPTIONS
    SOHOA_SANE_SCRIPT="pages=80 drawn=1 first=$1 delay=$2" "$cli" scan --home "$disk/home" --lang en \
        --scanner sohoatest:one --source duplex --dpi 50 --paper 90x120 --mode gray "${@:3}"
}

"$cli" init --home "$disk/home" --unit H56.14 --unit-name Thử --workstation 1/1 --quiet >/dev/null

# The undisturbed stack.
scan 0 0 --sheets 40 --json --quiet >"$disk/calm.txt"
grep -o '"sha256":"[0-9a-f]*"' "$disk/calm.txt" >"$disk/calm.hashes"
[[ $(wc -l <"$disk/calm.hashes") == 80 ]] || fail "the calm stack has not 80 sides"
rm -rf "${disk:?}/home" && "$cli" init --home "$disk/home" --unit H56.14 --unit-name Thử --workstation 1/1 --quiet >/dev/null

# The disk is filled between side 36 and side 37.
status=0
: >"$disk/balloon"
mkfifo "$disk/said"
scan 0 120 --sheets 40 2>"$disk/messages.txt" >"$disk/said" &
scanning=$!
last=0
while read -r line; do
    [[ $line =~ ^Side\ ([0-9]+)\ is\ safe ]] || continue
    last=${BASH_REMATCH[1]}
    if [[ $last == 36 ]]; then
        cat /dev/zero >"$disk/balloon" 2>/dev/null || true
    fi
done <"$disk/said"
wait $scanning || status=$?
rm "$disk/balloon"
[[ $status == 3 ]] || fail "status $status instead of 3"
[[ $last == 36 ]] || fail "side $last was the last one said to be safe"
grep -q "The disk is full" "$disk/messages.txt" || fail "nobody said that the disk is full"
grep -q "The feeder stopped. 36 sides\? are safe.\|The feeder stopped. 36 side(s) are safe." "$disk/messages.txt" ||
    fail "$(cat "$disk/messages.txt")"

# With space again.
"$cli" sessions --home "$disk/home" --json --quiet --pages 2>/dev/null >"$disk/found.txt" || true
grep -o '"sha256":"[0-9a-f]*"' "$disk/found.txt" | cmp - <(head -n 36 "$disk/calm.hashes") || fail "other sides than those said"
grep -q '"damaged":\[\]' "$disk/found.txt" || fail "damaged"
sheets=$(grep -o '"sheets":[0-9]*' "$disk/found.txt" | cut -d: -f2)
[[ $sheets == 18 ]] || fail "$sheets whole sheets"
uid=$(grep -o '"session":"[0-9a-f]*"' "$disk/found.txt" | cut -d'"' -f4)
scan 36 0 --continue "$uid" --json --quiet >"$disk/rest.txt" || fail "the rest did not come: $(tail -n 2 "$disk/rest.txt")"
"$cli" sessions "$uid" --home "$disk/home" --json --quiet --pages | grep -o '"sha256":"[0-9a-f]*"' |
    cmp - "$disk/calm.hashes" || fail "another stack than the calm one"
grep -q '"closed":true' "$disk/rest.txt" || fail "it did not close"
echo "36 of 80 sides were safe, and 80 in the end"
