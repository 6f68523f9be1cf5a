//how: refused

package main

type Handler func(string) error

func ok(s string) error { return nil }
func bad(s string)      {}
func bad2(n int) error  { return nil }

type Mux struct{ h map[string]Handler }

func main() {
	m := Mux{h: map[string]Handler{"a": ok, "b": bad, "c": bad2}}
	m.h["x"] = func(s string) error { return s }
	var h Handler = ok
	h(5)
	err := h("a", "b")
	if err := h("x"); err != nil {
		return err
	}
	n := h("y") + 1
	_, _ = err, n
}
