package main

import (
	"fmt"
	"time"
)

func main() {
	p := fmt.Println
	then := time.Date(2009, 11, 17, 20, 34, 58, 651387237, time.UTC)
	p(then)
	p(then.Year(), then.Month(), then.Day(), then.Hour(), then.Minute(), then.Second(), then.Nanosecond(), then.Location(), then.Weekday(), then.YearDay())
	now := time.Date(2012, 10, 31, 15, 50, 13, 793654000, time.UTC)
	p(then.Before(now), then.After(now), then.Equal(now))
	diff := now.Sub(then)
	p(diff, diff.Hours(), diff.Minutes(), diff.Seconds(), diff.Nanoseconds())
	p(then.Add(diff), then.Add(-diff))
	p(now.Unix(), now.UnixMilli(), now.UnixNano(), time.Unix(now.Unix(), 0).UTC(), time.Unix(0, now.UnixNano()).UTC())
	t := now
	p(t.Format(time.RFC3339))
	t1, e := time.Parse(time.RFC3339, "2012-11-01T22:08:41+00:00")
	p(t1, e)
	p(t.Format("3:04PM"))
	p(t.Format("Mon Jan _2 15:04:05 2006"))
	p(t.Format("2006-01-02T15:04:05.999999-07:00"))
	form := "3 04 PM"
	t2, e := time.Parse(form, "8 41 PM")
	p(t2, e)
	fmt.Printf("%d-%02d-%02dT%02d:%02d:%02d-00:00\n", t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second())
	ansic := "Mon Jan _2 15:04:05 2006"
	_, e = time.Parse(ansic, "8:41PM")
	p(e)
	p(t.AddDate(0, 1, 1), t.Truncate(time.Hour), t.Round(time.Hour))
	y, w := t.ISOWeek()
	p(y, w, t.IsZero(), time.Time{}.IsZero(), time.Time{})
	for _, l := range []string{time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly, "02/01/06 15h", "Monday, January 2, 2006", "Jan 2, 2006 at 3:04pm (MST)", ".000 .999 ,000", "002 __2"} {
		p(t.Format(l))
	}
	t3, e := time.Parse("2006-01-02 15:04:05", "2023-02-30 10:00:00")
	p(t3, e)
	t3, e = time.Parse("2006-01-02", "hello")
	p(t3, e)
	t3, e = time.Parse(time.DateOnly, "2023-02-03 extra")
	p(t3, e)
	t3, e = time.Parse("Jan 2, 2006 at 3:04pm (MST)", "Feb 3, 2013 at 7:54pm (UTC)")
	p(t3, e)
	d, e := time.ParseDuration("1h15m30.918273645s")
	p(d, e, d.Round(time.Millisecond), d.Truncate(time.Minute))
	_, e = time.ParseDuration("xyz")
	p(e)
	p(time.Duration(1500)*time.Millisecond, time.Duration(0), 90*time.Second, 100*time.Microsecond, -5*time.Nanosecond)
	fmt.Printf("%v %d %s %T %.1f\n", time.Second, time.Second, time.Second, time.Second, time.Minute.Seconds())
	fmt.Printf("%v %s %d\n", time.March, time.Friday, time.March)
}
