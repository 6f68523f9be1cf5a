package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

type IPAddr [4]byte

func (ip IPAddr) String() string {
	parts := make([]string, len(ip))
	for i, b := range ip {
		parts[i] = strconv.Itoa(int(b))
	}
	return strings.Join(parts, ".")
}

type ErrNegativeSqrt float64

func (e ErrNegativeSqrt) Error() string {
	return fmt.Sprintf("cannot Sqrt negative number: %v", float64(e))
}

func Sqrt(x float64) (float64, error) {
	if x < 0 {
		return 0, ErrNegativeSqrt(x)
	}
	z := 1.0
	for math.Abs(z*z-x) > 1e-12 {
		z -= (z*z - x) / (2 * z)
	}
	return z, nil
}

func main() {
	hosts := map[string]IPAddr{"loopback": {127, 0, 0, 1}, "dns": {8, 8, 8, 8}}
	for _, name := range []string{"dns", "loopback"} {
		fmt.Printf("%v: %v\n", name, hosts[name])
	}
	fmt.Println(hosts)
	fmt.Println(Sqrt(2))
	fmt.Println(Sqrt(-2))
}
