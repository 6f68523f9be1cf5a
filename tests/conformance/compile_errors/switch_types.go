//how: refused

package main

func main() {
	x := 1
	switch x {
	case "a":
	case 1.5:
	case true:
	case nil:
	}
	switch {
	case 1:
	}
	var e error
	switch e {
	case 5:
	}
	switch y := x.(type) {
	}
	switch any(x).(type) {
	case 5:
	case Missing:
	}
}
