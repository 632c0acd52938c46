package bench

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cel.dev/cel-go/cel"
	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
	"github.com/hyperjumptech/grule-rule-engine/ast"
	"github.com/hyperjumptech/grule-rule-engine/builder"
	"github.com/hyperjumptech/grule-rule-engine/engine"
	"github.com/hyperjumptech/grule-rule-engine/pkg"
	opa "github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/ajar-decision/ajar/rules"
)

// peer evaluates all conditions of a pack for one input and gives the truth of each.
// What depends on the input alone is prepared by bind, which is not timed.
type peer struct {
	name string
	// bind takes an input in and gives what evaluates it.
	bind func(input map[string]any) (evaluate func(truths []bool) error)
}

// makePeers translates and compiles the conditions for all engines.
func makePeers(pack *rules.Pack, conditions []*rules.Condition) ([]peer, error) {
	var out []peer
	for _, make := range []func(*rules.Pack, []*rules.Condition) (peer, error){makeExpr, makeCEL, makeOPA, makeGrule} {
		p, err := make(pack, conditions)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		out = append(out, p)
	}
	return out, nil
}

func makeExpr(pack *rules.Pack, conditions []*rules.Condition) (peer, error) {
	p := peer{name: "expr"}
	_, answers := drawAnswers(pack, 0)
	environment := inputOf(pack, answers)
	n := infix(`%s in [%s]`, `%[2]q in %[1]s`, `len(%s) == 1`)
	programs := make([]*vm.Program, len(conditions))
	for i, c := range conditions {
		var err error
		if programs[i], err = expr.Compile(n.write(pack, c), expr.Env(environment), expr.AsBool()); err != nil {
			return p, err
		}
	}
	p.bind = func(input map[string]any) func([]bool) error {
		machine := vm.VM{}
		return func(truths []bool) error {
			for i, program := range programs {
				out, err := machine.Run(program, input)
				if err != nil {
					return err
				}
				truths[i] = out.(bool)
			}
			return nil
		}
	}
	return p, nil
}

func makeCEL(pack *rules.Pack, conditions []*rules.Condition) (peer, error) {
	p := peer{name: "cel-go"}
	var options []cel.EnvOption
	for i := range pack.Facts {
		kind := cel.StringType
		if pack.Facts[i].Type == rules.SetFact {
			kind = cel.ListType(cel.StringType)
		}
		options = append(options, cel.Variable(pack.Facts[i].ID, kind))
	}
	environment, err := cel.NewEnv(options...)
	if err != nil {
		return p, err
	}
	n := infix(`%s in [%s]`, `%[2]q in %[1]s`, `size(%s) == 1`)
	programs := make([]cel.Program, len(conditions))
	for i, c := range conditions {
		tree, issues := environment.Compile(n.write(pack, c))
		if issues.Err() != nil {
			return p, issues.Err()
		}
		if programs[i], err = environment.Program(tree, cel.EvalOptions(cel.OptOptimize)); err != nil {
			return p, err
		}
	}
	p.bind = func(input map[string]any) func([]bool) error {
		bound, err := cel.NewActivation(input)
		return func(truths []bool) error {
			if err != nil {
				return err
			}
			for i, program := range programs {
				out, _, err := program.Eval(bound)
				if err != nil {
					return err
				}
				truths[i] = out.Value().(bool)
			}
			return nil
		}
	}
	return p, nil
}

// makeOPA writes one rule a condition. What is joined by "or" or negated gets rules of
// its own, as Rego wants it.
func makeOPA(pack *rules.Pack, conditions []*rules.Condition) (peer, error) {
	p := peer{name: "OPA"}
	var module strings.Builder
	module.WriteString("package pack\nimport rego.v1\n")
	helpers := 0
	n := &notation{
		isAny: func(fact string, values []string) string {
			return fmt.Sprintf("input.%s in {%s}", fact, quoteAll(values))
		},
		hasAny: func(fact string, values []string) string {
			return fmt.Sprintf("count([m | some m in input.%s; m in {%s}]) > 0", fact, quoteAll(values))
		},
		isOne: func(fact string) string { return fmt.Sprintf("count(input.%s) == 1", fact) },
	}
	define := func(bodies ...string) string {
		helpers++
		name := fmt.Sprintf("h%d", helpers)
		for _, body := range bodies {
			fmt.Fprintf(&module, "%s if { %s }\n", name, body)
		}
		return name
	}
	n.not = func(part string) string { return "not " + define(part) }
	n.join = func(op rules.Op, parts []string) string {
		switch {
		case len(parts) == 1:
			return parts[0]
		case op == rules.Any:
			return define(parts...)
		}
		return strings.Join(parts, "; ")
	}
	var all []string
	for i, c := range conditions {
		fmt.Fprintf(&module, "c%d if { %s }\n", i, n.write(pack, c))
		fmt.Fprintf(&module, "default c%d := false\n", i)
		all = append(all, fmt.Sprintf("c%d", i))
	}
	fmt.Fprintf(&module, "all := [%s]\n", strings.Join(all, ", "))
	query, err := rego.New(rego.Query("x = data.pack.all"), rego.Module("pack.rego", module.String())).PrepareForEval(context.Background())
	if err != nil {
		return p, err
	}
	p.bind = func(input map[string]any) func([]bool) error {
		value, err := opa.InterfaceToValue(input)
		return func(truths []bool) error {
			if err != nil {
				return err
			}
			out, err := query.Eval(context.Background(), rego.EvalParsedInput(value))
			if err != nil {
				return err
			}
			for i, truth := range out[0].Bindings["x"].([]any) {
				truths[i] = truth.(bool)
			}
			return nil
		}
	}
	return p, nil
}

// gruleFacts is what the rules of grule read and write.
type gruleFacts struct {
	Answers map[string]string
	Members map[string]map[string]bool
	Truths  []bool
}

// IsAny reports whether a fact has one of some values.
func (f *gruleFacts) IsAny(fact string, values ...string) bool {
	return slices.Contains(values, f.Answers[fact])
}

// Has reports whether a set has a member.
func (f *gruleFacts) Has(fact, value string) bool { return f.Members[fact][value] }

// IsOne reports whether a set has one member.
func (f *gruleFacts) IsOne(fact string) bool { return len(f.Members[fact]) == 1 }

// Found keeps that a condition holds.
func (f *gruleFacts) Found(i int64) { f.Truths[i] = true }

func makeGrule(pack *rules.Pack, conditions []*rules.Condition) (peer, error) {
	p := peer{name: "grule"}
	n := infix(`F.IsAny(%q, %s)`, `F.Has(%q, %q)`, `F.IsOne(%q)`)
	var text strings.Builder
	for i, c := range conditions {
		fmt.Fprintf(&text, "rule R%d { when %s then F.Found(%d); Retract(\"R%d\"); }\n", i, n.write(pack, c), i, i)
	}
	library := ast.NewKnowledgeLibrary()
	if err := builder.NewRuleBuilder(library).BuildRuleFromResource("pack", "1", pkg.NewBytesResource([]byte(text.String()))); err != nil {
		return p, err
	}
	runner := &engine.GruleEngine{MaxCycle: uint64(len(conditions)) + 1}
	p.bind = func(input map[string]any) func([]bool) error {
		facts := &gruleFacts{Answers: map[string]string{}, Members: map[string]map[string]bool{}}
		for id, value := range input {
			switch value := value.(type) {
			case string:
				facts.Answers[id] = value
			case []string:
				facts.Members[id] = map[string]bool{}
				for _, member := range value {
					facts.Members[id][member] = true
				}
			}
		}
		knowledge, err := library.NewKnowledgeBaseInstance("pack", "1")
		return func(truths []bool) error {
			if err != nil {
				return err
			}
			clear(truths)
			facts.Truths = truths
			context := ast.NewDataContext()
			if err := context.Add("F", facts); err != nil {
				return err
			}
			return runner.Execute(context, knowledge)
		}
	}
	return p, nil
}
