# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by app/run and tests/run: installs what is missing and builds. Everything it says goes to standard error.

say () {
  printf '%s\n' "$*" >&2
}

# packages_of FILE...: the names in package lists, without comments
packages_of () {
  sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$@"
}

# missing_of FILE...: those of them that are not installed
missing_of () {
  local -a wanted
  mapfile -t wanted < <(packages_of "$@")
  # dpkg-query fails as soon as it does not know one name; what it does know it has printed.
  comm -23 <(printf '%s\n' "${wanted[@]}" | LC_ALL=C sort -u) \
    <({ dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true; } |
      sed -n 's/^installed //p' | LC_ALL=C sort -u)
}

# as_root COMMAND...: asks nothing but, where sudo wants one, the password
as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    say "This needs root, and there is no sudo. Run as root: $*"
    return 1
  fi
}

apt_get () {
  as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a apt-get -q -y \
    -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 -o Dpkg::Options::=--force-confold "$@" </dev/null >&2
}

# install_missing FILE...: with nothing missing it neither asks for root nor touches the network
install_missing () {
  local -a missing
  if ! command -v dpkg-query >/dev/null; then
    say "This is no Debian system: nothing is installed. What is needed stands in $*."
    return 0
  fi
  mapfile -t missing < <(missing_of "$@")
  if [ "${#missing[@]}" -eq 0 ]; then
    return 0
  fi
  say "Installing ${#missing[@]} packages: ${missing[*]}"
  apt_get update && apt_get install --no-install-recommends "${missing[@]}"
}

# configure ROOT BUILD [MESON OPTION...]: a build folder that was moved together with the sources starts anew
configure () {
  local root=$1 build=$2
  shift 2
  if [ -f "$build/build.ninja" ] && grep -qF "\"source\": \"$root\"" "$build/meson-info/meson-info.json"; then
    return 0
  fi
  rm -rf "$build"
  mkdir -p "$(dirname "$build")"
  meson setup --buildtype=debugoptimized "$@" "$build" "$root" >&2
}
