//how: refused
package main

import (
	"fmt"
	"math"
	"os"
	"strings"
	"time"
)

func main() {
	fmt.println(math.sqrt(4), math.floor(1.5), strings.toUpper("a"))
	fmt.errorf("x")
	time.sleep(1)
	time.now()
	os.exit(1)
	math.pi = 3
}
