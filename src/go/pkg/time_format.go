package time

import (
	"errors"
	"strconv"
)

// Layouts for Format and Parse.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// The elements of layouts; of those that begin alike the longest comes first.
var elements = [...]string{
	"January", "Jan", "Monday", "Mon", "MST", "2006", "-07:00:00", "-070000", "-07:00", "-0700", "-07",
	"Z07:00:00", "Z070000", "Z07:00", "Z0700", "Z07", "002", "01", "02", "03", "04", "05", "06", "15", "PM", "pm",
	"__2", "_2", "1", "2", "3", "4", "5",
}

// next returns what comes before the layout's first element, that element, and what comes after it.
func next(layout string) (before, element, after string) {
	for i := range len(layout) {
		rest := layout[i:]
		if n := fractionLen(rest); n > 0 {
			return layout[:i], rest[:n], rest[n:]
		}
		if len(rest) >= 5 && rest[:5] == "_2006" {
			return layout[:i+1], "2006", rest[5:]
		}
		for _, element := range elements {
			if len(rest) < len(element) || rest[:len(element)] != element {
				continue
			}
			after := rest[len(element):]
			if (element == "Jan" || element == "Mon") && after != "" && 'a' <= after[0] && after[0] <= 'z' {
				continue
			}
			return layout[:i], element, after
		}
	}
	return layout, "", ""
}

// fractionLen returns the length of a fraction of a second that layout begins with.
func fractionLen(layout string) int {
	if len(layout) < 2 || layout[0] != '.' && layout[0] != ',' || layout[1] != '0' && layout[1] != '9' {
		return 0
	}
	n := 1
	for n < len(layout) && layout[n] == layout[1] {
		n++
	}
	if n < len(layout) && isDigit(layout[n]) {
		return 0
	}
	return n
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// quote is strconv.Quote for what it takes to be ASCII.
func quote(s string) string {
	const hex = "0123456789abcdef"
	text := []byte{'"'}
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c >= 0x80:
			text = append(text, '\\', 'x', hex[c>>4], hex[c&15])
		case c == '"' || c == '\\':
			text = append(text, '\\', c)
		default:
			text = append(text, c)
		}
	}
	return string(append(text, '"'))
}

func padded(n int64, width int) string {
	if n < 0 {
		return "-" + padded(-n, width)
	}
	text := strconv.FormatInt(n, 10)
	for len(text) < width {
		text = "0" + text
	}
	return text
}

func spaced(n, width int) string {
	text := strconv.Itoa(n)
	for len(text) < width {
		text = " " + text
	}
	return text
}

// String returns t as in 2000-01-01 00:00:01.5 +0000 UTC.
func (t Time) String() string { return t.Format("2006-01-02 15:04:05.999999999 -0700 MST") }

// GoString returns t as Go source.
func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	text := "time.Date(" + strconv.Itoa(year) + ", time." + month.String()
	for _, n := range []int{day, hour, min, sec, t.Nanosecond()} {
		text += ", " + strconv.Itoa(n)
	}
	switch zone := zones[t.zone]; zone {
	case UTC, Local:
		return text + ", time." + zone.name + ")"
	default:
		return text + ", time.Location(" + quote(zone.name) + "))"
	}
}

// Format writes t as the layout writes January 2, 2006 at 15:04:05.
func (t Time) Format(layout string) string {
	text := ""
	for layout != "" {
		before, element, after := next(layout)
		text += before
		if element == "" {
			break
		}
		text += t.element(element)
		layout = after
	}
	return text
}

// AppendFormat appends what Format writes.
func (t Time) AppendFormat(b []byte, layout string) []byte { return append(b, t.Format(layout)...) }

func (t Time) fraction(form string) string {
	digits := padded(t.nsec, 9)
	if len(form)-1 < 9 {
		digits = digits[:len(form)-1]
	}
	if form[1] == '9' {
		for digits != "" && digits[len(digits)-1] == '0' {
			digits = digits[:len(digits)-1]
		}
		if digits == "" {
			return ""
		}
	}
	return form[:1] + digits
}

func (t Time) element(element string) string {
	switch element[0] {
	case '.', ',':
		return t.fraction(element)
	case '-', 'Z':
		return offset(element, zones[t.zone].east)
	}
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	twelve := hour % 12
	if twelve == 0 {
		twelve = 12
	}
	switch element {
	case "January":
		return month.String()
	case "Jan":
		return month.String()[:3]
	case "Monday":
		return t.Weekday().String()
	case "Mon":
		return t.Weekday().String()[:3]
	case "MST":
		if zone := zones[t.zone]; zone.zone != "" {
			return zone.zone
		}
		return offset("-0700", zones[t.zone].east)
	case "2006":
		return padded(int64(year), 4)
	case "06":
		return padded(int64(max(year%100, -year%100)), 2)
	case "01":
		return padded(int64(month), 2)
	case "1":
		return strconv.Itoa(int(month))
	case "002":
		return padded(int64(t.YearDay()), 3)
	case "__2":
		return spaced(t.YearDay(), 3)
	case "02":
		return padded(int64(day), 2)
	case "_2":
		return spaced(day, 2)
	case "2":
		return strconv.Itoa(day)
	case "15":
		return padded(int64(hour), 2)
	case "03":
		return padded(int64(twelve), 2)
	case "3":
		return strconv.Itoa(twelve)
	case "04":
		return padded(int64(min), 2)
	case "4":
		return strconv.Itoa(min)
	case "05":
		return padded(int64(sec), 2)
	case "5":
		return strconv.Itoa(sec)
	case "PM":
		if hour >= 12 {
			return "PM"
		}
		return "AM"
	}
	if hour >= 12 {
		return "pm"
	}
	return "am"
}

// offset writes seconds east of Greenwich as the element does.
func offset(element string, east int) string {
	if element[0] == 'Z' && east == 0 {
		return "Z"
	}
	sign := "+"
	if east < 0 {
		sign, east = "-", -east
	}
	colon := ""
	if len(element) > 3 && element[3] == ':' {
		colon = ":"
	}
	text := sign + padded(int64(east/3600), 2)
	if len(element) > 3 {
		text += colon + padded(int64(east/60%60), 2)
	}
	if len(element) > 6 {
		text += colon + padded(int64(east%60), 2)
	}
	return text
}

// A ParseError says what of a text couldn't be read as a time.
type ParseError struct {
	Layout, Value         string
	LayoutElem, ValueElem string
	Message               string
}

// Error returns what couldn't be read.
func (e *ParseError) Error() string {
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " +
		quote(e.ValueElem) + " as " + quote(e.LayoutElem)
}

var errBad = errors.New("bad value for field")

// Parse reads a time that is written as the layout writes January 2, 2006 at 15:04:05.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

// ParseInLocation is Parse, but without a zone in the text the time is in loc.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

// parts are what was read of a time; what wasn't is below 0.
type parts struct {
	year, month, day, yearDay int
	hour, min, sec, nsec      int
	pm, twelve                bool
	zone                      *Location
	east                      int
	name                      string
}

func parse(layout, value string, loc, local *Location) (Time, error) {
	p := parts{month: -1, day: -1, yearDay: -1, east: -1}
	wholeLayout, wholeValue := layout, value
	fail := func(element, at string) (Time, error) {
		return Time{}, &ParseError{wholeLayout, wholeValue, element, at, ""}
	}
	say := func(message string) (Time, error) {
		return Time{}, &ParseError{wholeLayout, wholeValue, "", value, message}
	}
	for {
		before, element, after := next(layout)
		rest, err := skip(value, before)
		if err != nil {
			return fail(before, rest)
		}
		value = rest
		if element == "" {
			if value != "" {
				return say(": extra text: " + quote(value))
			}
			break
		}
		layout = after
		hold := value
		value, err = p.read(element, value, after)
		if err == errBad {
			return fail(element, hold)
		} else if err != nil {
			return say(": " + err.Error() + " out of range")
		}
	}
	if p.twelve && p.pm && p.hour < 12 {
		p.hour += 12
	} else if p.twelve && !p.pm && p.hour == 12 {
		p.hour = 0
	}
	if p.yearDay >= 0 {
		if p.yearDay < 1 || p.yearDay > 366 || p.yearDay == 366 && !isLeap(p.year) {
			return say(": day-of-year out of range")
		}
		day := Date(p.year, January, p.yearDay, 0, 0, 0, 0, UTC)
		if p.month >= 0 && p.month != int(day.Month()) {
			return say(": day-of-year does not match month")
		}
		if p.day >= 0 && p.day != day.Day() {
			return say(": day-of-year does not match day")
		}
		p.month, p.day = int(day.Month()), day.Day()
	}
	if p.month < 0 {
		p.month = 1
	}
	if p.day < 0 {
		p.day = 1
	}
	if p.day < 1 || p.day > daysIn(Month(p.month), p.year) {
		return say(": day out of range")
	}
	zone := p.zone
	switch {
	case zone != nil:
	case p.east != -1:
		zone = local
		if p.east != local.east {
			zone = FixedZone(p.name, p.east)
		}
	case p.name == "UTC":
		zone = UTC
	case p.name != "":
		zone = FixedZone(p.name, 0)
		if len(p.name) > 3 && p.name[:3] == "GMT" {
			hours, _ := strconv.Atoi(p.name[3:])
			zone.east = hours * 3600
		}
	default:
		zone = loc
	}
	return Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, zone), nil
}

// rangeError names what is out of its range.
type rangeError string

func (e rangeError) Error() string { return string(e) }

// read reads an element that value begins with; after is the layout after it.
func (p *parts) read(element, value, after string) (rest string, err error) {
	switch element {
	case "06":
		if len(value) < 2 {
			return value, errBad
		}
		if p.year, err = digits(value[:2]); err != nil {
			return value, err
		}
		if p.year >= 69 {
			p.year += 1900
		} else {
			p.year += 2000
		}
		return value[2:], nil
	case "2006":
		if len(value) < 4 || !isDigit(value[0]) {
			return value, errBad
		}
		p.year, err = digits(value[:4])
		return value[4:], err
	case "Jan":
		p.month, rest, err = name(value, true, 12, func(i int) string { return Month(i).String() })
		return rest, err
	case "January":
		p.month, rest, err = name(value, false, 12, func(i int) string { return Month(i).String() })
		return rest, err
	case "Mon":
		_, rest, err = name(value, true, 7, func(i int) string { return Weekday(i - 1).String() })
		return rest, err
	case "Monday":
		_, rest, err = name(value, false, 7, func(i int) string { return Weekday(i - 1).String() })
		return rest, err
	case "01", "1":
		p.month, rest, err = number(value, element == "01")
		return rest, within(err, p.month >= 1 && p.month <= 12, "month")
	case "02", "2", "_2":
		if element == "_2" && value != "" && value[0] == ' ' {
			value = value[1:]
		}
		p.day, rest, err = number(value, element == "02")
		return rest, err
	case "002", "__2":
		for range 2 {
			if element == "__2" && value != "" && value[0] == ' ' {
				value = value[1:]
			}
		}
		n := 0
		for n < 3 && n < len(value) && isDigit(value[n]) {
			n++
		}
		if n == 0 || element == "002" && n != 3 {
			return value, errBad
		}
		p.yearDay, err = digits(value[:n])
		return value[n:], err
	case "15":
		p.hour, rest, err = number(value, false)
		return rest, within(err, p.hour < 24, "hour")
	case "03", "3":
		p.twelve = true
		p.hour, rest, err = number(value, element == "03")
		return rest, within(err, p.hour <= 12, "hour")
	case "04", "4":
		p.min, rest, err = number(value, element == "04")
		return rest, within(err, p.min < 60, "minute")
	case "05", "5":
		p.sec, rest, err = number(value, element == "05")
		if err = within(err, p.sec < 60, "second"); err != nil {
			return rest, err
		}
		// A fraction may follow that the layout doesn't ask for.
		if len(rest) >= 2 && (rest[0] == '.' || rest[0] == ',') && isDigit(rest[1]) {
			if _, element, _ := next(after); element != "" && (element[0] == '.' || element[0] == ',') {
				return rest, nil
			}
			return p.fraction(rest)
		}
		return rest, nil
	case "PM", "pm":
		if len(value) < 2 {
			return value, errBad
		}
		p.twelve = true
		switch half := value[:2]; {
		case element == "PM" && half == "PM", element == "pm" && half == "pm":
			p.pm = true
		case element == "PM" && half == "AM", element == "pm" && half == "am":
			p.pm = false
		default:
			return value, errBad
		}
		return value[2:], nil
	case "MST":
		return p.zoneName(value)
	}
	if element[0] == '.' || element[0] == ',' {
		if element[1] == '9' {
			if len(value) < 2 || value[0] != '.' && value[0] != ',' || !isDigit(value[1]) {
				return value, nil
			}
			return p.fraction(value)
		}
		n := len(element)
		if len(value) < n || value[0] != '.' && value[0] != ',' {
			return value, errBad
		}
		if rest, err := p.fraction(value[:n]); err != nil || rest != "" {
			return value, errBad
		}
		return value[n:], nil
	}
	return p.offset(element, value)
}

// fraction reads a fraction of a second to its end.
func (p *parts) fraction(value string) (rest string, err error) {
	n := 1
	p.nsec = 0
	for scale := 100000000; n < len(value) && isDigit(value[n]); n++ {
		p.nsec += int(value[n]-'0') * scale
		scale /= 10
	}
	return value[n:], nil
}

// offset reads an offset from Greenwich.
func (p *parts) offset(element, value string) (rest string, err error) {
	if element[0] == 'Z' && value != "" && value[0] == 'Z' {
		p.zone = UTC
		return value[1:], nil
	}
	n := len(element)
	if len(value) < n || value[0] != '+' && value[0] != '-' {
		return value, errBad
	}
	seconds, unit := 0, 3600
	for i := 1; i < n; i += 2 {
		if element[i] == ':' {
			if value[i] != ':' {
				return value, errBad
			}
			i++
		}
		part, err := digits(value[i : i+2])
		if err != nil {
			return value, err
		}
		if unit == 3600 && part > 24 {
			return value, rangeError("time zone offset hour")
		}
		seconds += part * unit
		unit /= 60
	}
	if value[0] == '-' {
		seconds = -seconds
	}
	p.east = seconds
	return value[n:], nil
}

// zoneName reads the abbreviation of a zone.
func (p *parts) zoneName(value string) (rest string, err error) {
	if len(value) >= 3 && value[:3] == "UTC" {
		p.zone = UTC
		return value[3:], nil
	}
	n := 0
	for n < len(value) && n < 6 && 'A' <= value[n] && value[n] <= 'Z' {
		n++
	}
	if n >= 3 && value[:3] == "GMT" {
		n = 3
		if len(value) > 4 && (value[3] == '+' || value[3] == '-') {
			n = 4
			for n < len(value) && isDigit(value[n]) {
				n++
			}
		}
	} else if n < 3 || n == 5 && value[4] != 'T' || n == 4 && value[3] != 'T' && value[:4] != "WITA" || n == 6 {
		return value, errBad
	}
	p.name = value[:n]
	return value[n:], nil
}

// within returns an error that names what isn't within its range.
func within(err error, in bool, what string) error {
	if err == nil && !in {
		return rangeError(what)
	}
	return err
}

// skip returns value without the prefix; runs of spaces match any number of them.
func skip(value, prefix string) (rest string, err error) {
	for prefix != "" {
		if prefix[0] == ' ' {
			if value != "" && value[0] != ' ' {
				return value, errBad
			}
			for prefix != "" && prefix[0] == ' ' {
				prefix = prefix[1:]
			}
			for value != "" && value[0] == ' ' {
				value = value[1:]
			}
			continue
		}
		if value == "" || value[0] != prefix[0] {
			return value, errBad
		}
		prefix, value = prefix[1:], value[1:]
	}
	return value, nil
}

// number reads one digit or two; fixed asks for two.
func number(value string, fixed bool) (n int, rest string, err error) {
	if value == "" || !isDigit(value[0]) {
		return 0, value, errBad
	}
	if len(value) < 2 || !isDigit(value[1]) {
		if fixed {
			return 0, value, errBad
		}
		return int(value[0] - '0'), value[1:], nil
	}
	return int(value[0]-'0')*10 + int(value[1]-'0'), value[2:], nil
}

func digits(text string) (n int, err error) {
	for i := range len(text) {
		if !isDigit(text[i]) {
			return 0, errBad
		}
		n = n*10 + int(text[i]-'0')
	}
	return n, nil
}

// name reads one of count names, numbered from 1, whatever the case of its letters.
func name(value string, short bool, count int, of func(int) string) (n int, rest string, err error) {
	for n := 1; n <= count; n++ {
		wanted := of(n)
		if short {
			wanted = wanted[:3]
		}
		if len(value) >= len(wanted) && sameLetters(value[:len(wanted)], wanted) {
			return n, value[len(wanted):], nil
		}
	}
	return 0, value, errBad
}

func sameLetters(a, b string) bool {
	for i := range len(a) {
		if a[i]|0x20 != b[i]|0x20 {
			return false
		}
	}
	return true
}
