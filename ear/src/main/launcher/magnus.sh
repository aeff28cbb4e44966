#!/bin/sh
# Starts Magnus in the foreground: bin/magnus.sh [-Dname=value ...]
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
if ! command -v "$java" >/dev/null 2>&1; then
  echo "Magnus cannot start: there is no Java here; install a JDK of version 17 or later." >&2
  exit 1
fi
version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\)\(\.\([0-9]*\)\)\{0,1\}.*/\1 \3/p' | head -n 1)
set -- "$version" "$@"
major=${1%% *}
[ "$major" = 1 ] && major=${1##* }
if [ "${major:-0}" -lt 17 ]; then
  echo "Magnus cannot start: it needs Java 17 or later, and $java is Java ${major:-of an unknown version}." >&2
  exit 1
fi
shift
exec "$java" -Dmagnus.home="$home" "$home/bin/Magnus.java" "$@"
