// Package time measures and waits in the run's own time, which begins on 2000-01-01 00:00 UTC and moves only when no
// goroutine can execute.
package time

import (
	"errors"
	"strconv"
)

// A Duration is a span of time in nanoseconds.
type Duration int64

// Spans of time.
const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// Nanoseconds returns d in nanoseconds.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds returns d in whole microseconds.
func (d Duration) Microseconds() int64 { return int64(d) / 1000 }

// Milliseconds returns d in whole milliseconds.
func (d Duration) Milliseconds() int64 { return int64(d) / 1000000 }

// Seconds returns d in seconds.
func (d Duration) Seconds() float64 { return d.in(Second) }

// Minutes returns d in minutes.
func (d Duration) Minutes() float64 { return d.in(Minute) }

// Hours returns d in hours.
func (d Duration) Hours() float64 { return d.in(Hour) }

func (d Duration) in(unit Duration) float64 {
	return float64(d/unit) + float64(d%unit)/float64(unit)
}

// Abs returns the absolute value of d.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

// Truncate rounds d towards zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// isSmall reports whether rest is less than half of m.
func isSmall(rest, m Duration) bool { return 2*uint64(rest) < uint64(m) }

// Round rounds d to the nearest multiple of m, halves away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	rest := d % m
	if d < 0 {
		rest = -rest
		if isSmall(rest, m) {
			return d + rest
		}
		if rounded := d - m + rest; rounded < d {
			return rounded
		}
		return minDuration
	}
	if isSmall(rest, m) {
		return d - rest
	}
	if rounded := d + m - rest; rounded > d {
		return rounded
	}
	return maxDuration
}

// String returns d as in 1h15m30.918s.
func (d Duration) String() string {
	if d == 0 {
		return "0s"
	}
	sign, u := "", uint64(d)
	if d < 0 {
		sign, u = "-", -u
	}
	switch {
	case u < uint64(Microsecond):
		return sign + strconv.FormatUint(u, 10) + "ns"
	case u < uint64(Millisecond):
		return sign + decimal(u, 3) + "µs"
	case u < uint64(Second):
		return sign + decimal(u, 6) + "ms"
	}
	seconds, fraction := u/uint64(Second), u%uint64(Second)
	text := decimal(seconds%60*uint64(Second)+fraction, 9) + "s"
	minutes := seconds / 60
	if minutes > 0 {
		text = strconv.FormatUint(minutes%60, 10) + "m" + text
	}
	if minutes >= 60 {
		text = strconv.FormatUint(minutes/60, 10) + "h" + text
	}
	return sign + text
}

// decimal writes u / 10^digits without trailing zeros.
func decimal(u uint64, digits int) string {
	scale := uint64(1)
	for range digits {
		scale *= 10
	}
	text := strconv.FormatUint(u/scale, 10)
	rest := u % scale
	if rest == 0 {
		return text
	}
	fraction := strconv.FormatUint(rest, 10)
	for len(fraction) < digits {
		fraction = "0" + fraction
	}
	for fraction[len(fraction)-1] == '0' {
		fraction = fraction[:len(fraction)-1]
	}
	return text + "." + fraction
}

// ParseDuration reads what Duration.String writes, and the like: "1h30m", "-1.5s", "300ms".
func ParseDuration(s string) (Duration, error) {
	whole := s
	negative := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		negative = s[0] == '-'
		s = s[1:]
	}
	if s == "0" {
		return 0, nil
	}
	if s == "" {
		return 0, durationError("invalid duration " + quote(whole))
	}
	var total float64
	var exact uint64
	for s != "" {
		digits := 0
		var number uint64
		for digits < len(s) && '0' <= s[digits] && s[digits] <= '9' {
			number = number*10 + uint64(s[digits]-'0')
			digits++
		}
		s = s[digits:]
		fraction, scale, places := uint64(0), 1.0, 0
		if s != "" && s[0] == '.' {
			s = s[1:]
			// Digits are left out once they are beyond what a word holds.
			for full := false; places < len(s) && '0' <= s[places] && s[places] <= '9'; places++ {
				full = full || fraction > (1<<63-1)/10 || fraction*10+uint64(s[places]-'0') > 1<<63
				if !full {
					fraction = fraction*10 + uint64(s[places]-'0')
					scale *= 10
				}
			}
			s = s[places:]
		}
		if digits == 0 && places == 0 {
			return 0, durationError("invalid duration " + quote(whole))
		}
		letters := 0
		for letters < len(s) && s[letters] != '.' && (s[letters] < '0' || s[letters] > '9') {
			letters++
		}
		if letters == 0 {
			return 0, durationError("missing unit in duration " + quote(whole))
		}
		unit := unitOf(s[:letters])
		if unit == 0 {
			return 0, durationError("unknown unit " + quote(s[:letters]) + " in duration " + quote(whole))
		}
		s = s[letters:]
		exact += number * uint64(unit)
		total += float64(number) * float64(unit)
		if fraction > 0 {
			exact += uint64(float64(fraction) * (float64(unit) / scale))
		}
	}
	if total > 1<<63 || exact > 1<<63 || exact == 1<<63 && !negative {
		return 0, durationError("invalid duration " + quote(whole))
	}
	if negative {
		return -Duration(exact), nil
	}
	return Duration(exact), nil
}

func unitOf(name string) Duration {
	switch name {
	case "ns":
		return Nanosecond
	case "us", "µs", "μs":
		return Microsecond
	case "ms":
		return Millisecond
	case "s":
		return Second
	case "m":
		return Minute
	case "h":
		return Hour
	}
	return 0
}

type durationError string

func (e durationError) Error() string { return "time: " + string(e) }

// A Month is a month of the year; January is 1.
type Month int

// The months.
const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

// String returns the month's English name.
func (m Month) String() string {
	switch m {
	case January:
		return "January"
	case February:
		return "February"
	case March:
		return "March"
	case April:
		return "April"
	case May:
		return "May"
	case June:
		return "June"
	case July:
		return "July"
	case August:
		return "August"
	case September:
		return "September"
	case October:
		return "October"
	case November:
		return "November"
	case December:
		return "December"
	}
	return "%!Month(" + strconv.Itoa(int(m)) + ")"
}

// A Weekday is a day of the week; Sunday is 0.
type Weekday int

// The days of the week.
const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

// String returns the day's English name.
func (d Weekday) String() string {
	switch d {
	case Sunday:
		return "Sunday"
	case Monday:
		return "Monday"
	case Tuesday:
		return "Tuesday"
	case Wednesday:
		return "Wednesday"
	case Thursday:
		return "Thursday"
	case Friday:
		return "Friday"
	case Saturday:
		return "Saturday"
	}
	return "%!Weekday(" + strconv.Itoa(int(d)) + ")"
}

// A Location is a time zone: so many seconds east of Greenwich, all year round.
type Location struct {
	name string
	zone string
	east int
	// its place among the zones
	number int
}

var zones = []*Location{{"UTC", "UTC", 0, 0}, {"Local", "UTC", 0, 1}}

// UTC and Local, whose clocks show the same here.
var (
	UTC   = zones[0]
	Local = zones[1]
)

// String returns the zone's name.
func (l *Location) String() string { return l.name }

// FixedZone returns a zone of that name, so many seconds east of Greenwich.
func FixedZone(name string, offset int) *Location {
	l := &Location{name, name, offset, len(zones)}
	zones = append(zones, l)
	return l
}

// LoadLocation knows UTC and Local: there is no database of time zones here.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	return nil, errors.New("unknown time zone " + name)
}

// A Time is an instant. Its zero value is January 1, year 1, 00:00 UTC.
type Time struct {
	// seconds since the year 1
	sec  int64
	nsec int64
	// the number of its zone
	zone int
}

const (
	secondsPerDay = 86400
	unixToYear1   = 62135596800
	startOfRun    = 946684800 + unixToYear1
)

// now returns nanoseconds since the run's start.
func now() int64

// Now returns the current time.
func Now() Time {
	ns := now()
	return Time{startOfRun + ns/1000000000, ns % 1000000000, Local.number}
}

// Since returns the time that has passed since t.
func Since(t Time) Duration { return Now().Sub(t) }

// Until returns the time until t.
func Until(t Time) Duration { return t.Sub(Now()) }

// Unix returns the time of so many seconds and nanoseconds since 1970.
func Unix(sec, nsec int64) Time {
	sec += nsec / 1000000000
	nsec %= 1000000000
	if nsec < 0 {
		nsec += 1000000000
		sec--
	}
	return Time{sec + unixToYear1, nsec, Local.number}
}

// UnixMilli returns the time of so many milliseconds since 1970.
func UnixMilli(msec int64) Time { return Unix(msec/1000, msec%1000*1000000) }

// UnixMicro returns the time of so many microseconds since 1970.
func UnixMicro(usec int64) Time { return Unix(usec/1000000, usec%1000000*1000) }

// Date returns the time of a date and a time of day.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	m := int(month) - 1
	year += m / 12
	m %= 12
	if m < 0 {
		m += 12
		year--
	}
	days := daysBefore(year) + int64(day-1)
	for i := range m {
		days += int64(daysIn(Month(i+1), year))
	}
	total := days*secondsPerDay + int64(hour)*3600 + int64(min)*60 + int64(sec)
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	return Unix(total-unixToYear1-int64(loc.east), int64(nsec)).In(loc)
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysIn(m Month, year int) int {
	switch m {
	case April, June, September, November:
		return 30
	case February:
		if isLeap(year) {
			return 29
		}
		return 28
	}
	return 31
}

// daysBefore returns the days from January 1 of year 1 to January 1 of year.
func daysBefore(year int) int64 {
	y := int64(year) - 1
	return y*365 + floor(y, 4) - floor(y, 100) + floor(y, 400)
}

func floor(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// shown returns the seconds since the year 1 by the clocks of the zone.
func (t Time) shown() int64 { return t.sec + int64(zones[t.zone].east) }

func (t Time) days() int64 { return floor(t.shown(), secondsPerDay) }

func (t Time) ofDay() int { return int(t.shown() - t.days()*secondsPerDay) }

// Date returns year, month and day.
func (t Time) Date() (year int, month Month, day int) {
	days := t.days()
	year = int(floor(days*400, 146097)) + 1
	for daysBefore(year) > days {
		year--
	}
	for daysBefore(year+1) <= days {
		year++
	}
	rest := int(days - daysBefore(year))
	month = January
	for rest >= daysIn(month, year) {
		rest -= daysIn(month, year)
		month++
	}
	return year, month, rest + 1
}

// Clock returns hour, minute and second.
func (t Time) Clock() (hour, min, sec int) {
	s := t.ofDay()
	return s / 3600, s / 60 % 60, s % 60
}

// Year returns the year.
func (t Time) Year() int {
	year, _, _ := t.Date()
	return year
}

// Month returns the month.
func (t Time) Month() Month {
	_, month, _ := t.Date()
	return month
}

// Day returns the day of the month.
func (t Time) Day() int {
	_, _, day := t.Date()
	return day
}

// YearDay returns the day of the year, from 1.
func (t Time) YearDay() int { return int(t.days()-daysBefore(t.Year())) + 1 }

// Weekday returns the day of the week.
func (t Time) Weekday() Weekday {
	day := (t.days() + 1) % 7
	if day < 0 {
		day += 7
	}
	return Weekday(day)
}

// Hour returns the hour of the day.
func (t Time) Hour() int { return t.ofDay() / 3600 }

// Minute returns the minute of the hour.
func (t Time) Minute() int { return t.ofDay() / 60 % 60 }

// Second returns the second of the minute.
func (t Time) Second() int { return t.ofDay() % 60 }

// Nanosecond returns the nanosecond of the second.
func (t Time) Nanosecond() int { return int(t.nsec) }

// Unix returns the seconds since 1970.
func (t Time) Unix() int64 { return t.sec - unixToYear1 }

// UnixMilli returns the milliseconds since 1970.
func (t Time) UnixMilli() int64 { return t.Unix()*1000 + t.nsec/1000000 }

// UnixMicro returns the microseconds since 1970.
func (t Time) UnixMicro() int64 { return t.Unix()*1000000 + t.nsec/1000 }

// UnixNano returns the nanoseconds since 1970.
func (t Time) UnixNano() int64 { return t.Unix()*1000000000 + t.nsec }

// IsZero reports whether t is the zero time.
func (t Time) IsZero() bool { return t.sec == 0 && t.nsec == 0 }

// After reports whether t is after u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before reports whether t is before u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal reports whether t and u are the same instant.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Compare returns -1, 0 or 1 as t is before, at or after u.
func (t Time) Compare(u Time) int {
	switch {
	case t.sec < u.sec || t.sec == u.sec && t.nsec < u.nsec:
		return -1
	case t.sec == u.sec && t.nsec == u.nsec:
		return 0
	}
	return 1
}

// Add returns t + d.
func (t Time) Add(d Duration) Time {
	u := Unix(t.Unix()+int64(d/Second), t.nsec+int64(d%Second))
	u.zone = t.zone
	return u
}

// Sub returns t - u, or the nearest that a Duration can say.
func (t Time) Sub(u Time) Duration {
	d := Duration(t.sec-u.sec)*Second + Duration(t.nsec-u.nsec)
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

// AddDate returns t with years, months and days added.
func (t Time) AddDate(years, months, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec), zones[t.zone])
}

// Truncate rounds t down to a multiple of d since the zero time.
func (t Time) Truncate(d Duration) Time {
	if d <= 0 {
		return t
	}
	return t.Add(-t.rest(d))
}

// Round rounds t to the nearest multiple of d since the zero time, halves up.
func (t Time) Round(d Duration) Time {
	if d <= 0 {
		return t
	}
	rest := t.rest(d)
	if isSmall(rest, d) {
		return t.Add(-rest)
	}
	return t.Add(d - rest)
}

func (t Time) rest(d Duration) Duration {
	rest, m := uint64(0), uint64(d)
	part := uint64(Second) % m
	sec := t.sec
	if sec < 0 {
		sec = -sec
	}
	for s := uint64(sec); s > 0; s /= 2 {
		if s%2 == 1 {
			rest = (rest + part) % m
		}
		part = part * 2 % m
	}
	if t.sec < 0 {
		rest = (m - rest) % m
	}
	return Duration((rest + uint64(t.nsec)) % m)
}

// UTC returns t in UTC.
func (t Time) UTC() Time { return t.In(UTC) }

// Local returns t in local time.
func (t Time) Local() Time { return t.In(Local) }

// In returns t in a zone.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.zone = loc.number
	return t
}

// Location returns t's zone.
func (t Time) Location() *Location { return zones[t.zone] }

// Zone returns the name of t's zone and its offset in seconds east of Greenwich.
func (t Time) Zone() (name string, offset int) {
	zone := zones[t.zone]
	return zone.zone, zone.east
}

// ISOWeek returns the year and the week of the year by ISO 8601: week 1 has the year's first Thursday.
func (t Time) ISOWeek() (year, week int) {
	thursday := t.AddDate(0, 0, 4-(int(t.Weekday())+6)%7-1)
	return thursday.Year(), (thursday.YearDay()-1)/7 + 1
}

// Sleep pauses the current goroutine for d.
func Sleep(d Duration)

// After returns a channel on which the time is sent after d.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// Tick returns the channel of a ticker that can't be stopped; nil where d isn't above 0.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}

// A Timer sends the time on its channel, or calls a function, once.
type Timer struct {
	C    <-chan Time
	id   int
	call func()
}

// A Ticker sends the time on its channel again and again.
type Ticker struct {
	C  <-chan Time
	id int
}

// NewTimer returns a timer that sends on its channel after d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	return &Timer{C: c, id: startTimer(c, nil, int64(d), 0)}
}

// AfterFunc calls f in a goroutine of its own after d.
func AfterFunc(d Duration, f func()) *Timer {
	return &Timer{id: startTimer(nil, f, int64(d), 0), call: f}
}

// NewTicker returns a ticker that sends on its channel every d.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	return &Ticker{C: c, id: startTimer(c, nil, int64(d), int64(d))}
}

// Stop keeps the timer from firing; it reports whether it would have.
func (t *Timer) Stop() bool {
	if t.id == 0 {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer(t.id)
}

// Reset makes the timer fire after d; it reports whether it would have fired before.
func (t *Timer) Reset(d Duration) bool {
	if t.id == 0 {
		panic("time: Reset called on uninitialized Timer")
	}
	return resetTimer(t.id, int64(d), 0)
}

// Stop turns the ticker off. Its channel isn't closed.
func (t *Ticker) Stop() {
	if t.id != 0 {
		stopTimer(t.id)
	}
}

// Reset makes the ticker tick every d from now on.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.id == 0 {
		panic("time: Reset called on uninitialized Ticker")
	}
	resetTimer(t.id, int64(d), int64(d))
}

// startTimer sets a timer that sends on c or calls f after ns, and then every period where that isn't 0. Ids are from 1.
func startTimer(c chan<- Time, f func(), ns, period int64) (id int)
func stopTimer(id int) bool
func resetTimer(id int, ns, period int64) bool
