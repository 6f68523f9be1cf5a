package main

type C complex64

func main() {
	var zs []complex128
	defer func() { panic(C(0.1 + 1e7i)) }()
	zs[2] *= 3
}
