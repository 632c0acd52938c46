# Two commands a newcomer needs: "make run" and "make test".

.PHONY: run test bench lint validity

# Decide a bundled preset, or anything else: make run ARGS="explain"
ARGS ?= decide preset:model_startup
run:
	@go run ./cmd/ajar $(ARGS)

test:
	go test ./...

bench:
	go test -run '^$$' -bench . -benchmem ./engine/...

# The linter is pinned in a module of its own, so it never reaches go.mod.
lint:
	go run -modfile=cmd/tools/go.mod github.com/golangci/golangci-lint/v2/cmd/golangci-lint run ./...

# How the core pack does on documented decisions; the table is kept beside them.
validity:
	@go run ./cmd/internal/validity -o profiles/cases/VALIDITY.md
