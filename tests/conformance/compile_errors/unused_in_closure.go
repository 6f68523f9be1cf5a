//how: refused

package main

func main() {
	go func() {
		n := 3
	}()
	if v := 1; true {
	}
	switch t := any(1).(type) {
	case int:
	}
}
