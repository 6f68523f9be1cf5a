// The address of the fault is where the method would stand in the table of methods of an interface value that has none.
package main

import "fmt"

type logger interface {
	Flush()
	Log(string)
}

func main() {
	loggers := map[string]logger{}
	defer fmt.Println("deferred")
	loggers["main"].Log("hello")
}
