//how: refused

package main

func a() (n int, string) { return 1, "" }
func b() (int, err error) { return 1, nil }
func main() {}
