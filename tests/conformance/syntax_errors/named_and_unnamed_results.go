//how: refused

package main

func a() (n int, string) { return 1, "" }

func main() {}
