# shellcheck shell=sh
# What `./ascertain test` does; read in by the launcher, whose functions and variables it uses.

# --- what the tests need beside a JDK --------------------------------------------------------------

as_root() { # COMMAND: by root, or by sudo where it asks for no password; elsewhere false
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
  command -v apt-get >/dev/null && as_root true 2>/dev/null
}

apt_install() { # PACKAGE REASON: in one line; whether it worked is seen by looking again
  mkdir -p "$state"
  printf 'Installing %s for %s (apt-get) ...' "$1" "$2" >&2
  if {
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "$1"
  } >"$state/install.log" 2>&1 </dev/null; then
    echo " done" >&2
  else
    echo " failed, see .ascertain/install.log" >&2
  fi
}

is_browser() { # PROGRAM: Ubuntu has one of these names that only says how to get a browser
  [ -x "$1" ] && "$1" --version 2>/dev/null </dev/null | grep -qE 'Chrom(e|ium)'
}

find_chromium() { # sets and exports ASCERTAIN_CHROMIUM; keeps one that is named already
  [ -z "${ASCERTAIN_CHROMIUM:-}" ] || {
    is_browser "$ASCERTAIN_CHROMIUM" ||
      fail 69 "ASCERTAIN_CHROMIUM names $ASCERTAIN_CHROMIUM, which is no Chromium or Chrome; let it name one, or unset it to have one looked for."
    return 0
  }
  found=
  for name in chromium-headless-shell chrome-headless-shell chromium chromium-browser google-chrome google-chrome-stable chrome \
    google-chrome-beta google-chrome-unstable; do
    found=$(command -v "$name") || continue
    ! is_browser "$found" || break
    found=
  done
  for file in "${CHROME_BIN:-}" "${PUPPETEER_EXECUTABLE_PATH:-}" /snap/bin/chromium \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "${HOME:-}"/.cache/ms-playwright/chromium-*/chrome-linux*/chrome "${HOME:-}"/.cache/puppeteer/chrome/*/chrome-linux64/chrome \
    "${HOME:-}"/Library/Caches/ms-playwright/chromium-*/chrome-mac*/*.app/Contents/MacOS/*; do
    [ -z "$found" ] || break
    ! is_browser "$file" || found=$file
  done
  [ -n "$found" ] || return 1
  ASCERTAIN_CHROMIUM=$found
  export ASCERTAIN_CHROMIUM
}

has_headless_shell() {
  command -v chromium-headless-shell >/dev/null || command -v chrome-headless-shell >/dev/null
}

need_chromium() { # the headless shell draws the same pages in half the processor time
  if [ -n "$install" ] || ! find_chromium; then
    [ -n "${ASCERTAIN_CHROMIUM:-}" ] || has_headless_shell || ! may_install || apt_install chromium-headless-shell "the tests of the page"
  fi
  find_chromium || ! may_install || apt_install chromium "the tests of the page"
  find_chromium || fail 69 "Chromium or Chrome is needed for the tests of the page and none was found; install it (Debian: apt-get install chromium-headless-shell; Ubuntu: snap install chromium; macOS: brew install --cask chromium), or name one in ASCERTAIN_CHROMIUM."
}

find_postgres() { # sets and exports ASCERTAIN_POSTGRES, the folder of its programs; for root only where its user is, too
  [ "$(id -u)" != 0 ] || id postgres >/dev/null 2>&1 || return 1
  for folder in "${ASCERTAIN_POSTGRES:-/usr/lib/postgresql}" "${ASCERTAIN_POSTGRES:-/usr/lib/postgresql}"/*/bin "$(dirname "$(command -v initdb || echo /)")"; do
    [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] || continue
    ASCERTAIN_POSTGRES=$folder
    export ASCERTAIN_POSTGRES
    return 0
  done
  return 1
}

need_postgres() {
  find_postgres || ! may_install || apt_install postgresql "the tests of its store"
  find_postgres || fail 69 "PostgreSQL is needed for the tests of its store and was not found; install it (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql), or let ASCERTAIN_POSTGRES name the folder of its programs."
}

want_namespaces() { # one test makes a network that it can cut; it says so where it cannot
  command -v ip >/dev/null || [ "$(id -u)" != 0 ] || ! may_install || apt_install iproute2 "the test of a cut network"
}

install_missing() { # what every build needs, which is installed only when asked for
  may_install || return 0
  command -v mvn >/dev/null || apt_install maven "the build"
  (find_jdk) 2>/dev/null || apt_install openjdk-25-jdk-headless "the build"
  has_node || { apt_install nodejs "the page" && apt_install npm "the page"; }
}

# --- running them ----------------------------------------------------------------------------------

closing_line() { # LOG SCENARIOS: sums what Surefire says of each module; false if a test failed, none ran or a module took too long
  awk -v scenarios="$(grep -m 1 scenarios "$2" 2>/dev/null || true)" '
    /^\[[A-Z]+\] Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+ *$/ {
      gsub(/[^0-9 ]/, "")
      run += $1; failed += $2 + $3; skipped += $4
    }
    /^\[[A-Z]+\] There was a timeout/ { broken = 1 }
    END {
      passed = run - failed - skipped
      printf "%d passed, %d failed", passed, failed
      if (skipped) printf ", %d skipped", skipped
      if (scenarios) printf " (%s)", scenarios
      print ""
      exit failed > 0 || passed == 0 || broken
    }' "$1"
}

heard() { # LOG COMMAND: the command's exit code; what it says is shown and kept
  log=$1
  shift
  rm -f "$state/said"
  mkfifo "$state/said"
  tee "$log" <"$state/said" &
  listener=$!
  code=0
  "$@" >"$state/said" 2>&1 || code=$?
  wait $listener
  rm -f "$state/said"
  return $code
}

wrong_use() {
  fail 2 "test does not know '$1'; it takes --fuzz, --mutation, --install, or a module and a class; --mutation may have a module after it."
}

tests() { # ARGS
  install=
  [ "$(id -u)" != 0 ] || [ "${CI:-}" != true ] || install=yes
  set_of=all module='' class=
  for arg; do
    case $arg in
      --install) install=yes ;;
      --fuzz) set_of=fuzz ;;
      --mutation) set_of=mutation ;; # before a module
      -*) wrong_use "$arg" ;;
      *)
        if [ -z "$module" ] && [ -f "$home/$arg/pom.xml" ]; then
          module=$arg
          [ $set_of != all ] || set_of=module
        elif [ -n "$module" ] && [ -z "$class" ]; then
          class=$arg
        else
          wrong_use "$arg"
        fi
        ;;
    esac
  done
  [ -z "$install" ] || install_missing
  find_jdk
  need_maven
  case $set_of:$module in
    all:) need_node && need_chromium && need_postgres && want_namespaces ;;
    module:browser) need_node && need_chromium && need_postgres ;;
    module:postgres) need_postgres && want_namespaces ;;
    module:desk | module:watch | module:cli) need_postgres ;;
    module:server | module:web) need_node ;;
  esac
  echo "Testing on the JDK $lowest in $jdk"
  some="-Dtest=${class:-org/ascertain/$module/*Test} -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip=true"
  # shellcheck disable=SC2086 # options are words
  case $set_of:$module in
    # Modules that need nothing of each other beside each other; a failed test does not keep later modules from theirs.
    all:) set -- --threads 2 --fail-at-end -Dmaven.test.failure.ignore=true verify ;;
    fuzz:*) set -- -Pfuzz -pl record -am test && export JAZZER_FUZZ=1 ;;
    mutation:) set -- -Pmutation -pl law,standing,condition,answers -am test ;;
    mutation:*) set -- $some -Pmutation,quick -pl "$module" -am "-DtargetClasses=org.ascertain.$module.*" test ;;
    module:browser) set -- $some -Pquick -pl browser -am verify ;; # which runs the packaged server
    module:*) set -- $some -Pquick -pl "$module" -am test ;;
  esac
  lock
  scenarios=$home/cli/target/surefire-reports/org.ascertain.cli.ScenariosTest-output.txt
  rm -f "$scenarios"
  built=yes
  heard "$state/test.log" maven "$@" || built=
  unlock
  echo # Maven ends on an escape sequence and no line end
  closing_line "$state/test.log" "$scenarios" && [ -n "$built" ]
}
