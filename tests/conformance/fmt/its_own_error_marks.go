package main

import "fmt"

func main() {
	args := []any{}
	format := "%d %s\n"
	fmt.Printf("%d\n", "x")
	fmt.Printf("%s\n", 5)
	fmt.Printf(format, append(args, 1)...)
	fmt.Printf("%d\n", append(args, 1, 2, "c")...)
	fmt.Printf("%!\n", args...)
	fmt.Printf("%z %y\n", append(args, 1, "a")...)
	fmt.Printf("%d %d\n", append(args, []int{1}, map[string]int{"a": 1})...)
	fmt.Printf("%t %f %c\n", append(args, 1, "a", "b")...)
	fmt.Printf("%[3]d %[1]d %d\n", append(args, 1, 2, 3)...)
	fmt.Printf("%[5]d\n", append(args, 1)...)
	fmt.Printf("%[x]d %[]d\n", append(args, 1)...)
	fmt.Printf("%s %d\n", append(args, nil, nil)...)
	fmt.Printf("%.2d|%*d\n", append(args, 1.5, "w", 3)...)
	fmt.Printf("%s\n", struct {
		A int
		B string
	}{1, "b"})
	fmt.Printf("%d%%\n", 50)
	fmt.Printf("%x %q\n", append(args, 1.5, true)...)
	fmt.Printf("%s|%v", append(args, true, true)...)
	fmt.Printf("end %")
	fmt.Println()
}
