package strconv

// FormatComplex writes c as (a+bi), its parts as FormatFloat does; bitSize is 64 or 128.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	im := FormatFloat(imag(c), fmt, prec, bitSize/2)
	if im[0] != '+' && im[0] != '-' {
		im = "+" + im
	}
	return "(" + FormatFloat(real(c), fmt, prec, bitSize/2) + im + "i)"
}

// ParseComplex reads a complex number, of the form a, bi or a+bi, maybe in parentheses; bitSize is 64 or 128.
func ParseComplex(s string, bitSize int) (complex128, error) {
	text := s
	if n := len(s); n > 1 && s[0] == '(' && s[n-1] == ')' {
		text = s[1 : n-1]
	}
	re, im := parts(text)
	size := 64
	if bitSize == 64 {
		size = 32
	}
	var read [2]float64
	ranged := false
	for i, part := range []string{re, im} {
		if part == "" {
			continue
		}
		f, fault := parseFloat(part, size)
		if fault == 1 {
			return 0, syntaxError("ParseComplex", s)
		}
		ranged = ranged || fault == 2
		read[i] = f
	}
	c := complex(read[0], read[1])
	switch {
	case re == "" && im == "":
		return 0, syntaxError("ParseComplex", s)
	case ranged:
		return c, rangeError("ParseComplex", s)
	}
	return c, nil
}

// parts returns the text of the real and of the imaginary part. What is ill-formed stays in one of them.
func parts(s string) (re, im string) {
	n := len(s)
	if n < 2 || s[n-1] != 'i' {
		return s, ""
	}
	for i := n - 2; i > 0; i-- {
		if s[i] != '+' && s[i] != '-' {
			continue
		}
		switch s[i-1] {
		case 'e', 'E', 'p', 'P':
			continue
		}
		return s[:i], s[i : n-1]
	}
	return "", s[:n-1]
}
