//how: refused
package

import "fmt"

func main() {
	fmt.Println("x")
}
