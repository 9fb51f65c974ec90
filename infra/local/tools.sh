# Helpers of ./run and ./verify, to be sourced. Expects $root (the checkout) and $started (milliseconds since the epoch);
# sets $java_home, $launcher.
# shellcheck shell=bash
: "${root:?} ${started:?}"

say() { printf '[%6s s] %s\n' "$(seconds)" "$1"; }

# Seconds since $started (milliseconds since the epoch), with one decimal.
seconds() {
  local passed=$(($(date +%s%3N) - started))
  printf '%d.%d' $((passed / 1000)) $((passed % 1000 / 100))
}

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  exit 2
}

require_linux() {
  [ "$(uname -s)" = Linux ] || fail "This needs Linux; on other systems run it in a virtual machine or container"
}

# $1 folder, $2 GiB
require_disk_space() {
  local free
  free=$(df -Pk "$1" | awk 'NR == 2 { print int($4 / 1048576) }')
  [ "$free" -ge "$2" ] || fail "Only $free GiB are free at $1; at least $2 are needed"
}

# Installs a Debian package where that is possible: $1 command that is missing, $2... packages.
install_package() {
  local command=$1
  shift
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    say "Installing $*"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } \
      > /dev/null 2>&1 || fail "$command is missing and installing $* failed; install it yourself and try again"
  else
    fail "$command is missing; install it (Debian: apt-get install $*) and try again"
  fi
}

is_jdk_25() { [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | grep -q '"25'; }

find_java() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* \
    "$(dirname "$(dirname "$(readlink -f "$(command -v java || echo /none/bin/java)")")")"; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      java_home=$(cd "$candidate" && pwd)
      return
    fi
  done
  fail "JDK 25 is missing (looked in JAVA_HOME, /usr/lib/jvm and PATH); install one, e.g. from adoptium.net"
}

find_maven() {
  command -v mvn > /dev/null || install_package mvn maven
  export MAVEN_OPTS="${MAVEN_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g}"
  # Maven itself may run on an older JDK; where there is none, on the one found.
  command -v java > /dev/null || export JAVA_HOME=$java_home
}

find_node() {
  command -v npm > /dev/null || install_package npm nodejs npm
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' \
    || fail "Node 20.19 or newer is needed, here is $(node --version); install one, e.g. from nodejs.org"
}

# One hash over everything a build of these paths reads: $1... paths below $root. Types made from the API documents are
# read by checks only.
hash_of() {
  (cd "$root" && find "$@" -type f -not -path '*/target/*' -not -path '*/node_modules/*' -not -path '*/dist/*' \
    -not -name '*-schema.d.ts' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16)
}

# $1 stamp name, $2 hash: is that what was built last?
is_built() { [ -f "$root/target/run/stamps/$1" ] && [ "$(cat "$root/target/run/stamps/$1")" = "$2" ]; }

stamp() {
  mkdir -p "$root/target/run/stamps"
  printf '%s' "$2" > "$root/target/run/stamps/$1"
}

# Maven, offline when all it needs is here already.
run_maven() {
  local log=$root/target/run/build.log
  mkdir -p "$root/target/run"
  (cd "$root" && mvn -B -o "$@") > "$log" 2>&1 && return
  if grep -qE 'offline mode|has not been downloaded|artifact .* not found|could not be resolved' "$log"; then
    say "Fetching what the build needs"
    (cd "$root" && mvn -B "$@") > "$log" 2>&1 && return
  fi
  grep -E '^\[ERROR\]' "$log" | head -20 >&2 || true
  fail "The build failed; all of it is in $log"
}

build_stale_modules() {
  local module hash stale=()
  declare -A hashes
  for module in infra/keycloak/ticket infra/local infra/wechat-simulator platform-api tenant-admin gateway; do
    hashes[$module]=$(hash_of pom.xml "$module/pom.xml" "$module/src/main")
    is_built "${module//\//-}" "${hashes[$module]}" && built_files "$module" || stale+=("$module")
  done
  [ ${#stale[@]} -gt 0 ] || return 0
  find_maven
  say "Building ${stale[*]}"
  run_maven -q -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip=true package -am \
    -pl "$(IFS=,; echo "${stale[*]}")"
  for module in "${stale[@]}"; do
    stamp "${module//\//-}" "${hashes[$module]}"
  done
  say "Built ${stale[*]}"
}

# Is the result of the last build still there?
built_files() { compgen -G "$root/$1/target/${1##*/}-*.jar" > /dev/null; }

# Sets $launcher to a copy of the launcher's jars, named by their content: a later build must not pull the jars from
# under a running launcher.
copy_launcher() {
  local built=$root/infra/local/target name
  compgen -G "$built/local-*.jar" > /dev/null || fail "Nothing was built yet: leave out --no-build"
  name=launcher-$(cat "$built"/local-*.jar "$built"/lib/*.jar | sha256sum | cut -c1-12)
  launcher=$root/target/run/$name
  [ -d "$launcher" ] && return
  mkdir -p "$launcher.$$"
  cp "$built"/local-*.jar "$built"/lib/*.jar "$launcher.$$"
  mv -T "$launcher.$$" "$launcher" 2> /dev/null || rm -rf "$launcher.$$"
}

build_console() { build_front_end "the console" tenant-admin/console build dist; }

build_resident_app() { build_front_end "the residents' app" resident-app build:h5 dist/build/h5; }

# Builds what changed since the last time: $1 what it is called, $2 folder, $3 npm script, $4 where that writes
build_front_end() {
  local what=$1 folder=$root/$2 script=$3 output=$4 name=${2##*/} hash
  [ -f "$folder/package.json" ] || return 0
  hash=$(hash_of "$2")
  is_built "$name" "$hash" && [ -f "$folder/$output/index.html" ] && return 0
  find_node
  say "Building $what"
  install_node_modules "$2"
  (cd "$folder" && npm run --silent "$script") > "$root/target/run/$name.log" 2>&1 \
    || fail "The build of $what failed; all of it is in $root/target/run/$name.log"
  stamp "$name" "$hash"
  say "Built $what"
}

# $1 folder with a package-lock.json; does nothing when what it names is installed already.
install_node_modules() {
  local name=modules-${1//\//-} hash
  hash=$(hash_of "$1/package-lock.json")
  is_built "$name" "$hash" && [ -d "$root/$1/node_modules" ] && return 0
  mkdir -p "$root/target/run"
  (cd "$root/$1" && npm ci --no-audit --no-fund --prefer-offline) > "$root/target/run/npm.log" 2>&1 \
    || fail "npm ci failed in $1; all of it is in $root/target/run/npm.log"
  stamp "$name" "$hash"
}
