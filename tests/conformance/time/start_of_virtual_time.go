//how: synctest

package main

import (
	"fmt"
	"time"
)

func main() {
	now := time.Now()
	fmt.Println(now.UTC().Year(), now.UTC().Month(), now.UTC().Day(), now.Unix())
	fmt.Println(now.UTC().Format(time.RFC3339))
	time.Sleep(90 * time.Minute)
	fmt.Println(time.Now().UTC().Format("15:04:05.000"), time.Now().UnixMilli(), time.Now().Weekday())
	later := now.Add(time.Hour)
	fmt.Println(later.After(now), later.Before(now), later.Equal(now.Add(time.Hour)), later.Sub(now), time.Until(later))
	fmt.Println(time.Time{}.IsZero(), now.IsZero())
}
