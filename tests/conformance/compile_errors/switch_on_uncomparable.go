//how: refused

package main

type T struct{ s []int }

func main() {
	switch []int{1} {
	}
	f := func() {}
	switch f {
	case nil:
	case f:
	}
	switch (T{}) {
	case T{}:
	}
	var m map[string]int
	switch m {
	case nil:
	}
}
