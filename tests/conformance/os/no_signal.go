package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGINT, syscall.SIGTERM)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	select {
	case s := <-sigs:
		fmt.Println(s)
	case <-ctx.Done():
	case <-time.After(10 * time.Millisecond):
		fmt.Println("no signal")
	}
	signal.Stop(sigs)
}
