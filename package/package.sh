# shellcheck shell=sh
# What `./ascertain package` does; read in by the launcher, whose functions and variables it uses.
# It builds the commit that the checkout stands on, in a folder of its own, so that neither files that were changed
# since nor what an earlier build left come into it. Two packages of one commit, made with the same JDK, Node and
# dpkg-deb, have the same bytes; the start-up caches, which never have, are made where the package is installed.

# What the programs and their parts use of Java, and what they look for by name: names' days in Spanish, other
# charsets of files to import, pictures of a link.
java_modules=java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.security.sasl,java.sql,java.xml,jdk.charsets,jdk.jfr,jdk.localedata,jdk.management,jdk.unsupported,jdk.zipfs
# Of java.desktop, what draws on a screen or plays: the only libraries that would ask for others of the system.
java_unused=/java.desktop/lib/libawt_xawt.so,/java.desktop/lib/libjawt.so,/java.desktop/lib/libsplashscreen.so,/java.desktop/lib/libjsound.so

# Quarkus orders some of what it generates by where objects happen to lie in memory: with one hash for all, two builds
# order it alike. The rest is SameBytes' work.
one_order="-XX:+UnlockExperimentalVMOptions -XX:hashCode=2"

bill_of_materials=org.cyclonedx:cyclonedx-maven-plugin:2.9.3:makeAggregateBom

need() { # PROGRAM PACKAGE
  command -v "$1" >/dev/null || fail 69 "$1 is needed to make a package and was not found on PATH; install it (Debian and Ubuntu: apt-get install $2)."
}

package() { # ARGS
  to=$state/package
  case $#:${1:-} in
    0:) ;;
    2:--to) to=$2 ;;
    1:--to=*) to=${1#--to=} ;;
    *) fail 2 "package takes --to DIR and nothing else." ;;
  esac
  for need in git:git dpkg-deb:dpkg sha256sum:coreutils gzip:gzip; do need "${need%:*}" "${need#*:}"; done
  [ "$(uname -s)" = Linux ] || fail 69 "A package is made on Linux, for the Linux that it is made on."
  find_jdk
  need_maven
  need_node
  [ -x "$jdk/bin/jlink" ] || fail 69 "jlink is needed to make a package and the JDK in $jdk has none."
  commit=$(git -C "$home" rev-parse --verify --quiet HEAD) || fail 69 "A package is made of a commit, and $home is no checkout of git's with one."
  [ -z "$(git -C "$home" status --porcelain)" ] || echo "Files differ from the commit; the package is made of the commit." >&2
  mkdir -p "$to" 2>/dev/null && [ -w "$to" ] || fail 70 "$to cannot be written to."
  to=$(cd "$to" && pwd)
  SOURCE_DATE_EPOCH=$(git -C "$home" log -1 --format=%ct)
  export SOURCE_DATE_EPOCH
  LC_ALL=C TZ=UTC
  export LC_ALL TZ
  umask 022
  making=
  exec 3>&2
  trap not_made EXIT
  lock
  work=$state/package-build
  rm -rf "$work"
  mkdir -p "$work/source"
  git -C "$home" archive "$commit" | tar -x -C "$work/source"
  version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$work/source/pom.xml" | head -n 1)
  name=ascertain-$version-linux-$(uname -m)
  rm -rf "$to/$name" "$to/$name.tar.gz" "$to/$name.bom.json" "$to"/ascertain_*.deb "$to/SHA256SUMS"
  step "the programs" build_programs
  step "the runtime" link_runtime
  step "licences and the bill of materials" "$jdk/bin/java" -cp "$folder/programs/app/*" "$work/source/package/Parts.java" \
    "$work/source" "$folder" "$work/source/target/quick/bom.json"
  step "the folder and its archive" archive
  step "the Debian package" debian
  (cd "$to" && sha256sum "$name.tar.gz" "$name.bom.json" "$deb" >SHA256SUMS)
  rm -rf "$work"
  unlock
  (cd "$to" && cat SHA256SUMS)
  echo "ascertain $version of commit $commit lies in $to"
}

step() { # NAME COMMAND: anything in it that fails ends the whole, and then not_made tells of it
  printf 'Making %s ...' "$1" >&2
  shift
  making=yes
  "$@" >"$state/package.log" 2>&1
  making=
  echo " done" >&2
}

not_made() {
  code=$?
  if [ -n "$making" ]; then
    {
      echo " failed"
      tail -n 20 "$state/package.log"
      echo "ascertain: the package was not made; why stands above, and whole in .ascertain/package.log."
    } >&3
    code=70
  fi
  leave
  exit $code
}

build_programs() {
  folder=$work/$name
  checkout=$home home=$work/source
  MAVEN_OPTS="$one_order ${MAVEN_OPTS:-}"
  maven -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Pquick -Dmaven.test.skip=true -DskipTests -pl cli,server -am \
    package $bill_of_materials -DoutputFormat=json -DincludeTestScope=false -DincludeProvidedScope=false
  home=$checkout
  mkdir -p "$folder/programs" "$folder/cache"
  cp -R "$work/source/cli/target/quick/app" "$folder/programs/app"
  cp -R "$work/source/server/target/quick/quarkus-app" "$folder/programs/server"
  rm -f "$folder/programs/server/quarkus-app-dependencies.txt"
  "$jdk/bin/java" "$work/source/package/SameBytes.java" "$folder/programs/server/quarkus/generated-bytecode.jar" "$SOURCE_DATE_EPOCH"
  for jar in "$folder"/programs/app/*.jar; do # what the server has too lies there alone
    for twin in "$folder"/programs/server/lib/main/*"${jar##*/}"; do
      if cmp -s "$jar" "$twin"; then ln -sf "../server/lib/main/${twin##*/}" "$jar"; fi
    done
  done
  # SQLite's own library, which the programs would else unpack at each start.
  arch=$(uname -m | sed 's/^arm64$/aarch64/')
  mkdir -p "$folder/programs/native"
  (cd "$folder/programs/native" && "$jdk/bin/jar" --extract --file ../app/sqlite-jdbc-*.jar "org/sqlite/native/Linux/$arch/libsqlitejdbc.so" &&
    mv "org/sqlite/native/Linux/$arch/libsqlitejdbc.so" . && rm -r org)
  cp "$work/source/ascertain" "$work/source/LICENSE" "$work/source/README.md" "$work/source/CHANGELOG.md" "$work/source/SECURITY.md" "$folder"
  cp -R "$work/source/docs" "$folder/docs"
  mkdir "$folder/service"
  cp "$work/source/package/ascertain.conf" "$work/source/package/ascertain.service" "$folder/service"
  git -C "$home" log -1 --format='%h of %cs' --abbrev=12 "$commit" >"$folder/COMMIT"
}

link_runtime() {
  "$jdk/bin/jlink" --add-modules "$java_modules" --include-locales=en,es --exclude-files "$java_unused" --strip-debug \
    --no-header-files --no-man-pages --compress zip-6 --dedup-legal-notices=error-if-not-same-content --output "$folder/runtime"
}

settle() { # DIR: one owner's permissions and the commit's moment, for every file
  chmod -R u=rwX,go=rX "$1"
  find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

archive() {
  settle "$folder"
  tar -C "$work" --sort=name --format=gnu --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - "$name" |
    gzip -n -6 >"$to/$name.tar.gz"
  cp -a "$folder" "$to/$name"
  cp "$folder/bom.json" "$to/$name.bom.json"
}

debian() {
  root=$work/debian
  deb=ascertain_${version}_$(dpkg --print-architecture).deb
  lib=$root/usr/lib/ascertain
  mkdir -p "$root/usr/lib/systemd/system" "$root/usr/bin" "$root/etc/ascertain" "$root/usr/share/doc/ascertain" "$root/DEBIAN"
  cp -a "$folder" "$lib"
  rm -r "$lib/service"
  ln -s ../lib/ascertain/ascertain "$root/usr/bin/ascertain"
  cp "$folder/service/ascertain.service" "$root/usr/lib/systemd/system"
  cp "$folder/service/ascertain.conf" "$root/etc/ascertain"
  for doc in docs README.md CHANGELOG.md SECURITY.md bom.json; do mv "$lib/$doc" "$root/usr/share/doc/ascertain"; done
  mv "$lib/licences" "$root/usr/share/doc/ascertain"
  cp "$lib/LICENSE" "$root/usr/share/doc/ascertain/copyright"
  for script in postinst prerm; do
    cp "$work/source/package/$script" "$root/DEBIAN/$script"
    chmod 755 "$root/DEBIAN/$script"
  done
  echo /etc/ascertain/ascertain.conf >"$root/DEBIAN/conffiles"
  sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$(dpkg --print-architecture)/" \
    -e "s/@SIZE@/$(find "$root" -type f -size +0 -printf '%s\n' | awk '{ sum += int(($1 + 1023) / 1024) } END { print sum }')/" \
    "$work/source/package/control" >"$root/DEBIAN/control"
  (cd "$root" && find usr etc -type f -exec md5sum {} + | sort -k 2 >DEBIAN/md5sums)
  settle "$root"
  dpkg-deb --root-owner-group -Zgzip -z6 --build "$root" "$to/$deb"
}
