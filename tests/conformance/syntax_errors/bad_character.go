//how: refused

package main

func main() {
	x := 5 # 3
	y := “quoted”
}
