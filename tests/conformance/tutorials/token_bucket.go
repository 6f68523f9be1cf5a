//how: synctest

package main

import (
	"fmt"
	"math"
	"sync"
	"time"
)

type Limiter struct {
	mu     sync.Mutex
	tokens float64
	rate   float64
	burst  float64
	last   time.Time
}

func NewLimiter(rate, burst float64) *Limiter {
	return &Limiter{tokens: burst, rate: rate, burst: burst, last: time.Now()}
}

func (l *Limiter) Allow() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	l.tokens = math.Min(l.burst, l.tokens+now.Sub(l.last).Seconds()*l.rate)
	l.last = now
	if l.tokens < 1 {
		return false
	}
	l.tokens--
	return true
}

func main() {
	l := NewLimiter(2, 3)
	allowed := 0
	for i := range 20 {
		if l.Allow() {
			allowed++
			fmt.Print(i, " ")
		}
		time.Sleep(125 * time.Millisecond)
	}
	fmt.Println("allowed", allowed)
}
