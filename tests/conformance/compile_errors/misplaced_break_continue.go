//how: refused

package main

func main() {
	break
	continue
	if true {
		break
	}
	switch {
	case true:
		continue
	}
	for {
		func() {
			break
		}()
	}
	fallthrough
}
