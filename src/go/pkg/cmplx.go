// Package cmplx has functions of complex numbers.
package cmplx

import "math"

// Abs returns the absolute value of x.
func Abs(x complex128) float64 { return math.Hypot(real(x), imag(x)) }

// Phase returns the angle of x, from -Pi to Pi.
func Phase(x complex128) float64 { return math.Atan2(imag(x), real(x)) }

// Polar returns the absolute value and the angle of x.
func Polar(x complex128) (r, θ float64) { return Abs(x), Phase(x) }

// Rect returns the number with absolute value r and angle θ.
func Rect(r, θ float64) complex128 { return complex(r*math.Cos(θ), r*math.Sin(θ)) }

// Conj returns x with its imaginary part negated.
func Conj(x complex128) complex128 { return complex(real(x), -imag(x)) }

// Inf returns an infinity.
func Inf() complex128 { return complex(math.Inf(1), math.Inf(1)) }

// NaN returns what isn't a number.
func NaN() complex128 { return complex(math.NaN(), math.NaN()) }

// IsInf reports whether a part of x is an infinity.
func IsInf(x complex128) bool { return infinite(real(x)) || infinite(imag(x)) }

// IsNaN reports whether a part of x isn't a number, and none is an infinity.
func IsNaN(x complex128) bool {
	return !IsInf(x) && (math.IsNaN(real(x)) || math.IsNaN(imag(x)))
}

func infinite(x float64) bool { return math.IsInf(x, 0) }

// vague reports whether x is an infinity or isn't a number.
func vague(x float64) bool { return infinite(x) || math.IsNaN(x) }

// turned returns i*x.
func turned(x complex128) complex128 { return complex(-imag(x), real(x)) }

// unturned returns -i*x.
func unturned(x complex128) complex128 { return complex(imag(x), -real(x)) }

// Sqrt returns the square root of x whose real part isn't negative.
func Sqrt(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case b == 0 && a == 0:
		return complex(0, b)
	case b == 0 && a < 0:
		return complex(0, math.Copysign(math.Sqrt(-a), b))
	case b == 0:
		return complex(math.Sqrt(a), b)
	case infinite(b):
		return complex(math.Inf(1), b)
	case a == 0:
		r := math.Sqrt(0.5 * math.Abs(b))
		return complex(r, math.Copysign(r, b))
	}
	// What is large is made smaller, and what is small larger, so that nothing is lost on the way.
	by, back := 0x1p54, 0x1p-27
	if math.Abs(a) > 4 || math.Abs(b) > 4 {
		by, back = 0.25, 2
	}
	a, b = by*a, by*b
	r := math.Hypot(a, b)
	var re, im float64
	if a > 0 {
		re = math.Sqrt(0.5*r + 0.5*a)
		im = back * math.Abs(0.5*b/re)
		re *= back
	} else {
		im = math.Sqrt(0.5*r - 0.5*a)
		re = back * math.Abs(0.5*b/im)
		im *= back
	}
	if b < 0 {
		im = -im
	}
	return complex(re, im)
}

// Exp returns e to the power x.
func Exp(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case math.IsInf(re, 1) && im == 0:
		return x
	case math.IsInf(re, 1) && vague(im):
		return complex(re, math.NaN())
	case math.IsInf(re, -1) && vague(im):
		return complex(0, math.Copysign(0, im))
	case math.IsNaN(re) && im == 0:
		return x
	}
	return Rect(math.Exp(re), im)
}

// Log returns the natural logarithm of x.
func Log(x complex128) complex128 { return complex(math.Log(Abs(x)), Phase(x)) }

// Log10 returns the decimal logarithm of x.
func Log10(x complex128) complex128 {
	z := Log(x)
	return complex(math.Log10E*real(z), math.Log10E*imag(z))
}

// Pow returns x to the power y. Pow(0, ±0) is 1, and for c with a real part below 0 Pow(0, c) is an infinity.
func Pow(x, y complex128) complex128 {
	re, im := real(y), imag(y)
	if x == 0 {
		switch {
		case IsNaN(y):
			return NaN()
		case re == 0:
			return 1
		case re > 0:
			return 0
		case im == 0:
			return complex(math.Inf(1), 0)
		}
		return Inf()
	}
	size, angle := Polar(x)
	if size == 0 {
		return 0
	}
	r, θ := math.Pow(size, re), re*angle
	if im != 0 {
		r *= math.Exp(-im * angle)
		θ += im * math.Log(size)
	}
	return Rect(r, θ)
}

// hyperbolic returns the hyperbolic sine and cosine of x.
func hyperbolic(x float64) (sinh, cosh float64) {
	if math.Abs(x) <= 0.5 {
		return math.Sinh(x), math.Cosh(x)
	}
	e := math.Exp(x)
	inverse := 0.5 / e
	e *= 0.5
	return e - inverse, e + inverse
}

// Sin returns the sine of x.
func Sin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && vague(re), infinite(im) && vague(re):
		return complex(math.NaN(), im)
	case re == 0 && vague(im):
		return x
	}
	sinh, cosh := hyperbolic(im)
	return complex(math.Sin(re)*cosh, math.Cos(re)*sinh)
}

// Sinh returns the hyperbolic sine of x.
func Sinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && vague(im), infinite(re) && vague(im):
		return complex(re, math.NaN())
	case im == 0 && vague(re):
		return x
	}
	sinh, cosh := hyperbolic(re)
	return complex(math.Cos(im)*sinh, math.Sin(im)*cosh)
}

// Cos returns the cosine of x.
func Cos(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && vague(re):
		return complex(math.NaN(), -im*math.Copysign(0, re))
	case infinite(im) && re == 0:
		return complex(math.Inf(1), -re*math.Copysign(0, im))
	case infinite(im) && vague(re):
		return complex(math.Inf(1), math.NaN())
	case re == 0 && math.IsNaN(im):
		return complex(math.NaN(), 0)
	}
	sinh, cosh := hyperbolic(im)
	return complex(math.Cos(re)*cosh, -math.Sin(re)*sinh)
}

// Cosh returns the hyperbolic cosine of x.
func Cosh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && vague(im):
		return complex(math.NaN(), re*math.Copysign(0, im))
	case infinite(re) && im == 0:
		return complex(math.Inf(1), im*math.Copysign(0, re))
	case infinite(re) && vague(im):
		return complex(math.Inf(1), math.NaN())
	case im == 0 && math.IsNaN(re):
		return complex(math.NaN(), im)
	}
	sinh, cosh := hyperbolic(re)
	return complex(math.Cos(im)*cosh, math.Sin(im)*sinh)
}

// Tan returns the tangent of x.
func Tan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case infinite(im) && vague(re):
		return complex(math.Copysign(0, re), math.Copysign(1, im))
	case infinite(im):
		return complex(math.Copysign(0, math.Sin(2*re)), math.Copysign(1, im))
	case re == 0 && math.IsNaN(im):
		return x
	}
	d := math.Cos(2*re) + math.Cosh(2*im)
	if math.Abs(d) < 0.25 {
		d = difference(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*re)/d, math.Sinh(2*im)/d)
}

// Tanh returns the hyperbolic tangent of x.
func Tanh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case infinite(re) && vague(im):
		return complex(math.Copysign(1, re), math.Copysign(0, im))
	case infinite(re):
		return complex(math.Copysign(1, re), math.Copysign(0, math.Sin(2*im)))
	case im == 0 && math.IsNaN(re):
		return x
	}
	d := math.Cosh(2*re) + math.Cos(2*im)
	if d == 0 {
		return Inf()
	}
	return complex(math.Sinh(2*re)/d, math.Sin(2*im)/d)
}

// Cot returns the cotangent of x.
func Cot(x complex128) complex128 {
	re, im := real(x), imag(x)
	d := math.Cosh(2*im) - math.Cos(2*re)
	if math.Abs(d) < 0.25 {
		d = difference(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*re)/d, -math.Sinh(2*im)/d)
}

// fromPi returns how far x is from the nearest multiple of Pi.
func fromPi(x float64) float64 {
	if math.Abs(x) >= 1<<30 {
		return math.Atan(math.Tan(x))
	}
	// Pi in three parts, of which few multiples lose anything.
	const high, middle, low = 0x1.921fb4p+1, 0x1.4442dp-23, 0x1.8469898cc5170p-47
	n := float64(int64(x/math.Pi + 0.5))
	return x - n*high - n*middle - n*low
}

// difference returns cosh(2y) - cos(2x) by its Taylor series.
func difference(z complex128) float64 {
	x := fromPi(math.Abs(2 * real(z)))
	y := math.Abs(2 * imag(z))
	x, y = x*x, y*y
	xs, ys, factorial, sum := 1.0, 1.0, 1.0, 0.0
	for n := 0.0; ; n += 4 {
		factorial = factorial * (n + 1) * (n + 2)
		xs, ys = xs*x, ys*y
		sum += (ys + xs) / factorial
		factorial = factorial * (n + 3) * (n + 4)
		xs, ys = xs*x, ys*y
		term := (ys - xs) / factorial
		sum += term
		if !(math.Abs(term/sum) > 0x1p-53) {
			return sum
		}
	}
}

// Asin returns the inverse sine of x.
func Asin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Asin(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Asinh(im))
	case math.IsNaN(im) && re == 0:
		return x
	case math.IsNaN(im) && infinite(re):
		return complex(im, re)
	case math.IsNaN(im):
		return NaN()
	case infinite(im) && math.IsNaN(re):
		return x
	case infinite(im) && infinite(re):
		return complex(math.Copysign(math.Pi/4, re), im)
	case infinite(im):
		return complex(math.Copysign(0, re), im)
	case infinite(re):
		return complex(math.Copysign(math.Pi/2, re), math.Copysign(re, im))
	}
	square := x * x
	return unturned(Log(turned(x) + Sqrt(complex(1-real(square), -imag(square)))))
}

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Asinh(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Asin(im))
	case infinite(re) && infinite(im):
		return complex(re, math.Copysign(math.Pi/4, im))
	case infinite(re) && math.IsNaN(im):
		return x
	case infinite(re):
		return complex(re, math.Copysign(0, im))
	case math.IsNaN(re) && im == 0:
		return x
	case math.IsNaN(re) && infinite(im):
		return complex(im, re)
	case math.IsNaN(re):
		return NaN()
	case infinite(im):
		return complex(math.Copysign(im, re), math.Copysign(math.Pi/2, im))
	}
	square := x * x
	return Log(x + Sqrt(complex(1+real(square), imag(square))))
}

// Acos returns the inverse cosine of x.
func Acos(x complex128) complex128 {
	w := Asin(x)
	return complex(math.Pi/2-real(w), -imag(w))
}

// Acosh returns the inverse hyperbolic cosine of x.
func Acosh(x complex128) complex128 {
	if x == 0 {
		return complex(0, math.Copysign(math.Pi/2, imag(x)))
	}
	w := Acos(x)
	if imag(w) <= 0 {
		return turned(w)
	}
	return unturned(w)
}

// Atan returns the inverse tangent of x.
func Atan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0:
		return complex(math.Atan(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Atanh(im))
	case IsInf(x) && math.IsNaN(re):
		return complex(math.NaN(), math.Copysign(0, im))
	case IsInf(x):
		return complex(math.Copysign(math.Pi/2, re), math.Copysign(0, im))
	case IsNaN(x):
		return NaN()
	}
	square := re * re
	across := 1 - square - im*im
	below := square + (im-1)*(im-1)
	if across == 0 || below == 0 {
		return NaN()
	}
	above := square + (im+1)*(im+1)
	return complex(fromPi(0.5*math.Atan2(2*re, across)), 0.25*math.Log(above/below))
}

// Atanh returns the inverse hyperbolic tangent of x.
func Atanh(x complex128) complex128 { return unturned(Atan(turned(x))) }
