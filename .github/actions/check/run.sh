#!/usr/bin/env bash
# Checks a profile as a step of GitHub Actions: annotations on standard output, the result
# in the summary of the job, findings as SARIF and a report as HTML in files that later
# steps may keep. It ends with the exit code of the check.
set -euo pipefail

out=$(mktemp -d "${RUNNER_TEMP:-/tmp}/ajar.XXXXXX")
if [ -n "$INPUT_BINARY" ]; then
  cp -- "$INPUT_BINARY" "$out/ajar" # what is judged is what is run
  if [ -n "$INPUT_SHA256" ]; then
    have=$(sha256sum <"$out/ajar" | cut -d' ' -f1)
    if [ "$have" != "$(tr A-F a-f <<<"$INPUT_SHA256")" ]; then
      echo "ajar: the binary has the SHA-256 $have, which is not the one that was named" >&2
      exit 1
    fi
  fi
  chmod u+x "$out/ajar" # which an artefact loses
elif [ -n "$INPUT_SHA256" ]; then
  echo "ajar: sha256 is named and no binary to compare it with" >&2
  exit 1
else
  (cd "$GITHUB_ACTION_PATH/../../.." && CGO_ENABLED=0 go build -trimpath -buildvcs=false -o "$out/ajar" ./cmd/ajar)
fi

check=(--lang "$INPUT_LANG" -o github:- -o "md:$out/summary.md" -o "sarif:$out/ajar.sarif")
if [ -n "$INPUT_FAIL_ON" ]; then check+=(--fail-on "$INPUT_FAIL_ON"); fi

code=0
"$out/ajar" check "${check[@]}" -- "$INPUT_PROFILE" || code=$?
echo "code=$code" >>"$GITHUB_OUTPUT"
if [ -f "$out/summary.md" ]; then cat "$out/summary.md" >>"$GITHUB_STEP_SUMMARY"; fi
if [ -f "$out/ajar.sarif" ]; then echo "sarif=$out/ajar.sarif" >>"$GITHUB_OUTPUT"; fi
# A report of what the check judged and of nothing else: a profile that it refuses has none,
# and answers that stand in the environment do not count in a check.
for name in "${!AJAR_SET_@}"; do unset "$name"; done
case $code in 0 | 3)
  if "$out/ajar" report --lang "$INPUT_LANG" -q -o "html:$out/decision.html" -- "$INPUT_PROFILE"; then
    echo "report=$out/decision.html" >>"$GITHUB_OUTPUT"
  fi ;;
esac
exit "$code"
