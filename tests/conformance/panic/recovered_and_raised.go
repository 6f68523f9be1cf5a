package main

func main() {
	defer func() {
		err := recover()
		defer func() {
			panic(err)
		}()
		panic("middle")
	}()
	var m map[int]int
	m[1]++
}
