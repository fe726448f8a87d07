#!/usr/bin/env bash
# Builds dist/ again and fails if it is not what is committed.
set -euo pipefail
cd "$(dirname "$0")/.."
npm run --silent build
changed=$(git status --porcelain -- dist)
[ -z "$changed" ] && exit 0
printf 'dist/ is stale; run `npm run build` and commit:\n%s\n' "$changed" >&2
exit 1
