//how: synctest

package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2024, time.March, 5, 14, 7, 9, 123456789, time.UTC)
	fmt.Println(t)
	fmt.Println(t.Format(time.RFC3339), t.Format("2006-01-02 15:04:05.000"), t.Format("Jan _2 3:04PM"), t.Format(time.Kitchen))
	fmt.Println(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Weekday(), t.YearDay())
	fmt.Println(t.Unix(), t.UnixMilli(), t.UnixNano())
	u := t.Add(36 * time.Hour)
	fmt.Println(u.Sub(t), u.After(t), t.Before(u), u.Equal(t), t.AddDate(0, 1, -5).Format(time.DateOnly))
	p, err := time.Parse("2006-01-02", "2023-12-25")
	fmt.Println(p, err)
	_, err = time.Parse(time.RFC3339, "nonsense")
	fmt.Println(err)
	fmt.Println(t.Truncate(time.Hour), time.Unix(1700000000, 0).UTC())
}
