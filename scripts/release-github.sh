#!/usr/bin/env bash
# Creates the release of a tag and moves the plain tags v1 and v1.2 to it. Pre-releases move nothing.
# A release is immutable, so it belongs to the full version alone. Usage: release-github.sh v1.2.3
set -euo pipefail
cd "$(dirname "$0")/.."
tag=$1
notes=$(awk '/^## /{n++} n==1 && !/^## /' CHANGELOG.md)
case $tag in
  *-*)
    gh release create "$tag" --verify-tag --prerelease --title "$tag" --notes "$notes"
    exit 0
    ;;
esac
gh release create "$tag" --verify-tag --title "$tag" --notes "$notes"
for moved in "${tag%%.*}" "${tag%.*}"; do
  if gh api "repos/$GITHUB_REPOSITORY/git/ref/tags/$moved" >/dev/null 2>&1; then
    gh api --method PATCH "repos/$GITHUB_REPOSITORY/git/refs/tags/$moved" -f sha="$GITHUB_SHA" -F force=true >/dev/null
  else
    gh api --method POST "repos/$GITHUB_REPOSITORY/git/refs" -f ref="refs/tags/$moved" -f sha="$GITHUB_SHA" >/dev/null
  fi
done
