package main

import (
	"fmt"
	"strings"
)

type File struct {
	Name string
	Size int
	Kids []*File
}

func (f *File) Total() int {
	t := f.Size
	for _, k := range f.Kids {
		t += k.Total()
	}
	return t
}

func (f *File) Print(indent int) {
	fmt.Printf("%s%s (%d)\n", strings.Repeat("  ", indent), f.Name, f.Total())
	for _, k := range f.Kids {
		k.Print(indent + 1)
	}
}

func (f *File) Walk(visit func(path string, f *File) bool) { f.walk("", visit) }

func (f *File) walk(prefix string, visit func(string, *File) bool) bool {
	path := prefix + "/" + f.Name
	if !visit(path, f) {
		return false
	}
	for _, k := range f.Kids {
		if !k.walk(path, visit) {
			return false
		}
	}
	return true
}

func main() {
	root := &File{Name: "root", Kids: []*File{
		{Name: "a", Size: 3},
		{Name: "dir", Kids: []*File{{Name: "b", Size: 5}, {Name: "c", Size: 7}}},
		{"d", 1, nil},
	}}
	root.Print(0)
	root.Walk(func(p string, f *File) bool {
		fmt.Println(p)
		return f.Name != "b"
	})
}
