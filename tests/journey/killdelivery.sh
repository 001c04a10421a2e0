#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/journey/killdelivery.sh [PAPERS] [KILLS] [SEED]: 10,000 papers of 60 KB to 30 MB go to a real engine over a line
# of 10 MB/s while the program is killed 50 times and the engine is killed, frozen and away, see tst_killeddelivery.cpp.
# It builds what it needs. The seed is said, and gives the same sizes and instants again. About 7 GB of disk.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=.ci/steps.sh
. .ci/steps.sh
build_preset release tst_journey_killeddelivery
state=$(mktemp -d)
trap 'tests/warehouse/stop-rgw "$state"; rm -rf -- "$state"' EXIT
tests/warehouse/start-rgw "$state" >/dev/null
export SOHOA_PAPERS=${1:-10000} SOHOA_KILLS=${2:-50} SOHOA_RATE=10000000 SOHOA_RGW=$state SOHOA_KEYSTORE=file
if (($# > 2)); then
    export SOHOA_SEED=$3
fi
build/release/bin/tst_journey_killeddelivery -maxwarnings 0
