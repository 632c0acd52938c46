// Package documents has the JSON documents that the command ajar writes, as Go
// types for programs that read them, and the JSON Schema of each. Recommendations,
// what-ifs and sensitivities are the types of package report; [All] lists them too.
//
// Every key is always there: what is not filled is null, or [] for a list. Keys may be
// added; none changes its meaning without a new name in the key schema. Ids and
// keys are the contract, texts are not.
package documents
