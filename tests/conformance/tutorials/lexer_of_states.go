package main

import (
	"fmt"
	"strings"
)

type stateFn func(*lexer) stateFn
type token struct {
	typ tokenType
	val string
}
type tokenType int

const (
	tokErr tokenType = iota
	tokNum
	tokOp
	tokEOF
)

type lexer struct {
	input      string
	start, pos int
	out        chan token
}

func (l *lexer) emit(t tokenType) { l.out <- token{t, l.input[l.start:l.pos]}; l.start = l.pos }
func lexStart(l *lexer) stateFn {
	for l.pos < len(l.input) && l.input[l.pos] == ' ' {
		l.pos++
		l.start = l.pos
	}
	if l.pos >= len(l.input) {
		l.emit(tokEOF)
		return nil
	}
	switch c := l.input[l.pos]; {
	case c >= '0' && c <= '9':
		return lexNum
	case strings.ContainsRune("+-*/()", rune(c)):
		l.pos++
		l.emit(tokOp)
		return lexStart
	default:
		l.out <- token{tokErr, fmt.Sprintf("unexpected %q", c)}
		return nil
	}
}
func lexNum(l *lexer) stateFn {
	for l.pos < len(l.input) && '0' <= l.input[l.pos] && l.input[l.pos] <= '9' {
		l.pos++
	}
	l.emit(tokNum)
	return lexStart
}
func lex(s string) <-chan token {
	l := &lexer{input: s, out: make(chan token)}
	go func() {
		defer close(l.out)
		for st := stateFn(lexStart); st != nil; {
			st = st(l)
		}
	}()
	return l.out
}
func main() {
	for t := range lex("12 + 3*(4-x)") {
		fmt.Printf("%d:%q ", t.typ, t.val)
	}
	fmt.Println()
	for t := range lex("1+2") {
		fmt.Print(t, " ")
	}
	fmt.Println()
}
