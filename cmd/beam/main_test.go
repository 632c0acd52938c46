package main

import (
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/passert"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
)

func TestMain(m *testing.M) { ptest.Main(m) }

// The pipeline runs on Prism, which workers of other runners speak with in the same way.
func TestPipeline(t *testing.T) {
	p, s, lines := ptest.CreateList([]string{
		`{"name":"a","priorities":{"adoption_reach":9},"facts":{"kind":"software"}}`,
		`{"name":"b","facts":{"kind":"modle"}}`,
	})
	passert.Equals(s, decideAll(s, lines),
		`{"name":"a","form":"open_permissive","option":"open_permissive","split":"","stance":"open","ready":true}`,
		`{"name":"","mistakes":"line:1:29: AJ206 \"modle\" is not a value of \"kind\"; did you mean \"model\"?; allowed: software, model, both, unknown, na","option":"","split":"","stance":"","ready":false}`)
	ptest.RunAndValidate(t, p)
}
