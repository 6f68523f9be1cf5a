package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"sort"
	"strings"
	"time"
)

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type Base struct {
	ID   int `json:"id" db:"pk"`
	note string
}

type User struct {
	Base
	Name   string         `json:"name,omitempty"`
	Age    uint8          "plain"
	Tags   []string       `json:"tags"`
	Extra  map[string]any `x:"a\"b" y:"c"`
	Next   *User          `json:"-"`
	When   time.Duration
	F      func(int) string
	C      chan int
	E      error
	Temp   Celsius
	Grid   [2][3]int8
	secret complex64
	Any    any
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

type Shape interface {
	Area() float64
	Name() string
}

type Square struct{ side float64 }

func (s Square) Area() float64 { return s.side * s.side }
func (s *Square) Name() string { return "square" }

type node struct {
	v    int
	next *node
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
}

func main() {
	for _, v := range []any{1, "s", 2.5, true, 'x', byte(1), uint(3), int64(5), 1i, complex64(2), []int{1}, [3]string{}, map[string]int{}, make(chan int), func() {}, &User{}, User{}, Celsius(3), time.Second, errors.New("e"), struct{ X, y int }{1, 2}, Pair[string, int]{"a", 1}, &Pair[int, []byte]{}, os.Stdout, time.Now(), strings.NewReader("x"), uintptr(1), int8(2), float32(1)} {
		t := reflect.TypeOf(v)
		fmt.Println(t, t.Name(), t.Kind(), t.Size(), t.Comparable(), t == reflect.TypeOf(v))
	}
	fmt.Println(reflect.TypeOf(nil), reflect.TypeFor[error](), reflect.TypeFor[int]().Bits(), reflect.TypeOf((*io.Reader)(nil)).Elem().Kind())
	u := User{Base: Base{7, "n"}, Name: "ann", Age: 3, Tags: []string{"a", "b"}, Extra: map[string]any{"k": 1}, When: time.Second, Temp: 20, secret: 1i, Any: 5}
	t := reflect.TypeOf(u)
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Type.Kind(), f.Tag, f.Tag.Get("json"), f.Index, f.Anonymous, f.IsExported(), f.PkgPath)
	}
	f, ok := t.FieldByName("ID")
	fmt.Println(f.Name, f.Index, f.Tag.Get("db"), ok)
	f, _ = t.FieldByName("Extra")
	x, okx := f.Tag.Lookup("x")
	_, okz := f.Tag.Lookup("z")
	fmt.Println(x, okx, okz, f.Tag.Get("y"), f.Type.Key(), f.Type.Elem(), t.Field(11).Type.Len())
	v := reflect.ValueOf(u)
	for i := range v.NumField() {
		f := v.Field(i)
		fmt.Print(t.Field(i).Name, "=", f, " ", f.Kind(), " ", f.CanInterface(), f.CanSet(), f.IsZero(), "; ")
	}
	fmt.Println()
	fmt.Printf("%v %d %s %+v %T\n", v.Field(1), v.Field(2), v.Field(10), v.Field(0), v.Field(1).Interface())

	p := reflect.ValueOf(&u).Elem()
	p.FieldByName("Name").SetString("bob")
	p.FieldByName("ID").SetInt(99)
	p.Field(2).SetUint(300)
	p.FieldByName("Temp").SetFloat(1.25)
	p.FieldByName("Tags").Index(1).SetString("z")
	p.FieldByName("Tags").Set(reflect.Append(p.FieldByName("Tags"), reflect.ValueOf("q")))
	p.FieldByName("Extra").SetMapIndex(reflect.ValueOf("new"), reflect.ValueOf([]int{1, 2}))
	p.FieldByName("Extra").SetMapIndex(reflect.ValueOf("k"), reflect.Value{})
	p.FieldByName("Grid").Index(1).Index(2).SetInt(-5)
	p.FieldByName("Any").Set(reflect.ValueOf("str"))
	p.FieldByName("E").Set(reflect.ValueOf(io.EOF))
	fmt.Println(u.ID, u.Name, u.Age, u.Temp, u.Tags, u.Extra, u.Grid, u.Any, u.E)
	a := p.FieldByName("Any")
	fmt.Println(a.Kind(), a.Elem().Kind(), a.Elem().String(), a.IsNil(), p.FieldByName("Next").IsNil(), p.FieldByName("Nope").IsValid())
	p.FieldByName("Any").SetZero()
	fmt.Println(u.Any, p.FieldByName("Next").Elem().IsValid())

	n := 3
	nv := reflect.ValueOf(&n)
	nv.Elem().SetInt(42)
	fmt.Println(n, nv.Elem().CanSet(), reflect.ValueOf(n).CanSet(), reflect.Indirect(nv).Int(), nv.Kind() == reflect.Ptr)
	m := map[string]int{"b": 2, "a": 1}
	mv := reflect.ValueOf(m)
	keys := mv.MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
	for _, k := range keys {
		fmt.Print(k, ":", mv.MapIndex(k), " ")
	}
	fmt.Println(mv.Len(), mv.MapIndex(reflect.ValueOf("zz")).IsValid())
	sum := 0
	for it := mv.MapRange(); it.Next(); {
		sum += int(it.Value().Int())
	}
	ms := reflect.MakeSlice(reflect.TypeOf([]Celsius{}), 2, 5)
	ms.Index(0).SetFloat(36.6)
	mm := reflect.MakeMap(reflect.TypeOf(map[int]bool{}))
	mm.SetMapIndex(reflect.ValueOf(1), reflect.ValueOf(true))
	fmt.Println(sum, ms, ms.Len(), ms.Cap(), ms.Interface().([]Celsius)[0], mm.Interface(), reflect.Zero(t).Field(1).String() == "")
	s := []int{1, 2, 3}
	swap := reflect.Swapper(s)
	swap(0, 2)
	fmt.Println(s, reflect.ValueOf(s).Index(1), reflect.ValueOf([2]int{4, 5}).Index(1), reflect.ValueOf("héy").Index(1).Uint(), reflect.ValueOf("héy").Len())
	fmt.Println(reflect.ValueOf(3), reflect.ValueOf(3).String(), reflect.ValueOf("x").String(), reflect.ValueOf([]byte("hi")).Bytes(), reflect.ValueOf(2.5).Float(), reflect.ValueOf(1i).Complex(), reflect.ValueOf(true).Bool(), reflect.ValueOf(uint8(3)).Uint())
	var zero reflect.Value
	fmt.Println(zero.IsValid(), zero.Kind(), zero.String(), zero)

	shape := reflect.TypeFor[Shape]()
	fmt.Println(reflect.TypeOf(Square{}).Implements(shape), reflect.TypeOf(&Square{}).Implements(shape), reflect.TypeOf(Celsius(0)).Implements(reflect.TypeFor[fmt.Stringer]()), shape.Implements(shape))

	try("Int", func() { reflect.ValueOf("s").Int() })
	try("SetInt", func() { reflect.ValueOf(n).SetInt(3) })
	try("unexported", func() { v.FieldByName("secret").Interface() })
	try("SetString", func() { nv.Elem().SetString("x") })
	try("Elem", func() { reflect.ValueOf(n).Elem() })
	try("NumField", func() { reflect.TypeOf(1).NumField() })
	try("Elem type", func() { reflect.TypeOf(1).Elem() })
	try("Index", func() { reflect.ValueOf(s).Index(9) })
	try("Set", func() { nv.Elem().Set(reflect.ValueOf("x")) })
	try("zero", func() { zero.Type() })
	try("nil map", func() { reflect.ValueOf(map[string]int(nil)).SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf(1)) })
	try("Field", func() { v.Field(99) })
	try("Len", func() { reflect.ValueOf(1).Len() })

	loop, loop2 := &node{v: 1}, &node{v: 1}
	loop.next, loop2.next = loop, loop2
	var np *int
	fmt.Println(
		reflect.DeepEqual([]int{1, 2}, []int{1, 2}), reflect.DeepEqual([]int{1, 2}, []int{2, 1}), reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {1}}),
		reflect.DeepEqual([]int{}, []int(nil)), reflect.DeepEqual(1, int64(1)), reflect.DeepEqual(nil, nil), reflect.DeepEqual(nil, np), reflect.DeepEqual(&u, &u),
		reflect.DeepEqual(loop, loop2), reflect.DeepEqual(u, User{}), reflect.DeepEqual(Pair[string, []int]{"a", nil}, Pair[string, []int]{"a", nil}), reflect.DeepEqual(errors.New("a"), errors.New("a")),
		reflect.DeepEqual([]any{1, "a", []int{2}}, []any{1, "a", []int{2}}), reflect.DeepEqual(func() {}, func() {}), reflect.DeepEqual(map[int]int(nil), map[int]int{}), reflect.DeepEqual([1]float64{0}, [1]float64{0}))
}
