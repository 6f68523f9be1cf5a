package main

import (
	"errors"
	"fmt"
	"strconv"
)

type Expr interface {
	Eval(env map[string]float64) (float64, error)
}

type (
	Num    float64
	Var    string
	Binary struct {
		Op   rune
		L, R Expr
	}
)

func (n Num) Eval(map[string]float64) (float64, error) { return float64(n), nil }

func (v Var) Eval(env map[string]float64) (float64, error) {
	if x, ok := env[string(v)]; ok {
		return x, nil
	}
	return 0, fmt.Errorf("undefined %q", string(v))
}

func (b Binary) Eval(env map[string]float64) (float64, error) {
	l, err := b.L.Eval(env)
	if err != nil {
		return 0, err
	}
	r, err := b.R.Eval(env)
	if err != nil {
		return 0, err
	}
	switch b.Op {
	case '+':
		return l + r, nil
	case '*':
		return l * r, nil
	case '/':
		if r == 0 {
			return 0, errors.New("division by zero")
		}
		return l / r, nil
	}
	return 0, fmt.Errorf("bad operator %q", b.Op)
}

func show(e Expr) string {
	switch e := e.(type) {
	case Num:
		return strconv.FormatFloat(float64(e), 'g', -1, 64)
	case Var:
		return string(e)
	case Binary:
		return "(" + show(e.L) + string(e.Op) + show(e.R) + ")"
	}
	return "?"
}

func main() {
	e := Binary{'+', Num(1), Binary{'*', Var("x"), Num(2.5)}}
	fmt.Println(show(e))
	fmt.Println(e.Eval(map[string]float64{"x": 4}))
	fmt.Println(e.Eval(nil))
	fmt.Println(Binary{'/', Num(1), Num(0)}.Eval(nil))
	fmt.Println(Binary{'%', Num(1), Num(1)}.Eval(nil))
}
