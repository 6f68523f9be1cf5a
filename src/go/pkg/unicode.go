// Package unicode tells what kind of character a rune is.
package unicode

// The limits of runes.
const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
)

// What class answers.
const (
	upper = 1 << iota
	lower
	title
	letter
	digit
	number
	mark
	punct
	symbol
	space
	control
	separator
)

// class returns what r is.
func class(r rune) int

// IsUpper reports whether r is an upper case letter.
func IsUpper(r rune) bool { return class(r)&upper != 0 }

// IsLower reports whether r is a lower case letter.
func IsLower(r rune) bool { return class(r)&lower != 0 }

// IsTitle reports whether r is a title case letter.
func IsTitle(r rune) bool { return class(r)&title != 0 }

// IsLetter reports whether r is a letter.
func IsLetter(r rune) bool { return class(r)&letter != 0 }

// IsDigit reports whether r is a decimal digit.
func IsDigit(r rune) bool { return class(r)&digit != 0 }

// IsNumber reports whether r is a number.
func IsNumber(r rune) bool { return class(r)&number != 0 }

// IsMark reports whether r is a mark.
func IsMark(r rune) bool { return class(r)&mark != 0 }

// IsPunct reports whether r is punctuation.
func IsPunct(r rune) bool { return class(r)&punct != 0 }

// IsSymbol reports whether r is a symbol.
func IsSymbol(r rune) bool { return class(r)&symbol != 0 }

// IsSpace reports whether r is white space.
func IsSpace(r rune) bool { return class(r)&space != 0 }

// IsControl reports whether r is a control character.
func IsControl(r rune) bool { return class(r)&control != 0 }

// IsGraphic reports whether r is a letter, mark, number, punctuation, symbol or space.
func IsGraphic(r rune) bool {
	return class(r)&(letter|mark|number|punct|symbol|separator) != 0
}

// IsPrint is IsGraphic but for all spaces except the ASCII one.
func IsPrint(r rune) bool {
	return r == ' ' || class(r)&(letter|mark|number|punct|symbol) != 0
}

// ToUpper returns r in upper case.
func ToUpper(r rune) rune

// ToLower returns r in lower case.
func ToLower(r rune) rune

// ToTitle returns r in title case.
func ToTitle(r rune) rune {
	switch r {
	case 'Ǆ', 'ǅ', 'ǆ':
		return 'ǅ'
	case 'Ǉ', 'ǈ', 'ǉ':
		return 'ǈ'
	case 'Ǌ', 'ǋ', 'ǌ':
		return 'ǋ'
	case 'Ǳ', 'ǲ', 'ǳ':
		return 'ǲ'
	}
	return ToUpper(r)
}
