#!/usr/bin/env bash
# Opens pages in a headless Chromium (see check.py); installs what that needs into .build/browser.
set -euo pipefail
cd "$(dirname "$0")/../.."

# The package carries axe.min.js; nothing else of it is used.
axe_package=axe-playwright-python==0.1.8
axe=.build/browser/axe_playwright_python/axe.min.js

install() {
  command -v apt-get >/dev/null || { echo "Missing: $*. Install it with your system's packages." >&2; exit 1; }
  local sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  echo "Installing $*"
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

command -v python3 >/dev/null || install python3
found=
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" >/dev/null; then found=yes; fi
done
[ -n "$found" ] || install chromium
if [ ! -e "$axe" ]; then
  python3 -m pip --version >/dev/null 2>&1 || install python3-pip
  python3 -m pip install --quiet --root-user-action=ignore --no-deps --target .build/browser "$axe_package"
fi

PYTHONDONTWRITEBYTECODE=1 python3 Tests/Browser/check.py "$axe" "$@"
