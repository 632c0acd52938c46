package profiles_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/lang"
)

// bad is one mistake, or several, with what is said about them. A format that
// cannot make the mistake has no text.
type bad struct {
	name             string
	yaml, json, toml string
	// want holds "line:col CODE suggestion" of each diagnostic by format; one
	// alone stands for all formats.
	want []string
}

var badFiles = []bad{
	{
		"unknown fact", "facts:\n  hosting_rival: none\n", `{"facts": {"hosting_rival": "none"}}`, "[facts]\nhosting_rival = 'none'\n",
		[]string{"2:3 AJ203 hosting_rivals", "1:12 AJ203 hosting_rivals", "2:1 AJ203 hosting_rivals"},
	},
	{
		"unknown priority", "priorities:\n  adoption_rech: 3\n", `{"priorities": {"adoption_rech": 3}}`, "priorities.adoption_rech = 3\n",
		[]string{"2:3 AJ202 adoption_reach", "1:17 AJ202 adoption_reach", "1:12 AJ202 adoption_reach"},
	},
	{
		"a priority among the facts", "facts: {data_privacy: 3}\n", `{"facts": {"data_privacy": 3}}`, "facts.data_privacy = 3\n",
		[]string{"1:9 AJ204", "1:12 AJ204", "1:7 AJ204"},
	},
	{
		"a fact among the priorities", "priorities: {kind: model}\n", `{"priorities": {"kind": "model"}}`, "priorities.kind = 'model'\n",
		[]string{"1:14 AJ205", "1:17 AJ205", "1:12 AJ205"},
	},
	{
		"without a section", "kind: model\ndata_privacy: 3\n", "{\"kind\": \"model\",\n\"data_privacy\": 3}", "kind = 'model'\ndata_privacy = 3\n",
		[]string{"1:1 AJ205; 2:1 AJ204", "1:2 AJ205; 2:1 AJ204", "1:1 AJ205; 2:1 AJ204"},
	},
	{
		"misspelt value", "facts:\n  kind: modle\n", `{"facts": {"kind": "modle"}}`, "[facts]\nkind = 'modle'\n",
		[]string{"2:9 AJ206 model", "1:20 AJ206 model", "2:8 AJ206 model"},
	},
	{
		"yes for a truth value", "facts:\n  must_recoup: yes\n", `{"facts": {"must_recoup": "yes"}}`, "facts.must_recoup = 'yes'\n",
		[]string{"2:16 AJ216 true", "1:27 AJ216 true", "1:21 AJ216 true"},
	},
	{
		"no for a truth value", "facts: {must_recoup: no}\n", `{"facts": {"must_recoup": "No"}}`, "facts.must_recoup = 'n'\n",
		[]string{"1:22 AJ216 false", "1:27 AJ216 false", "1:21 AJ216 false"},
	},
	{
		"a quoted truth value", "facts: {must_recoup: \"true\"}\n", `{"facts": {"must_recoup": "true"}}`, "facts.must_recoup = 'true'\n",
		[]string{"1:22 AJ216 true", "1:27 AJ216 true", "1:21 AJ216 true"},
	},
	{
		"a truth value for no", "facts: {rights_cleared: false}\n", `{"facts": {"rights_cleared": false}}`, "facts.rights_cleared = false\n",
		[]string{"1:25 AJ206 no", "1:30 AJ206 no", "1:24 AJ206 no"},
	},
	{
		"weight below", "priorities: {data_privacy: -1}\n", `{"priorities": {"data_privacy": -1}}`, "priorities.data_privacy = -1\n",
		[]string{"1:28 AJ224", "1:33 AJ224", "1:27 AJ224"},
	},
	{
		"weight above", "priorities: {data_privacy: 11}\n", `{"priorities": {"data_privacy": 11}}`, "priorities.data_privacy = 11\n",
		[]string{"1:28 AJ224", "1:33 AJ224", "1:27 AJ224"},
	},
	{
		"weight that is no number", "priorities: {data_privacy: .nan}\n", "", "priorities.data_privacy = nan\n",
		[]string{"1:28 AJ224", "", "1:27 AJ224"},
	},
	{
		"weight without end", "priorities: {data_privacy: .inf}\n", `{"priorities": {"data_privacy": 1e999}}`, "priorities.data_privacy = inf\n",
		[]string{"1:28 AJ224", "1:33 AJ224", "1:27 AJ224"},
	},
	{
		"text for a weight", "priorities: {data_privacy: high}\n", `{"priorities": {"data_privacy": "8"}}`, "priorities.data_privacy = '8'\n",
		[]string{"1:28 AJ208", "1:33 AJ208", "1:27 AJ208"},
	},
	{
		"unknown for a weight", "priorities: {data_privacy: unknown}\n", `{"priorities": {"data_privacy": "na"}}`, "priorities.data_privacy = 'na'\n",
		[]string{"1:28 AJ226", "1:33 AJ226", "1:27 AJ226"},
	},
	{
		"null", "priorities:\n  data_privacy:\nfacts: {kind: null}\nname: ~\n", `{"priorities": {"data_privacy": null}, "facts": {"kind": null}, "name": null}`, "",
		[]string{"2:16 AJ209; 3:15 AJ209; 4:7 AJ209", "1:33 AJ209; 1:58 AJ209; 1:73 AJ209", ""},
	},
	{
		"null in the long form", "facts: {kind: {value: null, note: null}}\n", `{"facts": {"kind": {"value": null, "note": null}}}`, "",
		[]string{"1:23 AJ209; 1:35 AJ209", "1:30 AJ209; 1:44 AJ209", ""},
	},
	{
		"duplicate keys", "facts:\n  kind: model\n  kind: software\nfacts: {}\n", "{\"facts\": {\"kind\": \"model\",\n\"kind\": \"both\"},\n\"facts\": {}}",
		"[facts]\nkind = 'model'\nkind = 'both'\n[facts]\n",
		[]string{"3:3 AJ017; 4:1 AJ017", "2:1 AJ017; 3:1 AJ017", "3:1 AJ017; 4:2 AJ017"},
	},
	{"tab indent", "facts:\n\tkind: model\n", "", "", []string{"2:1 AJ013"}},
	{"empty", "", "", "", []string{" AJ010"}},
	{"nothing but a remark", "# nothing\n", "", "# nothing\n", []string{" AJ010", "", " AJ010"}},
	{"not UTF-8", "name: caf\xe9\n", "{\"name\": \"\xff\"}", "name = '\xff'\n", []string{"1:10 AJ012", "1:11 AJ012", "1:9 AJ012"}},
	{"UTF-16", "\xff\xfea\x00", "\xff\xfea\x00", "\xff\xfea\x00", []string{"1:1 AJ012"}},
	{"zero byte", "name: a\x00\n", "{\"name\": \"\x00\"}", "name = '\x00'\n", []string{"1:8 AJ021", "1:11 AJ021", "1:9 AJ021"}},
	{"zero byte in a later line", "name: a\n# 模\x00\n", "{\"name\":\n \"模\x00\"}", "name = 'a'\n# 模\x00\n", []string{"2:4 AJ021"}},
	{"two documents", "ajar: 1\n---\najar: 1\n", "", "", []string{"2 AJ015"}},
	{"alias", "name: &n falcon\ntitle: *n\n", "", "", []string{"1:7 AJ016; 2:8 AJ016"}},
	{"merge key", "facts:\n  <<: {kind: model}\n", "", "", []string{"2:3 AJ016"}},
	{"tag", "name: !!str 5\n", "", "", []string{"1:7 AJ016"}},
	{"syntax", "facts: {kind: model\n", `{"facts": {"kind": "model"}`, "[facts\n", []string{"1 AJ014", "1:27 AJ014", "1:7 AJ014"}},
	{"later format", "ajar: 2\nnew_key: 5\n", `{"ajar": 2, "new_key": 5}`, "ajar = 2\nnew_key = 5\n", []string{"1:7 AJ214", "1:10 AJ214", "1:8 AJ214"}},
	{"format in words", "ajar: one\n", `{"ajar": "1"}`, "ajar = '1'\n", []string{"1:7 AJ214", "1:10 AJ214", "1:8 AJ214"}},
	{"a list", "- 1\n", "[1]", "", []string{"1:1 AJ215"}},
	{"a word", "model\n", `"model"`, "", []string{"1:1 AJ215"}},
	{
		"unknown keys", "prioritys: {}\nfacts: {kind: {value: model, nota: x}}\n", "{\"prioritys\": {},\n\"facts\": {\"kind\": {\"value\": \"model\", \"nota\": 1}}}",
		"prioritys = {}\nfacts.kind = {value = 'model', nota = 1}\n",
		[]string{"1:1 AJ201 priorities; 2:30 AJ201 note", "1:2 AJ201 priorities; 2:38 AJ201 note", "1:1 AJ201 priorities; 2:32 AJ201 note"},
	},
	{
		"long form without a value", "facts: {kind: {sure: low}}\n", `{"facts": {"kind": {"sure": "low"}}}`, "facts.kind = {sure = 'low'}\n",
		[]string{"1:15 AJ207", "1:20 AJ207", "1:14 AJ207"},
	},
	{
		"several values", "facts:\n  kind: [model, both]\n", `{"facts": {"kind": {"value": ["model"]}}}`, "facts.kind = ['model']\n",
		[]string{"2:9 AJ228", "1:30 AJ228", "1:7 AJ228"},
	},
	{
		"wrong kinds", "name: 5\nfacts: []\nlimits: {}\nextends: preset:cloud_vendor\n", "{\"name\": 5,\n\"facts\": [],\n\"limits\": {},\n\"extends\": \"x\"}",
		"name = 5\nfacts = []\nextends = 'x'\nlimits = {}\n",
		[]string{"1:7 AJ212; 2:8 AJ210; 3:9 AJ211; 4:10 AJ211", "1:10 AJ212; 2:10 AJ210; 3:11 AJ211; 4:12 AJ211", "1:8 AJ212; 2:1 AJ210; 3:11 AJ211; 4:10 AJ211"},
	},
	{
		"limits", "limits:\n  - {exclude: [open_modle]}\n  - {because: x}\n", "{\"limits\": [{\"exclude\": [\"open_modle\"]},\n{\"because\": \"x\"}]}",
		"[[limits]]\nexclude = ['open_modle']\n[[limits]]\nbecause = 'x'\n",
		[]string{
			"2:5 AJ207; 2:16 AJ217 open_model; 3:5 AJ207", "1:13 AJ207; 1:26 AJ217 open_model; 2:1 AJ207",
			"1:3 AJ207; 2:12 AJ217 open_model; 3:3 AJ207",
		},
	},
	{
		"top texts", "rules: core\nreview_by: 2027-13-01\nweights_sure: very\nextends: [preset:cloud_vender]\n",
		"{\"rules\": \"core\",\n\"review_by\": \"1 May\",\n\"weights_sure\": \"fairy\",\n\"extends\": [\"preset:cloud_vender\"]}",
		"rules = 'core'\nreview_by = 2027-05-01T00:00:00Z\nweights_sure = ''\nextends = ['preset:cloud_vender']\n",
		[]string{
			"1:8 AJ213; 2:12 AJ218; 3:15 AJ206; 4:11 AJ221 cloud_vendor",
			"1:11 AJ213; 2:14 AJ218; 3:17 AJ206 fairly; 4:13 AJ221 cloud_vendor",
			"1:9 AJ213; 2:13 AJ218; 3:16 AJ206; 4:12 AJ221 cloud_vendor",
		},
	},
	{
		"sureness", "facts: {kind: {value: model, sure: hihg}}\n", `{"facts": {"kind": {"value": "model", "sure": 1}}}`, "facts.kind = {value='model', sure='hihg'}\n",
		[]string{"1:36 AJ206 high", "1:47 AJ212", "1:35 AJ206 high"},
	},
	{
		"columns count characters", "facts: {kind: {note: \"模型\", value: modle}}\n", `{"about": "模型", "facts": {"kind": "modle"}}`, "facts.kind = {note = '模型', value = 'modle'}\n",
		[]string{"1:35 AJ206 model", "1:35 AJ206 model", "1:36 AJ206 model"},
	},
}

func (b *bad) texts() map[profiles.Format]string {
	return map[profiles.Format]string{profiles.YAML: b.yaml, profiles.JSON: b.json, profiles.TOML: b.toml}
}

// brief gives a list as the table above writes it.
func brief(list diag.List) string {
	var out []string
	for _, d := range list {
		s := strings.TrimPrefix(d.Pos.String(), "x") + " " + d.Code
		if d.Suggest != "" {
			s += " " + d.Suggest
		}
		out = append(out, strings.TrimPrefix(s, ":"))
	}
	return strings.Join(out, "; ")
}

func TestBadFiles(t *testing.T) {
	t.Parallel()
	for _, tc := range badFiles {
		for i, f := range formats {
			text := tc.texts()[f]
			if text == "" && tc.yaml != "" {
				continue
			}
			t.Run(tc.name+"/"+string(f), func(t *testing.T) {
				t.Parallel()
				want := tc.want[0]
				if len(tc.want) > 1 {
					want = tc.want[i]
				}
				_, err := profiles.Read(strings.NewReader(text), "x", f)
				list, ok := diag.From(err)
				require.True(t, ok, "%v", err)
				require.Equal(t, want, brief(list), list)
				requireReadable(t, list)
			})
		}
	}
}

// requireReadable asks for messages without a gap in either language.
func requireReadable(t *testing.T, list diag.List) {
	t.Helper()
	for _, d := range list {
		d.Args = maps.Clone(d.Args)
		for key := range d.Args {
			d.Args[key] = "text" // what a file says may look like a gap
		}
		for _, code := range lang.All() {
			text := d.Message(code) + d.Hint(code)
			require.NotEmpty(t, d.Message(code), d.Code)
			require.NotEmpty(t, d.Hint(code), d.Code)
			require.NotRegexp(t, `\{[a-z]+\}`, text, d.Code)
		}
	}
}
