//how: refused

package main

func main[T any]() {}

func init[T any]() {}
