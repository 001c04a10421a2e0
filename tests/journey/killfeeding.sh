#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/journey/killfeeding.sh [KILLS] [SEED]: kill -9 at KILLS (1000) random instants while sheets are fed, see
# tst_killedfeeding.cpp. It builds what it needs. The seed is said, and gives the same instants again; what they hit
# differs with the machine.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=.ci/steps.sh
. .ci/steps.sh
build_preset release tst_journey_killedfeeding
export SOHOA_KILLS=${1:-1000} QT_QPA_PLATFORM=offscreen SOHOA_KEYSTORE=file
if (($# > 1)); then
    export SOHOA_SEED=$2
fi
exec build/release/bin/tst_journey_killedfeeding -maxwarnings 0
