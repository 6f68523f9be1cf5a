//how: refused

package main

func Add[T any](a, b T) T            { return a + b }
func Less[T comparable](a, b T) bool { return a < b }
func Eq[T any](a, b T) bool          { return a == b }
func Len[T any](s T) int             { return len(s) }
func Zero[T any]() T                 { return nil }
func Num[T ~int | ~string](a T) T    { return a - a }

func main() {}
