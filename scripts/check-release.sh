#!/usr/bin/env bash
# Fails unless the tag, package.json and the newest entry of CHANGELOG.md name one version. Usage: check-release.sh v1.2.3
set -euo pipefail
cd "$(dirname "$0")/.."
tag=$1
package=$(node -p 'require("./package.json").version')
changelog=$(sed -n 's/^## \[\{0,1\}\([0-9][0-9A-Za-z.-]*\).*/\1/p' CHANGELOG.md | head -n 1)
if [ "$tag" != "v$package" ] || [ "$package" != "$changelog" ]; then
  echo "The versions differ: tag $tag, package.json $package, CHANGELOG.md $changelog" >&2
  exit 1
fi
