#!/usr/bin/env bash
# Publishes the committed dist/ to npm; pre-releases under the tag "next". Usage: publish-npm.sh v1.2.3
set -euo pipefail
cd "$(dirname "$0")/.."
channel=latest
case $1 in *-*) channel=next ;; esac
npm publish --ignore-scripts --provenance --access public --tag "$channel"
