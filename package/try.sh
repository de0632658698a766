#!/bin/bash
# Installs, replaces and removes what `./ascertain package --to DIR` made in a bare Debian root, as a new user would,
# and runs it; prints sizes and seconds. Needs root, debootstrap, curl, and a mirror of Debian:
#   package/try.sh DIR [MIRROR]
# The root is made once, in .ascertain/bare-root; each run works on a copy, which goes with it.
set -eu

[ $# -ge 1 ] || { echo "package/try.sh DIR [MIRROR]" >&2; exit 2; }
[ "$(id -u)" = 0 ] || { echo "A root of Debian's is made by root alone." >&2; exit 69; }
for tool in debootstrap curl; do
  command -v $tool >/dev/null || { echo "$tool is needed and was not found." >&2; exit 69; }
done
packages=$(cd "$1" && pwd)
mirror=${2:-$(grep -rhoE '(URIs:|^deb) +[^ ]+' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | awk '$2 ~ /\/debian\/?$/ { print $2; exit }')}
state=$(cd "$(dirname "$0")/.." && pwd)/.ascertain
bare=$state/bare-root
root=$state/bare-root-run
deb=$(echo "$packages"/ascertain_*.deb)
archive=$(echo "$packages"/ascertain-*.tar.gz)

leave() {
  [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
  umount -l "$root/proc" 2>/dev/null || true
  umount -l "$root/dev" 2>/dev/null || true
  rm -rf --one-file-system "$root"
}
trap leave EXIT
trap 'exit 130' INT TERM HUP

now() { date +%s.%N; }
since() { echo "$(now) $1" | awk '{ printf "%.1f s", $1 - $2 }'; }
told() { printf '%-58s %s\n' "$1" "$2"; }
wrong() {
  echo "NOT AS IT SHOULD BE: $1" >&2
  exit 1
}

inside() { # USER COMMAND: in the root, with nothing of this machine's environment
  who=$1
  shift
  env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME="/tmp" LANG=C.UTF-8 \
    chroot --userspec="$who" "$root" "$@"
}

timed() { # WHAT USER COMMAND: what it printed goes to $out
  what=$1
  shift
  spent=$({ TIMEFORMAT='%R s, of processor %U + %S'; time inside "$@" >"$state/said" 2>&1; } 2>&1) ||
    { cat "$state/said"; wrong "$what"; }
  told "$what" "$spent"
}

serves() { # WHAT USER PROGRAM ARGS: starts a server, waits until it is ready, asks it, ends it
  what=$1
  shift
  began=$(now)
  inside "$@" >"$state/served" 2>&1 &
  server=$!
  tries=0
  until address=$(sed -n 's:^Ascertain serves on \(http[^ ]*\)/$:\1:p' "$state/served") && [ -n "$address" ] &&
    health=$(sed -n 's:^Health and metrics\: \(http[^ ]*\)/q/health.*:\1:p' "$state/served") && [ -n "$health" ] &&
    curl -fs "$health/q/health/ready" | grep -q '"UP"'; do
    tries=$((tries + 1))
    [ $tries -lt 1800 ] && kill -0 $server 2>/dev/null || { cat "$state/served"; wrong "$what"; }
    sleep 0.1
  done
  told "$what: until ready" "$(since "$began")"
  curl -fs "$health/q/health" | grep -q '"status": "UP"' || wrong "$what: health"
  curl -fs "$health/q/metrics" | grep -q '^ascertain_deliveries_due 0' || wrong "$what: metrics"
  curl -fs "$address/" | grep -q '<title>' || wrong "$what: the page"
  curl -fs "$address/api/elections/us-president-2020/standing" | grep -q '"biden"' || wrong "$what: the API"
  curl -fs "$address/us-president-2020/card.png" -o "$state/card.png" || curl -fs "$address/api/elections/us-president-2020/card.png" -o "$state/card.png" || wrong "$what: a picture"
  pid=$(pgrep -P $server -f quarkus-run || echo $server)
  told "$what: memory, resident" "$(awk '/VmRSS/ { printf "%d MB", $2 / 1024 }' "/proc/$pid/status")"
  kill "$pid"
  wait $server 2>/dev/null || true
  server=
}

command -v sha256sum >/dev/null && (cd "$packages" && sha256sum --quiet --check SHA256SUMS) || wrong "the sums"
if [ ! -e "$bare/.made" ]; then
  rm -rf "$bare"
  suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
  debootstrap --variant=minbase "$suite" "$bare" "$mirror" >"$state/bare-root.log" 2>&1 || { tail -n 5 "$state/bare-root.log" >&2; exit 70; }
  touch "$bare/.made"
fi
rm -rf --one-file-system "$root"
cp -a --reflink=auto "$bare" "$root"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
inside root sh -c 'command -v java || command -v mvn' >/dev/null && wrong "the root is not bare"
cp "$deb" "$archive" "$root/tmp"

told "$(basename "$deb")" "$(du -m "$deb" | cut -f 1) MB"
told "$(basename "$archive")" "$(du -m "$archive" | cut -f 1) MB"

echo "--- the Debian package"
timed "dpkg --install, with the start-up caches" root sh -c 'dpkg --install /tmp/ascertain_*.deb'
told "installed" "$(du -sm "$root/usr/lib/ascertain" | cut -f 1) MB, of which caches $(du -sm "$root/usr/lib/ascertain/cache" | cut -f 1) MB"
timed "ascertain --version" nobody ascertain --version
cat "$state/said"
grep -q 'commit [0-9a-f]\{12\} of ' "$state/said" || wrong "the commit"
timed "ascertain replay 2020" nobody ascertain replay 2020 --instant
grep -q 'Biden' "$state/said" || wrong "the replay"
[ "$(stat -c %U:%a "$root/var/lib/ascertain" 2>/dev/null || true)" ] || wrong "the data folder"
inside root sh -c 'stat -c "%U %a" /var/lib/ascertain' | grep -qx 'ascertain 750' || wrong "the data folder's owner"
timed "ascertain new 2028 --data, as the service's user" ascertain ascertain new 2028 --like 2024 --data /var/lib/ascertain
sed -i -e 's/^port = .*/port = 0/' -e 's/^management-port = .*/management-port = 0/' "$root/etc/ascertain/ascertain.conf"
serves "the server with its file of options" ascertain ascertain serve --config /etc/ascertain/ascertain.conf
inside ascertain ascertain serve --config /etc/ascertain/ascertain.conf --log json >"$state/served" 2>&1 &
server=$!
tries=0
until grep -q '^{"time":".*"message":"Ascertain serves on http' "$state/served"; do
  tries=$((tries + 1))
  [ $tries -lt 1800 ] && kill -0 $server 2>/dev/null || { cat "$state/served"; wrong "the log as JSON"; }
  sleep 0.1
done
kill "$(pgrep -P $server -f quarkus-run || echo $server)"
wait $server 2>/dev/null || true
server=
grep -v '^{' "$state/served" && wrong "a line of the log that is no JSON"
echo 'managment-port = 1' >>"$root/etc/ascertain/ascertain.conf"
if inside ascertain ascertain serve --config /etc/ascertain/ascertain.conf >"$state/said" 2>&1; then wrong "a key that there is not"; fi
grep -q "The nearest is 'management-port'" "$state/said" || wrong "the nearest key"
timed "the same version again: caches, and a copy of the data" root dpkg --install "/tmp/$(basename "$deb")"
inside root sh -c 'ls /var/backups/ascertain/before-*/us-president-2028.db' >/dev/null || wrong "the copy before an upgrade"
timed "ascertain backup" ascertain ascertain backup /tmp/copy --data /var/lib/ascertain
timed "dpkg --remove" root dpkg --remove ascertain
[ ! -e "$root/usr/lib/ascertain" ] && [ ! -e "$root/usr/bin/ascertain" ] || wrong "something is left of the programs: $(find "$root/usr/lib/ascertain" | head -n 3)"
[ -e "$root/var/lib/ascertain/us-president-2028.db" ] || wrong "the records went with the package"

echo "--- the archive, as an ordinary user"
inside root sh -c 'useradd --create-home reader && mv /tmp/ascertain-*.tar.gz /home/reader && chown reader /home/reader/*.tar.gz'
timed "tar -xzf" reader sh -c 'cd /home/reader && tar -xzf ascertain-*.tar.gz'
timed "ascertain --version, the first time (makes its cache)" reader sh -c '/home/reader/ascertain-*/ascertain --version'
timed "ascertain --version" reader sh -c '/home/reader/ascertain-*/ascertain --version'
timed "ascertain replay 2020" reader sh -c '/home/reader/ascertain-*/ascertain replay 2020 --instant'
program=$(cd "$root" && echo home/reader/ascertain-*[!z]/ascertain)
serves "the server, the first time (makes its cache)" reader "/$program" serve --port 0
serves "the server" reader "/$program" serve --port 0
echo "All as it should be."
