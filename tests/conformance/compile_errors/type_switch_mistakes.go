//how: refused

package main

import "fmt"

func main() {
	var v any = 1
	x := v.(type)
	switch y := v.(type) {
	case int:
	case "x":
	}
	switch v.(type) {
	case nil, nil:
	case error, fmt.Stringer, error:
	}
	_ = x
}
