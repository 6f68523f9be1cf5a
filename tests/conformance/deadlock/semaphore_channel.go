package main

func main() {
	sem := make(chan struct{}, 1)
	sem <- struct{}{}
	go func() {
		sem <- struct{}{}
	}()
	sem <- struct{}{}
}
