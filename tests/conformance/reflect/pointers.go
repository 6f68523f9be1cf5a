package main

import (
	"fmt"
	"reflect"
)

type T struct {
	A int
	P *string
}

func (t *T) Double() { t.A *= 2 }

type doubler interface{ Double() }

func main() {
	t := reflect.TypeOf(T{})
	p := reflect.New(t)
	p.Elem().Field(0).SetInt(21)
	p.Interface().(doubler).Double()
	fmt.Println(p.Type(), p.Elem(), p.Elem().Field(0), p.Interface().(*T).A)
	s := reflect.New(reflect.TypeFor[string]())
	s.Elem().SetString("hi")
	p.Elem().Field(1).Set(s)
	fmt.Println(*p.Interface().(*T).P, *s.Interface().(*string), reflect.PointerTo(t), reflect.TypeFor[*T]() == reflect.PointerTo(t))
	var x T
	v := reflect.ValueOf(&x).Elem()
	v.Addr().Interface().(*T).A = 5
	a := v.Field(0).Addr().Interface().(*int)
	*a += 2
	fmt.Println(x.A, v.CanAddr(), reflect.ValueOf(x).CanAddr(), reflect.PointerTo(t).Implements(reflect.TypeFor[doubler]()), t.Implements(reflect.TypeFor[doubler]()))
	pp := reflect.New(reflect.TypeFor[*T]())
	fmt.Println(pp.Type(), pp.Elem().IsNil())
	pp.Elem().Set(reflect.ValueOf(&x))
	fmt.Println(pp.Elem().Elem().Field(0), **pp.Interface().(**T) == x)
	defer func() { fmt.Println(recover()) }()
	reflect.ValueOf(x).Addr()
}
