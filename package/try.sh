#!/bin/bash
# Installs, replaces and removes what `./ascertain package --to DIR` made in a bare Debian root, as a new user would,
# and runs it, over files and, where this machine has PostgreSQL's programs, over a database; prints sizes and seconds.
# Needs root, debootstrap, curl, openssl, and a mirror of Debian:
#   package/try.sh DIR [MIRROR]
# The root is made once, in .ascertain/bare-root; each run works on a copy, which goes with it.
set -eu

[ $# -ge 1 ] || { echo "package/try.sh DIR [MIRROR]" >&2; exit 2; }
[ "$(id -u)" = 0 ] || { echo "A root of Debian's is made by root alone." >&2; exit 69; }
for tool in debootstrap curl openssl; do
  command -v $tool >/dev/null || { echo "$tool is needed and was not found." >&2; exit 69; }
done
packages=$(cd "$1" && pwd)
mirror=${2:-$(grep -rhoE '(URIs:|^deb) +[^ ]+' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | awk '$2 ~ /\/debian\/?$/ { print $2; exit }')}
state=$(cd "$(dirname "$0")/.." && pwd)/.ascertain
bare=$state/bare-root
root=$state/bare-root-run
deb=$(echo "$packages"/ascertain_*.deb)
archive=$(echo "$packages"/ascertain-*.tar.gz)
version=$(dpkg-deb --field "$deb" Version)

leave() {
  [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
  [ -z "${cluster:-}" ] || stop_database
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

as_postgres() { (cd / && runuser -u postgres -- "$@"); }

start_database() { # sets cluster and port: a PostgreSQL of this machine's, with a password for whoever comes by the network
  cluster=$(as_postgres mktemp -d /tmp/ascertain-try-XXXXXX)
  as_postgres "$programs/initdb" --auth-local=peer --auth-host=scram-sha-256 -D "$cluster/data" >"$state/said"
  as_postgres openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=try" -addext "subjectAltName=IP:127.0.0.1" \
    -keyout "$cluster/data/server.key" -out "$cluster/data/server.crt" >"$state/said" 2>&1
  sed -i 's/^host /hostssl /' "$cluster/data/pg_hba.conf"
  for port in 54331 54332 54333 54334; do
    as_postgres "$programs/pg_ctl" -D "$cluster/data" -w -l "$cluster/log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c ssl=on -c unix_socket_directories=$cluster" start >"$state/said" 2>&1 && return
  done
  cat "$cluster/log" >&2
  wrong "a database of this machine"
}

stop_database() {
  as_postgres "$programs/pg_ctl" -D "$cluster/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$cluster"
  cluster=
}

older() { # what is installed, as a package of a version before: sets old
  old=$root/tmp/ascertain_before.deb
  mkdir "$root/tmp/before"
  dpkg-deb --raw-extract "$deb" "$root/tmp/before"
  sed -i 's/^Version: .*/Version: 0.0.9/' "$root/tmp/before/DEBIAN/control"
  dpkg-deb --root-owner-group -Znone --build "$root/tmp/before" "$old" >/dev/null
  rm -r "$root/tmp/before"
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

inside root useradd --create-home reader
echo "--- the Debian package"
older
timed "dpkg --install of a version before, with its caches" root sh -c 'dpkg --install /tmp/ascertain_before.deb'
told "installed" "$(du -sm "$root/usr/lib/ascertain" | cut -f 1) MB, of which caches $(du -sm "$root/usr/lib/ascertain/cache" | cut -f 1) MB"
timed "ascertain --version" nobody ascertain --version
cat "$state/said"
grep -q 'commit [0-9a-f]\{12\} of ' "$state/said" || wrong "the commit"
timed "ascertain replay 2020" nobody ascertain replay 2020 --instant
grep -q 'Biden' "$state/said" || wrong "the replay"
[ "$(stat -c %U:%a "$root/var/lib/ascertain" 2>/dev/null || true)" ] || wrong "the data folder"
inside root sh -c 'stat -c "%U %a" /var/lib/ascertain' | grep -qx 'ascertain 750' || wrong "the data folder's owner"
timed "ascertain new 2028 --data, as the service's user" ascertain ascertain new 2028 --like 2024 --data /var/lib/ascertain
# A port of health that is given, as in the file that is installed, is told otherwise than one that the server chooses.
sed -i -e 's/^port = .*/port = 0/' -e 's/^management-port = .*/management-port = 28090/' "$root/etc/ascertain/ascertain.conf"
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
grep '"level":"DEBUG"' "$state/served" && wrong "a line that is for who writes the program"
echo 'managment-port = 1' >>"$root/etc/ascertain/ascertain.conf"
if inside ascertain ascertain serve --config /etc/ascertain/ascertain.conf >"$state/said" 2>&1; then wrong "a key that there is not"; fi
grep -q "The nearest is 'management-port'" "$state/said" || wrong "the nearest key"
sed -i '$d' "$root/etc/ascertain/ascertain.conf"
root_before=$(inside ascertain ascertain verify /var/lib/ascertain)
timed "an upgrade: caches, and a copy of the data" root dpkg --force-confold --install "/tmp/$(basename "$deb")"
inside root sh -c 'ls /var/backups/ascertain/before-*-of-0.0.9/us-president-2028.db' >/dev/null || wrong "the copy before an upgrade"
[ "$(inside ascertain ascertain verify /var/lib/ascertain)" = "$root_before" ] || wrong "the records after an upgrade"
serves "the server after the upgrade" ascertain ascertain serve --config /etc/ascertain/ascertain.conf
timed "ascertain backup" ascertain ascertain backup /var/backups/ascertain/DAY --data /var/lib/ascertain
timed "ascertain restore" ascertain ascertain restore /var/backups/ascertain/DAY --data /tmp/drill
inside root rm -r /tmp/drill

programs=$(find /usr/lib/postgresql -path '*/bin/initdb' -printf '%h\n' 2>/dev/null | sort -V | tail -n 1)
if [ -z "$programs" ]; then
  told "over a database" "NOT TRIED: this machine has no PostgreSQL (apt-get install postgresql)"
else
  echo "--- over a database, as docs/operations.md tells it"
  start_database
  as_postgres psql -qh "$cluster" -p "$port" -c "create role ascertain login password 'of-the-drill'"
  as_postgres createdb -h "$cluster" -p "$port" ascertain --owner ascertain --encoding UTF8 --template template0
  database=postgresql://ascertain@127.0.0.1:$port/ascertain?sslmode=verify-full
  inside root install -o ascertain -g ascertain -m 0600 /dev/null /var/lib/ascertain/.pgpass
  echo "127.0.0.1:$port:ascertain:ascertain:of-the-drill" >>"$root/var/lib/ascertain/.pgpass"
  if inside reader env HOME=/home/reader ascertain new 2028 --like 2024 --data "${database%%\?*}" >"$state/said" 2>&1; then wrong "a database without its password"; fi
  grep -q 'does not let this user in\|no password' "$state/said" || { cat "$state/said"; wrong "what is said without a password"; }
  if inside ascertain ascertain new 2028 --like 2024 --data "$database" >"$state/said" 2>&1; then wrong "a certificate that nobody vouches for"; fi
  inside root install -d -o ascertain -g ascertain -m 0700 /var/lib/ascertain/.postgresql
  install -m 0644 "$cluster/data/server.crt" "$root/var/lib/ascertain/.postgresql/root.crt"
  timed "ascertain new 2028 --data postgresql://...sslmode=verify-full" ascertain ascertain new 2028 --like 2024 --data "$database"
  inside root stat -c '%U %a' /var/lib/ascertain/.config/ascertain/127.0.0.1_"${port}"_ascertain | grep -qx 'ascertain 700' || wrong "the folder of the database's keys"
  sed -i "s|^data = .*|data = $database|" "$root/etc/ascertain/ascertain.conf"
  serves "the server over a database" ascertain ascertain serve --config /etc/ascertain/ascertain.conf
  timed "ascertain invite" ascertain ascertain invite --data "$database" --role administrator
  timed "the same version again: a copy of the database" root dpkg --install "/tmp/$(basename "$deb")"
  inside root sh -c 'ls /var/backups/ascertain/before-*-of-'"$version"'/us-president-2028.db' >/dev/null || wrong "the copy of a database before an upgrade"
  timed "ascertain restore, as a drill" ascertain sh -c 'ascertain restore /var/backups/ascertain/before-*-of-'"$version"' --data /tmp/drill'
  inside root rm -r /tmp/drill
  stop_database
  if inside root dpkg --install "/tmp/$(basename "$deb")" >"$state/said" 2>&1; then wrong "an upgrade while the database is away"; fi
  grep -q 'could not be copied' "$state/said" || { cat "$state/said"; wrong "what is said of a database that is away"; }
  sed -i "s,^data = .*,data = /var/lib/ascertain," "$root/etc/ascertain/ascertain.conf"
  timed "dpkg --configure, once that is mended" root dpkg --configure ascertain
fi
timed "dpkg --remove" root dpkg --remove ascertain
[ ! -e "$root/usr/lib/ascertain" ] && [ ! -e "$root/usr/bin/ascertain" ] || wrong "something is left of the programs: $(find "$root/usr/lib/ascertain" | head -n 3)"
[ -e "$root/etc/ascertain/ascertain.conf" ] || wrong "the file of options went before a purge"
timed "dpkg --purge" root dpkg --purge ascertain
[ ! -e "$root/etc/ascertain" ] || wrong "something is left of the options"
[ -e "$root/var/lib/ascertain/us-president-2028.db" ] || wrong "the records went with the package"

echo "--- the archive, as an ordinary user"
inside root sh -c 'mv /tmp/ascertain-*.tar.gz /home/reader && chown reader /home/reader/*.tar.gz'
timed "tar -xzf" reader sh -c 'cd /home/reader && tar -xzf ascertain-*.tar.gz'
timed "ascertain --version, the first time (makes its cache)" reader sh -c '/home/reader/ascertain-*/ascertain --version'
timed "ascertain --version" reader sh -c '/home/reader/ascertain-*/ascertain --version'
timed "ascertain replay 2020" reader sh -c '/home/reader/ascertain-*/ascertain replay 2020 --instant'
program=$(cd "$root" && echo home/reader/ascertain-*[!z]/ascertain)
serves "the server, the first time (makes its cache)" reader "/$program" serve --port 0
serves "the server" reader "/$program" serve --port 0
echo "All as it should be."
