package main

import (
	"fmt"
	"os"
	"sort"
	"strings"
)

func main() {
	os.Clearenv()
	os.Setenv("FOO", "1")
	os.Setenv("BAR_2", "two")
	fmt.Println("FOO:", os.Getenv("FOO"), "BAZ:", os.Getenv("BAZ"), os.Setenv("a=b", ""), os.Setenv("", "x"))
	v, ok := os.LookupEnv("BAR_2")
	fmt.Println(v, ok)
	all := os.Environ()
	sort.Strings(all)
	for _, e := range all {
		pair := strings.SplitN(e, "=", 2)
		fmt.Println(pair[0], pair[1])
	}
	fmt.Println(os.ExpandEnv("$FOO-${BAR_2}-$BAR_2x-$$-$-${}-${FOO"), os.Expand("hi ${name}$!", strings.ToUpper))
	os.Unsetenv("FOO")
	_, ok = os.LookupEnv("FOO")
	fmt.Println(ok, len(os.Environ()))
}
