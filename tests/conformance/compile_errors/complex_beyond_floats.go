//how: refused

package main

import "fmt"

const tiny = 1e-400i
const huge = 1e300i * 1e300i

func main() {
	fmt.Println(tiny == 0, 08.5i, 0_1i, 0x_1fi, 1_000.5e-3i, 0xp1i)
	var z complex128 = huge
	_ = z
}
