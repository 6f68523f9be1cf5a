package main

import (
	"fmt"
	"sort"
)

type Person struct {
	Name string
	Age  int
}

type ByAge []Person

func (a ByAge) Len() int           { return len(a) }
func (a ByAge) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }
func (a ByAge) Less(i, j int) bool { return a[i].Age < a[j].Age }

func main() {
	ints := []int{3, 1, 2}
	sort.Ints(ints)
	strs := []string{"b", "c", "a"}
	sort.Strings(strs)
	fs := []float64{2.5, -1, 0}
	sort.Float64s(fs)
	fmt.Println(ints, strs, fs, sort.IntsAreSorted(ints))
	people := []Person{{"A", 30}, {"B", 25}, {"C", 35}, {"D", 25}}
	sort.Sort(ByAge(people))
	fmt.Println(people[0].Age, people[3])
	sort.SliceStable(people, func(i, j int) bool { return people[i].Name < people[j].Name })
	sort.SliceStable(people, func(i, j int) bool { return people[i].Age < people[j].Age })
	fmt.Println(people)
	sort.Sort(sort.Reverse(sort.IntSlice(ints)))
	fmt.Println(ints)
	sort.Slice(strs, func(i, j int) bool { return strs[i] > strs[j] })
	fmt.Println(strs)
	x := []int{1, 3, 5, 7}
	fmt.Println(sort.SearchInts(x, 5), sort.SearchInts(x, 4), sort.Search(len(x), func(i int) bool { return x[i] >= 6 }))
	sort.Stable(ByAge(people))
	fmt.Println(sort.IsSorted(ByAge(people)), sort.SearchStrings([]string{"a", "c"}, "b"))
}
