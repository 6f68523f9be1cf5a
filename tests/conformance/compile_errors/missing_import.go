//how: refused

package main

func main() {
	fmt.Println("hi")
	var wg sync.WaitGroup
	wg.Wait()
}
