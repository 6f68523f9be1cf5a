// Times before the year 1, zones without a name, and durations of more digits than a word holds.
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(0, 0, 0, 12, 15, 30, 918273645, time.UTC)
	for _, d := range []time.Duration{time.Millisecond, 2 * time.Second, time.Minute, 10 * time.Minute, time.Hour, 24 * time.Hour} {
		fmt.Println(t.Round(d).Format(time.TimeOnly), t.Truncate(d).Format(time.TimeOnly))
	}
	fmt.Println(time.Date(-44, time.March, 15, 0, 0, 0, 0, time.UTC))
	fmt.Println(time.Date(-44, time.March, 15, 0, 0, 0, 0, time.UTC).Format("06 2006"))
	t, err := time.Parse(time.RFC3339, "2024-05-06T07:08:09-05:30")
	fmt.Println(t, err)
	fmt.Printf("%#v\n", time.Date(2024, 1, 2, 3, 4, 5, 6, time.FixedZone("⏰ \"x\"", 3600)))
	fmt.Println(time.ParseDuration("0.3333333333333333333h"))
	fmt.Println(time.ParseDuration("1µx"))
	_, err = time.Parse(time.DateOnly, "zwölf")
	fmt.Println(err)
	fmt.Println(time.Duration(1<<63-1).Round(1<<63-2), time.Duration(-1<<63).Round(time.Hour))
}
