package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"time"
)

type Color int

func (c Color) MarshalText() ([]byte, error) {
	if c < 0 {
		return nil, errors.New("negative color")
	}
	return []byte([]string{"red", "green"}[c]), nil
}

func (c *Color) UnmarshalText(b []byte) error {
	switch string(b) {
	case "red":
		*c = 0
	case "green":
		*c = 1
	default:
		return fmt.Errorf("bad color %q", b)
	}
	return nil
}

type Stamp struct{ sec int }

func (s Stamp) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, "{ \"sec\": %d }", s.sec), nil }
func (s *Stamp) UnmarshalJSON(b []byte) error {
	_, err := fmt.Sscanf(string(b), `{"sec":%d}`, &s.sec)
	return err
}

type PtrOnly struct{ x int }

func (p *PtrOnly) MarshalJSON() ([]byte, error) { return []byte(`"ptr"`), nil }

type Bad struct{}

func (Bad) MarshalJSON() ([]byte, error) { return nil, errors.New("boom") }

type Ugly struct{}

func (Ugly) MarshalJSON() ([]byte, error) { return []byte("{x}"), nil }

type Address struct {
	Street string `json:"street"`
	City   string `json:"city,omitempty"`
}

type Meta struct {
	Version int
	hidden  string
	Name    string `json:"name"`
}

type Person struct {
	Meta
	*Address
	Name    string             `json:"name"`
	Age     int                `json:"age,omitempty"`
	Email   *string            `json:"email"`
	Tags    []string           `json:"tags"`
	Scores  map[string]float64 `json:"scores,omitempty"`
	Ints    map[int]bool       `json:"ints,omitempty"`
	Raw     json.RawMessage    `json:"raw,omitempty"`
	Secret  string             `json:"-"`
	Dash    string             `json:"-,"`
	Quoted  int64              `json:"quoted,string"`
	Color   Color              `json:"color"`
	When    Stamp              `json:"when"`
	P       PtrOnly            `json:"p"`
	PP      *PtrOnly           `json:"pp"`
	Any     any                `json:"any"`
	Bytes   []byte             `json:"bytes"`
	Grid    [2][2]int8         `json:"grid"`
	F32     float32            `json:"f32"`
	Zero    time.Duration      `json:"zero,omitzero"`
	ByColor map[Color]int      `json:"by_color,omitempty"`
	R       rune
	unexp   int
}

type list struct {
	V    int   `json:"v"`
	Next *list `json:"next,omitempty"`
}

type chat interface{ Say() string }
type dog struct{ Name string }

func (d dog) Say() string { return d.Name }

func main() {
	show := func(v any) {
		b, err := json.Marshal(v)
		fmt.Println(string(b), err)
	}
	mail := "a@b.c"
	p := Person{Meta: Meta{Version: 2, Name: "meta"}, Address: &Address{"Main <St>", ""}, Name: "Ann \"A\" & co\n\t\u2028é\x01\xff", Email: &mail, Scores: map[string]float64{"b": 1, "a": 0.1}, Ints: map[int]bool{10: true, 9: false}, Raw: json.RawMessage(`{"k": [1, 2]}`), Secret: "s", Dash: "d", Quoted: 12, Color: 1, When: Stamp{3}, PP: &PtrOnly{}, Any: []any{1, "x", nil, 2.5, map[string]any{"z": 1, "y": []int{}}}, Bytes: []byte("hi"), Grid: [2][2]int8{{1, 2}, {3, -4}}, F32: 0.1, ByColor: map[Color]int{1: 5, 0: 6}, R: 'x'}
	show(p)
	show(&p)
	show(Person{})
	for _, v := range []any{nil, true, -5, uint8(3), 1e21, 1e20, 1e-6, 1e-7, 123456789.125, float32(1e21), float32(3.4e-7), 100.0, math.MaxInt64, "", "héllo", []int(nil), []int{}, map[string]int(nil), map[string]int{}, struct{}{}, [0]int{}, (*int)(nil), &mail, Color(0), []Color{1, 0}, &list{1, &list{2, nil}}, time.Second, json.Number("12.50"), []byte(nil), []byte{}, dog{"rex"}, []chat{dog{"a"}, nil}, map[string]any{"b": nil, "a": dog{"x"}}, [][]string{{"a"}, {}, nil}, 'x', map[uint8]string{2: "b", 10: "c"}, json.RawMessage(nil), PtrOnly{}, &PtrOnly{}, []PtrOnly{{}}, map[string]PtrOnly{"a": {}}, struct {
		A int `json:",omitempty"`
		B int `json:"b c"`
		C *bool
	}{}} {
		show(v)
	}
	for _, v := range []any{math.NaN(), math.Inf(-1), make(chan int), func() {}, 1i, Bad{}, Ugly{}, Color(-1), map[string]any{"f": func() {}}, []any{1, make(chan int)}} {
		show(v)
	}
	b, err := json.MarshalIndent(map[string]any{"a": []int{1, 2}, "e": []int{}, "m": map[string]int{}, "s": "x,y:{}", "n": nil}, ">", "  ")
	fmt.Println(string(b), err)
	b, _ = json.MarshalIndent(p, "", "\t")
	fmt.Println(string(b))

	var q Person
	err = json.Unmarshal([]byte(`{"Version":3,"street":"S","city":"C","NAME":"Bob","age":41,"email":"x@y","tags":["a","b"],"scores":{"m":1.5},"ints":{"1":true},"raw":{"a": 1 },"Secret":"no","-":"dash","quoted":"77","color":"green","when":{"sec":9},"any":{"k":[1,"2",null,true]},"bytes":"aGk=","grid":[[1],[2,3,4]],"f32":1.5,"by_color":{"red":1},"R":120,"unknown":1}`), &q)
	fmt.Println(err, q.Version, q.Address.Street, q.City, q.Name, q.Age, *q.Email, q.Tags, q.Scores, q.Ints, string(q.Raw), q.Secret, q.Dash, q.Quoted, q.Color, q.When, q.Any, string(q.Bytes), q.Grid, q.F32, q.ByColor, q.R)
	var l list
	fmt.Println(json.Unmarshal([]byte(`{"v":1,"next":{"v":2,"next":{"v":3}}}`), &l), l.V, l.Next.V, l.Next.Next.V, l.Next.Next.Next)
	var anyv any
	fmt.Println(json.Unmarshal([]byte(` {"num":6.13,"strs":["a","b"],"\u00e9\ud83d\ude00\n":"\ud800x"} `), &anyv), anyv)
	m := anyv.(map[string]any)
	fmt.Printf("%T %T %v\n", m["num"], m["strs"], m["strs"].([]any)[0])
	var c Color
	fmt.Println(json.Unmarshal([]byte(`"blue"`), &c), json.Unmarshal([]byte(`5`), &c), json.Unmarshal([]byte(`"green"`), &c), c)
	var ip *int
	fmt.Println(json.Unmarshal([]byte(`5`), &ip), *ip)
	fmt.Println(json.Unmarshal([]byte(`null`), &ip), ip)
	type ms map[string]*Address
	var addresses ms
	fmt.Println(json.Unmarshal([]byte(`{"h":{"street":"x"}}`), &addresses), addresses["h"].Street)
	var persons []struct{ Name string }
	fmt.Println(json.Unmarshal([]byte(`[{"name":"a"},{"name":2},{"name":"c"}]`), &persons), persons)
	var say chat
	fmt.Println(json.Unmarshal([]byte(`{"Name":"x"}`), &say))
	var arr [3]int
	fmt.Println(json.Unmarshal([]byte(`[1,2]`), &arr), arr, json.Valid([]byte(`{"a":[]}`)), json.Valid([]byte(`{a}`)))

	enc := json.NewEncoder(os.Stdout)
	enc.Encode(map[string]int{"apple": 5, "lettuce": 7})
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	enc.Encode([]string{"<&>"})
	dec := json.NewDecoder(strings.NewReader(`{"Name":"Ed","Text":"Knock knock."} {"Name":"Sam"}  5 [1,2] "x" tru`))
	for {
		var v any
		if err := dec.Decode(&v); err == io.EOF {
			break
		} else if err != nil {
			fmt.Println(err, errors.Is(err, io.ErrUnexpectedEOF))
			break
		}
		fmt.Println(v)
	}
	dec = json.NewDecoder(strings.NewReader(`{"v":1,"w":2}`))
	dec.DisallowUnknownFields()
	fmt.Println(dec.Decode(&l))
	dec = json.NewDecoder(strings.NewReader(`[1.50, 2]`))
	dec.UseNumber()
	fmt.Println(dec.Decode(&anyv), anyv)
	r, w := io.Pipe()
	go func() {
		for i := range 3 {
			json.NewEncoder(w).Encode(list{V: i})
		}
		w.Close()
	}()
	for dec := json.NewDecoder(r); ; {
		var l list
		if err := dec.Decode(&l); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(l.V)
	}
	var buf bytes.Buffer
	fmt.Println(json.Compact(&buf, []byte(`{ "a" : [ 1 , "b c" ] }`)), buf.String())
	buf.Reset()
	fmt.Println(json.Indent(&buf, []byte(`{"a":[1,{}]}`), "", "--"), buf.String())
	buf.Reset()
	json.HTMLEscape(&buf, []byte(`"<a>&"`))
	fmt.Println(buf.String())
}
