//how: refused

package main

import "fmt"

func sign(x int) string {
	if x < 0 {
		return "-"
	} else if x == 0 {
		return "0"
	} else {
		fmt.Println(x)
	}
}

func loop() int {
	for i := 0; i < 3; i++ {
		return i
	}
}

func forever(c chan int) int {
	for {
		select {
		case v := <-c:
			return v
		default:
		}
	}
}

func labelled() int {
L:
	for {
		for {
			break L
		}
	}
}

func block() int {
	{
		return 1
	}
}

func sw(x int) int {
	switch x {
	case 1:
		return 1
	default:
		fallthrough
	case 2:
		return 2
	}
}

func sw2(x any) int {
	switch x.(type) {
	case int:
		return 1
	default:
		break
	}
}

func main() {}
