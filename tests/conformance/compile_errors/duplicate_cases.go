//how: refused

package main

func main() {
	x := 1
	switch x {
	case 1:
	case 2, 1:
	case 2:
	}
	switch s := "a"; s {
	case "a", "a":
	}
	switch any(x).(type) {
	case int:
	case string, int:
	}
	switch {
	default:
	default:
	}
}
