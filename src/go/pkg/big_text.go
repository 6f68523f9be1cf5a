package big

import (
	"fmt"
	"strings"
)

// SetString sets z to what s says in a base; 0 is the base that its prefix says.
func (z *Int) SetString(s string, base int) (*Int, bool) {
	digits, sign := s, ""
	if s != "" && (s[0] == '-' || s[0] == '+') {
		digits, sign = s[1:], strings.TrimPrefix(s[:1], "+")
	}
	if base == 0 {
		base = 10
		if len(digits) > 1 && digits[0] == '0' {
			switch digits[1] {
			case 'x', 'X':
				base, digits = 16, digits[2:]
			case 'b', 'B':
				base, digits = 2, digits[2:]
			case 'o', 'O':
				base, digits = 8, digits[2:]
			default:
				base, digits = 8, digits[1:]
			}
		}
		digits = strings.ReplaceAll(digits, "_", "")
	}
	if digits == "" || strings.ContainsAny(digits, "+-_") {
		return nil, false
	}
	x, ok := read(sign+digits, base)
	if !ok {
		return nil, false
	}
	return z.set(x), true
}

// Text returns x in a base.
func (x *Int) Text(base int) string {
	if x == nil {
		return "<nil>"
	}
	return write(x.bytes, base)
}

// Append appends x in a base.
func (x *Int) Append(buf []byte, base int) []byte { return append(buf, x.Text(base)...) }

func (x *Int) String() string { return x.Text(10) }

// Format prints x as fmt does integers.
func (x *Int) Format(s fmt.State, verb rune) {
	base, prefix := 10, ""
	switch verb {
	case 'b':
		base, prefix = 2, "0b"
	case 'o':
		base, prefix = 8, "0"
	case 'x', 'X':
		base, prefix = 16, "0"+string(verb)
	case 'O', 'd', 's', 'v':
		if verb == 'O' {
			base = 8
		}
	default:
		fmt.Fprintf(s, "%%!%c(big.Int=%s)", verb, x.String())
		return
	}
	if x == nil {
		fmt.Fprint(s, "<nil>")
		return
	}
	digits := new(Int).Abs(x).Text(base)
	if verb == 'X' {
		digits = strings.ToUpper(digits)
	}
	sign := ""
	switch {
	case x.Sign() < 0:
		sign = "-"
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	switch {
	case verb == 'O':
		sign += "0o"
	case s.Flag('#'):
		sign += prefix
	}
	if precision, ok := s.Precision(); ok {
		if precision == 0 && digits == "0" {
			return
		}
		digits = strings.Repeat("0", max(precision-len(digits), 0)) + digits
	}
	width, _ := s.Width()
	_, exact := s.Precision()
	missing := max(width-len(sign)-len(digits), 0)
	switch {
	case s.Flag('-'):
		digits += strings.Repeat(" ", missing)
	case s.Flag('0') && !exact:
		digits = strings.Repeat("0", missing) + digits
	default:
		sign = strings.Repeat(" ", missing) + sign
	}
	fmt.Fprint(s, sign+digits)
}

// MarshalText returns x in base 10.
func (x *Int) MarshalText() (text []byte, err error) { return []byte(x.String()), nil }

// UnmarshalText sets z to what text says.
func (z *Int) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text), 0); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Int", text)
	}
	return nil
}

// MarshalJSON returns x in base 10.
func (x *Int) MarshalJSON() ([]byte, error) {
	if x == nil {
		return []byte("null"), nil
	}
	return x.MarshalText()
}

// UnmarshalJSON sets z to what text says.
func (z *Int) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	return z.UnmarshalText(text)
}
