package main

import "fmt"

func main() {
	for y := 1.0; y >= -1; y -= 0.25 {
		for x := -2.0; x <= 0.6; x += 0.05 {
			c := complex(x, y)
			z := complex(0, 0)
			n := 0
			for ; n < 100 && real(z)*real(z)+imag(z)*imag(z) < 4; n++ {
				z = z*z + c
			}
			fmt.Print(string(" .:-=+*#%@"[n*9/100]))
		}
		fmt.Println()
	}
}
