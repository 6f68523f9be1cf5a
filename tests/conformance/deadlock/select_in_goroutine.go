package main

func main() {
	done := make(chan bool)
	a := make(chan int)
	go func() {
		select {
		case <-a:
		case a <- 1:
		}
		done <- true
	}()
	<-done
}
