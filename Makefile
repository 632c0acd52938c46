# Two commands a newcomer needs: "make run" and "make test". Both need Go alone.

.PHONY: run tools build beam licences vuln mutants-pack test quick bench bench-check bench-update lint race fuzz wasm bits tidy validity golden long structure generate mutants mutants-engine language

# Decide a bundled preset, or do anything else: make run ARGS="explain security"
ARGS ?= decide preset:model_startup
run:
	@go run ./cmd/ajar $(ARGS)

# A slow machine may take longer than the ten minutes that go test gives a package. The
# pages of reports are looked at where "make tools" was run.
test:
	go test -timeout 20m ./...
	@[ -d $(PAGES)/node_modules ] || echo 'pages were not looked at: "make tools" installs a browser'

# What looks at pages: a browser (on Debian, as root) and two packages of npm, in a folder
# of their own.
PAGES = cmd/tools/pages
tools:
	@command -v node >/dev/null || { echo "install Node.js and npm first" >&2; exit 1; }
	@[ -n "$$CHROMIUM" ] || command -v chromium chromium-browser google-chrome >/dev/null || \
		{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
		apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null; } || \
		{ echo "install Chromium first, or name a browser of its kind in CHROMIUM" >&2; exit 1; }
	npm --prefix $(PAGES) ci --no-audit --no-fund

# Write the code that is made from texts, after a text has changed.
generate:
	go generate ./...

# Start a language: files for all texts, with the English to translate. What is
# not translated yet is shown in English. Then add the line to
# rules/lang/languages.go and run "make generate".
CODE ?= de
language:
	go run ./cmd/internal/textgen . $(CODE)

# What serves many goroutines at once.
race:
	go test -race -run 'Same|Concurrent|Example|Two|AtOnce' ./engine ./engine/elicit ./engine/session ./profiles/... ./rules

# The same with a tenth of all that is random, while you work.
quick:
	go test -short ./...

# All tests with ten times as much of what is random, and a million samples where
# exact numbers are compared with sampling.
long:
	AJAR_LONG_TESTS=1 go test -timeout 120m ./...

# How long things take, as ratios and in a table: time is printed, never asserted. Then
# what general engines take for the same conditions, in a module of their own.
bench:
	go run -C cmd/tools ./speed table $(CURDIR)
	go test -C cmd/tools/bench -v -bench . -cpu 1

# What costs more than the kept baseline: allocations, and where valgrind is installed
# instructions. Both hardly move between runs, whatever the machine does besides.
bench-check:
	go run -C cmd/tools ./speed check $(CURDIR)

# Keep today's costs as the baseline, and say in the commit why they grew.
bench-update:
	go run -C cmd/tools ./speed update $(CURDIR)

# The pipeline for Apache Beam, a module of its own, on its embedded runner. The first
# build takes minutes; vet would go through the whole of Beam.
beam:
	go -C cmd/beam test -vet=off ./...

# The program as it is given to others: stripped, without paths of this machine, and
# without the system's C library.
build:
	CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o ajar ./cmd/ajar
	$(MAKE) --no-print-directory licences >ajar.licences.txt

# The licence texts of all that is in the program, as BSD and MIT ask of whoever gives it
# to others: of the modules that it is made of, and of Go itself.
licences:
	@{ echo "github.com/ajar-decision/ajar . $(CURDIR)"; echo "go $$(go env GOVERSION) $$(go env GOROOT)"; \
	go list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}' ./cmd/ajar | sort -u; } | \
	while read -r module version folder; do \
		texts=$$(find "$$folder" -maxdepth 1 -type f \( -iname 'licen[cs]e*' -o -iname 'copying*' -o -iname 'notice*' \) | LC_ALL=C sort); \
		[ -n "$$texts" ] || { echo "$$module $$version has no licence text in $$folder" >&2; exit 1; }; \
		printf '=== %s %s\n\n' "$$module" "$$version"; echo "$$texts" | while read -r text; do cat "$$text"; echo; done; done

# Known vulnerabilities that the code reaches. This needs the network: where the data cannot
# be had it says so and fails nothing.
vuln:
	@said=$$(go run golang.org/x/vuln/cmd/govulncheck@v1.9.0 ./... 2>&1); echo "$$said"; \
	case "$$said" in *"exit status 3"*) exit 1;; *"exit status"*) echo "left out: the data on vulnerabilities could not be had";; esac

# Every fuzz target for a while: make fuzz TIME=10m. Left to itself, go test
# spends most of it on making new inputs smaller. Up to Go 1.26 a target may end with
# "context deadline exceeded" and nothing found, when its time is up while an input
# runs (go.dev/issue/75804): that line from go test itself is no finding.
TIME ?= 30s
PACKAGES ?= ./...
fuzz:
	@for p in $$(go list $(PACKAGES)); do for f in $$(go test -list '^Fuzz' $$p | grep '^Fuzz' || true); do \
		echo "$$p $$f"; go test -run '^$$' -fuzz "^$$f$$" -fuzztime $(TIME) -fuzzminimizetime 10x $$p 2>&1 | awk ' \
			{ print } /^ok / { passed = 1 } /Failing input written/ { found = 1 } /^    context deadline exceeded$$/ { late = 1 } \
			END { exit !passed && (found || !late) }' || exit 1; done; done

# Results must be the same bytes on every platform: the same tests under WebAssembly.
wasm:
	GOOS=js GOARCH=wasm go test -exec "$$(go env GOROOT)/lib/wasm/go_js_wasm_exec" -run GoldenBits ./engine
	GOOS=js GOARCH=wasm go vet cmd/tools/speed/testdata/embedded/main.go
	GOOS=linux GOARCH=arm64 go vet ./engine/... ./rules/...

# The same again where processors can multiply and add in one step, which leaves
# out a rounding. The compilers' own listings show each place where they would do
# so: there must be none (engine/METHOD.md, "Floating point"). The tests run as
# amd64 with GOAMD64=v3, if this machine is one, and under an emulator as arm64.
QEMU = qemu-aarch64-static
bits:
	@for with in GOARCH=arm64 "GOARCH=amd64 GOAMD64=v3"; do env GOOS=linux $$with go build -gcflags=-S ./... 2>&1 | awk -v with="$$with" ' \
		/\t(FMULD|V?MULSD)\t/ { listed = 1 } \
		/\t(V?FN?M(ADD|SUB)[0-9]*S?D)\t/ && match($$0, /\([^(]*\.go:[0-9]+/) { places[substr($$0, RSTART+1, RLENGTH-1)] } \
		END { for (p in places) { print "a product and a sum in one step, use exact.Mul or float64(x*y): " p; bad = 1 } \
			if (!listed) { print with ": the compiler listed no code"; bad = 1 } exit bad }' || exit 1; done
	@if [ "$$(go env GOARCH)" = amd64 ]; then echo GOAMD64=v3 go test -run Golden ./engine/...; GOAMD64=v3 go test -run Golden ./engine/...; fi
	@if command -v $(QEMU) >/dev/null; then echo GOARCH=arm64 go test -exec $(QEMU) -run Golden ./engine/...; \
		GOOS=linux GOARCH=arm64 CGO_ENABLED=0 go test -exec $(QEMU) -run Golden ./engine/...; \
	else echo "arm64 was left out: $(QEMU) is not here (Debian: qemu-user-static)"; fi

# The linter is pinned in a module of its own, so it never reaches go.mod.
lint:
	go run -modfile=cmd/tools/go.mod github.com/golangci/golangci-lint/v2/cmd/golangci-lint run ./...

# Mutation tests: the code is broken in small ways, one after another, and the quick tests
# should fail each time. What survives is code that no test holds, or a change without
# effect; kept.txt lists those that nothing should notice. The engine takes hours: ARGS="-for
# 30m" tries what there is time for, by chance, and ARGS="-only list.txt" what a list names.
MUTANTS = nice -n 19 go run -C cmd/tools ./mutants -kept mutants/kept.txt $(ARGS)
mutants mutants-engine: ARGS =
mutants:
	$(MUTANTS) ../.. ./engine/mcda
	$(MUTANTS) ../.. ./engine/elicit

# The core pack is changed in one place after another, 24,000 times in half an hour, and each
# change must be noticed.
mutants-pack:
	AJAR_PACK_MUTANTS=1 go test -v -count=1 -timeout 120m -run MutantsOfTheCorePack ./rules

# The same for the engine and its rooms, each by the tests of all of them.
mutants-engine:
	$(MUTANTS) -skip 'engine/internal/(gen|scribble)/' ../.. ./engine ./engine/internal/...

# How easily a stranger finds the way: names, types, directions between files.
structure:
	go run -C cmd/tools ./structure ../..

tidy:
	go mod tidy -diff

# How the core pack does on documented decisions; the table is kept beside them, and
# how often each word was right, which the reports quote.
validity:
	@go run ./cmd/internal/validity -o profiles/cases/VALIDITY.md -calibration profiles/cases/calibration.json

# Everything that is written by a program is written anew: generated code, golden
# files, the table of validity, the outputs in README.md. Read the difference
# before you commit it.
golden:
	go generate ./...
	$(MAKE) validity
	go test -count=1 -run '^TestGolden' $$(grep -rl 'testkit\.Golden' --include=*_test.go . | xargs -n1 dirname | sort -u) -update
