package main

import (
	"fmt"
	"strconv"
)

func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func main() {
	fmt.Println(Must(strconv.Atoi("12")))
	fmt.Println(Must(strconv.Atoi("twelve")))
}
