// Package hex writes bytes as hexadecimal digits, and reads them.
package hex

import (
	"errors"
	"fmt"
)

const digits = "0123456789abcdef"

// ErrLength says that there is an odd number of digits.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// InvalidByteError says what isn't a hexadecimal digit.
type InvalidByteError byte

func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

// EncodedLen returns how many digits n bytes have.
func EncodedLen(n int) int { return n * 2 }

// DecodedLen returns how many bytes n digits are.
func DecodedLen(n int) int { return n / 2 }

// EncodeToString returns the digits of src.
func EncodeToString(src []byte) string {
	dst := make([]byte, 2*len(src))
	Encode(dst, src)
	return string(dst)
}

// Encode writes the digits of src to dst.
func Encode(dst, src []byte) int {
	for i, c := range src {
		dst[2*i], dst[2*i+1] = digits[c>>4], digits[c&15]
	}
	return 2 * len(src)
}

// DecodeString returns the bytes of digits.
func DecodeString(s string) ([]byte, error) {
	dst := make([]byte, len(s)/2)
	n, err := Decode(dst, []byte(s))
	return dst[:n], err
}

// Decode writes the bytes of digits to dst.
func Decode(dst, src []byte) (int, error) {
	for i := 0; i < len(src)/2; i++ {
		high, ok := value(src[2*i])
		if !ok {
			return i, InvalidByteError(src[2*i])
		}
		low, ok := value(src[2*i+1])
		if !ok {
			return i, InvalidByteError(src[2*i+1])
		}
		dst[i] = high<<4 | low
	}
	if len(src)%2 == 1 {
		if last := src[len(src)-1]; len(src) > 0 {
			if _, ok := value(last); !ok {
				return len(src) / 2, InvalidByteError(last)
			}
		}
		return len(src) / 2, ErrLength
	}
	return len(src) / 2, nil
}

func value(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}
