//how: refused

package main

func f() {
	break
}

func g() {
	continue
}

func h(c chan int) {
	select {
	case <-c:
		break
		continue
	}
}

func k() {
	for range 3 {
		go func() { continue }()
	}
	if true {
		break
	}
}

func main() {}
