package cli_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/engine/report"
)

// Every flip that is listed is real: answering so gives the verdict announced.
func TestListedFlipsAreWhatWhatifGives(t *testing.T) {
	t.Parallel()
	for _, preset := range []string{"preset:model_startup", "preset:cloud_vendor"} {
		var s report.SensitivityResult
		require.NoError(t, json.Unmarshal([]byte(good(t, cli.Surroundings{}, "sensitivity", preset, "--format", "json")), &s))
		require.NotEmpty(t, s.Flips.Facts)
		for i, f := range s.Flips.Facts {
			if i%5 == 0 || len(f.Set) == 2 { // some of each kind; the engine's own tests try all
				var sets []string
				for id, value := range f.Set {
					text, ok := value.(string)
					if !ok { // of a set, a list as a file has it
						data, err := json.Marshal(value)
						require.NoError(t, err)
						text = string(data)
					}
					sets = append(sets, id+"="+text)
				}
				requireChange(t, preset, sets, f.Option, string(f.Stance))
			}
		}
		for _, p := range s.Priorities {
			for _, f := range p.FlipWeights[:min(1, len(p.FlipWeights))] {
				option, stance := &f.To, ""
				if f.To == "no_basis" {
					option, stance = nil, f.To
				}
				requireChange(t, preset, []string{fmt.Sprintf("%s=%v", p.ID, f.At)}, option, stance)
			}
		}
	}
}

// requireChange wants what --set gives; a stance of "" may be any.
func requireChange(t *testing.T, preset string, sets []string, option *string, stance string) {
	t.Helper()
	args := []string{"whatif", preset, "--format", "json"}
	slices.Sort(sets)
	for _, set := range sets {
		args = append(args, "--set", set)
	}
	var c report.WhatIfResult
	require.NoError(t, json.Unmarshal([]byte(good(t, cli.Surroundings{}, args...)), &c))
	require.Equal(t, option, c.After.Option, sets)
	if stance != "" {
		require.Equal(t, stance, string(c.After.Stance), sets)
	}
}
