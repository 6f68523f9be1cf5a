package main

import (
	"fmt"
	"strings"
	"unicode"
)

type token struct {
	kind kind
	text string
}

type kind int

const (
	word kind = iota + 1
	number
	symbol
	end = kind(-1)
)

func (k kind) String() string {
	switch k {
	case word, number:
		return [...]string{word: "word", number: "number"}[k]
	case end:
		return "end"
	default:
		return fmt.Sprintf("kind(%d)", int(k))
	}
}

type lexer struct {
	in    []rune
	start int
	pos   int
	out   chan<- token
}

type state func(*lexer) state

func (l *lexer) emit(k kind) {
	l.out <- token{k, string(l.in[l.start:l.pos])}
	l.start = l.pos
}

func (l *lexer) while(f func(rune) bool) {
	for l.pos < len(l.in) && f(l.in[l.pos]) {
		l.pos++
	}
}

func begin(l *lexer) state {
	l.while(unicode.IsSpace)
	l.start = l.pos
	if l.pos == len(l.in) {
		l.emit(end)
		return nil
	}
	switch r := l.in[l.pos]; {
	case unicode.IsLetter(r):
		return inWord
	case '0' <= r && r <= '9':
		return func(l *lexer) state {
			l.while(unicode.IsDigit)
			l.emit(number)
			return begin
		}
	}
	l.pos++
	l.emit(symbol)
	return begin
}

func inWord(l *lexer) state {
	l.while(func(r rune) bool { return unicode.IsLetter(r) || r == '_' })
	l.emit(word)
	return begin
}

func main() {
	tokens := make(chan token)
	go func() {
		defer close(tokens)
		l := &lexer{in: []rune("größe_x = 42 + naïve世界*7"), out: tokens}
		for s := state(begin); s != nil; {
			s = s(l)
		}
	}()
	i := 0
next:
	t, ok := <-tokens
	if ok {
		i++
		fmt.Printf("%2d %-8v %5q %x\n", i, t.kind, t.text, t.text)
		goto next
	}
	fmt.Println(strings.Repeat("-", i), i, symbol, kind(9))
}
