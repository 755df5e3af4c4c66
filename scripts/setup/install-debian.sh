#!/usr/bin/env bash
# Installs what a fresh Debian machine lacks. Usage, as root: install-debian.sh [postgis] [gdal] [chromium] [pdf-tools]
# Without arguments: postgis and gdal, which is what the product needs to run; the tests need the others too.
# The same script serves npm start, npm test, .ci/run and the Dockerfile.
set -euo pipefail

say() { printf '  %s\n' "$*"; }

[ "$(id -u)" = 0 ] || { echo "Installing packages needs root: run \"sudo $0 $*\"." >&2; exit 1; }
command -v apt-get >/dev/null || { echo "This is not Debian: install PostgreSQL with PostGIS 3.3 or newer and GDAL by hand." >&2; exit 1; }

parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(postgis gdal)
export DEBIAN_FRONTEND=noninteractive
apt=(apt-get -o DPkg::Lock::Timeout=400 -o Acquire::Retries=3 -qq)
log=$(mktemp)
trap 'rm -f "$log"' EXIT

quietly() { "$@" >"$log" 2>&1 </dev/null || { cat "$log" >&2; exit 1; }; }

# The PostGIS of the newest PostgreSQL server that is installed here, else of the newest that Debian offers.
find_postgis_package() {
  local offered major
  offered=$(apt-cache search --names-only '^postgresql-[0-9]+-postgis-3$' | cut -d' ' -f1 | sort -t- -k2 -rn)
  for major in $(ls /usr/lib/postgresql 2>/dev/null | sort -rn); do
    if [ -x "/usr/lib/postgresql/$major/bin/initdb" ] && grep -qx "postgresql-$major-postgis-3" <<<"$offered"; then
      echo "postgresql-$major-postgis-3"
      return
    fi
  done
  head -n 1 <<<"$offered"
}

quietly "${apt[@]}" update
packages=()
for part in "${parts[@]}"; do
  case $part in
    postgis)
      postgis=$(find_postgis_package)
      [ -n "$postgis" ] || { echo "Debian's package lists offer no PostGIS." >&2; exit 1; }
      packages+=("$postgis")
      ;;
    gdal) packages+=(gdal-bin) ;;
    chromium) packages+=(chromium) ;;
    pdf-tools) packages+=(poppler-utils qpdf) ;;
    *) echo "Unknown part: $part (known: postgis, gdal, chromium, pdf-tools)." >&2; exit 1 ;;
  esac
done

say "Installing Debian packages: ${packages[*]}"
# The product keeps a cluster of its own: no system-wide one shall be made and started on port 5432 beside it.
snippets=/etc/postgresql-common/createcluster.d
snippet=$snippets/one-map-one-data.conf
mkdir -p "$snippets"
echo 'create_main_cluster = false' >"$snippet"
trap 'rm -f "$log" "$snippet"' EXIT
quietly "${apt[@]}" install -y --no-install-recommends "${packages[@]}"
say "Installed."
