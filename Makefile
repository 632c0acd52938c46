# Two commands a newcomer needs: "make run" and "make test".

.PHONY: run test long bench lint validity

# Decide a bundled preset, or anything else: make run ARGS="explain"
ARGS ?= decide preset:model_startup
run:
	@go run ./cmd/ajar $(ARGS)

test:
	go test ./...

# The comparisons with sampling again, with a million samples each.
long:
	AJAR_LONG_TESTS=1 go test -timeout 60m -run 'Sampling|Dirichlet' ./engine/...

bench:
	go test -run '^$$' -bench . -benchmem ./engine/...

# The linter is pinned in a module of its own, so it never reaches go.mod.
lint:
	go run -modfile=cmd/tools/go.mod github.com/golangci/golangci-lint/v2/cmd/golangci-lint run ./...

# How the core pack does on documented decisions; the table is kept beside them.
validity:
	@go run ./cmd/internal/validity -o profiles/cases/VALIDITY.md
