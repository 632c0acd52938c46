package rules_test

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// Whatever the core pack says, but for its prose, stands in a file that is read when it
// changes: each number, condition, list and order has its line, with the rule before it.
func TestGoldenCoreContent(t *testing.T) {
	t.Parallel()
	testkit.Golden(t, "testdata/core_content.golden", listContent(rules.Core()))
}

// listContent lists what a pack says, a line each, without places and prose.
func listContent(p *rules.Pack) string {
	c := *p
	c.Digest, c.Sources, c.Terms = "", nil, nil // prose, and what is worked out of all else
	var b strings.Builder
	addContent(&b, "", reflect.ValueOf(c))
	return b.String()
}

// addContent adds lines "where = what".
func addContent(b *strings.Builder, where string, v reflect.Value) {
	switch x := v.Interface().(type) {
	case diag.Pos, rules.Text:
		return
	case rules.Condition:
		fmt.Fprintf(b, "%s = %s\n", where, formatCondition(&x))
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			addContent(b, where, v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; name != "ID" && name != "Key" { // they name the entry
				addContent(b, strings.TrimPrefix(where+"."+name, "."), v.Field(i))
			}
		}
	case reflect.Slice:
		var names []string
		for i := range v.Len() {
			name := nameEntry(v.Index(i))
			if names = append(names, name); name == "" {
				name = strconv.Itoa(i)
			}
			addContent(b, where+"["+name+"]", v.Index(i))
		}
		if v.Len() > 0 && names[0] != "" {
			fmt.Fprintf(b, "%s in order = %s\n", where, strings.Join(names, " "))
		}
	default:
		if !v.IsZero() {
			fmt.Fprintf(b, "%s = %v\n", where, v.Interface())
		}
	}
}

// nameEntry gives the id or key of an entry of a list, "" if it has none.
func nameEntry(v reflect.Value) string {
	if v.Kind() == reflect.Struct {
		for _, name := range []string{"ID", "Key"} {
			if id := v.FieldByName(name); id.IsValid() && id.Kind() == reflect.String {
				return id.String()
			}
		}
	}
	return ""
}

// formatCondition writes a condition on one line.
func formatCondition(c *rules.Condition) string {
	if c.Op == rules.Compare {
		text := c.Fact + " " + string(c.Test) + " " + strings.Join(c.Values, ",")
		if c.Precaution {
			text += " by precaution"
		}
		return text
	}
	parts := make([]string, len(c.Of))
	for i := range c.Of {
		parts[i] = formatCondition(&c.Of[i])
	}
	name := map[rules.Op]string{rules.All: "all", rules.Any: "any", rules.Not: "not"}[c.Op]
	return name + "(" + strings.Join(parts, "; ") + ")"
}
