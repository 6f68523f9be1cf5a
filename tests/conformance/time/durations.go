package main

import (
	"fmt"
	"time"
)

func main() {
	for _, d := range []time.Duration{0, 1, 999, 1500, 2 * time.Microsecond, 1500 * time.Microsecond, time.Millisecond * 20,
		1234567890, time.Second, 90 * time.Second, time.Hour + 30*time.Minute, 100*time.Hour + time.Millisecond, -5 * time.Second, 1<<63 - 1} {
		fmt.Println(d)
	}
	d := 90*time.Minute + 30*time.Second + 250*time.Millisecond
	fmt.Println(d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Microseconds(), d.Nanoseconds())
	fmt.Println(d.Round(time.Second), d.Truncate(time.Minute), d.Round(time.Hour), d.Abs(), (-d).Abs())
	fmt.Printf("%v %s %d %T %.2f\n", d, d, d, d, d.Seconds())
	n := 3
	fmt.Println(time.Duration(n)*time.Second, time.Duration(1.5*float64(time.Second)), d/time.Second)
	p, err := time.ParseDuration("1h15m30.5s")
	fmt.Println(p, err)
	_, err = time.ParseDuration("1x")
	fmt.Println(err)
}
