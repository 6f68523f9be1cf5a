// Package sort sorts slices and whatever has an order.
package sort

import "slices"

// Interface is a collection that can be sorted by index.
type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// few is up to how many elements insertion is quicker than anything else; Go sorts these in the same way.
const few = 12

// Sort sorts data; equal elements may change places.
func Sort(data Interface) { order(data.Less, data.Swap, data.Len()) }

// Stable sorts data; equal elements keep their order.
func Stable(data Interface) { stable(data.Less, data.Swap, data.Len()) }

// IsSorted reports whether data is sorted.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct{ Interface }

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse returns data in the opposite order.
func Reverse(data Interface) Interface { return &reverse{data} }

// Slice sorts the slice x by less; equal elements may change places.
func Slice(x any, less func(i, j int) bool) {
	order(less, func(i, j int) { swap(x, i, j) }, length(x))
}

// SliceStable sorts the slice x by less; equal elements keep their order.
func SliceStable(x any, less func(i, j int) bool) {
	stable(less, func(i, j int) { swap(x, i, j) }, length(x))
}

// SliceIsSorted reports whether the slice x is sorted by less.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := length(x) - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}

// length is len(x) of a slice of any type; it panics for anything else.
func length(x any) int

// swap exchanges two elements of a slice of any type.
func swap(x any, i, j int)

func order(less func(i, j int) bool, swap func(i, j int), n int) {
	if n <= few {
		insert(less, swap, 0, n)
		return
	}
	for i := n/2 - 1; i >= 0; i-- {
		sift(less, swap, i, n)
	}
	for i := n - 1; i > 0; i-- {
		swap(0, i)
		sift(less, swap, 0, i)
	}
}

func insert(less func(i, j int) bool, swap func(i, j int), from, to int) {
	for i := from + 1; i < to; i++ {
		for j := i; j > from && less(j, j-1); j-- {
			swap(j, j-1)
		}
	}
}

func sift(less func(i, j int) bool, swap func(i, j int), root, n int) {
	for {
		child := 2*root + 1
		if child >= n {
			return
		}
		if child+1 < n && less(child, child+1) {
			child++
		}
		if !less(root, child) {
			return
		}
		swap(root, child)
		root = child
	}
}

func stable(less func(i, j int) bool, swap func(i, j int), n int) {
	const block = 20
	for from := 0; from < n; from += block {
		insert(less, swap, from, min(from+block, n))
	}
	for size := block; size < n; size *= 2 {
		for from := 0; from+size < n; from += 2 * size {
			merge(less, swap, from, from+size, min(from+2*size, n))
		}
	}
}

// merge joins two sorted runs in place: it cuts the longer in half, finds where its middle belongs in the other, and
// rotates what lies between.
func merge(less func(i, j int) bool, swap func(i, j int), a, m, b int) {
	if a >= m || m >= b || !less(m, m-1) {
		return
	}
	if b-a == 2 {
		swap(a, m)
		return
	}
	var left, right int
	if m-a >= b-m {
		left = a + (m-a)/2
		right = m + Search(b-m, func(i int) bool { return !less(m+i, left) })
	} else {
		right = m + (b-m)/2
		left = a + Search(m-a, func(i int) bool { return less(right, a+i) })
		right++
	}
	rotate(swap, left, m, right)
	middle := left + right - m
	if m-a >= b-m {
		merge(less, swap, a, left, middle)
		merge(less, swap, middle+1, right, b)
	} else {
		merge(less, swap, a, left, middle-1)
		merge(less, swap, middle, right, b)
	}
}

func rotate(swap func(i, j int), a, m, b int) {
	flip(swap, a, m)
	flip(swap, m, b)
	flip(swap, a, b)
}

func flip(swap func(i, j int), a, b int) {
	for b--; a < b; a, b = a+1, b-1 {
		swap(a, b)
	}
}

// Search returns the smallest i from 0 to n for which f(i), false first and then true, is true.
func Search(n int, f func(int) bool) int {
	low, high := 0, n
	for low < high {
		middle := int(uint(low+high) >> 1)
		if !f(middle) {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// Find is Search by a comparison; found reports whether cmp(i) is 0.
func Find(n int, cmp func(int) int) (i int, found bool) {
	i = Search(n, func(i int) bool { return cmp(i) <= 0 })
	return i, i < n && cmp(i) == 0
}

// IntSlice is a sortable []int.
type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x IntSlice) Sort() { Sort(x) }

// Float64Slice is a sortable []float64; a NaN is before all else.
type Float64Slice []float64

func (x Float64Slice) Len() int           { return len(x) }
func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || (x[i] != x[i] && x[j] == x[j]) }
func (x Float64Slice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x Float64Slice) Sort() { Sort(x) }

// Search returns where v is or belongs.
func (x Float64Slice) Search(v float64) int { return SearchFloat64s(x, v) }

// Search returns where v is or belongs.
func (x IntSlice) Search(v int) int { return SearchInts(x, v) }

// Search returns where v is or belongs.
func (x StringSlice) Search(v string) int { return SearchStrings(x, v) }

// StringSlice is a sortable []string.
type StringSlice []string

func (x StringSlice) Len() int           { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x StringSlice) Sort() { Sort(x) }

// Ints sorts x.
func Ints(x []int) { slices.Sort(x) }

// Float64s sorts x; a NaN is before all else.
func Float64s(x []float64) { slices.Sort(x) }

// Strings sorts x.
func Strings(x []string) { slices.Sort(x) }

// IntsAreSorted reports whether x is sorted.
func IntsAreSorted(x []int) bool { return slices.IsSorted(x) }

// Float64sAreSorted reports whether x is sorted.
func Float64sAreSorted(x []float64) bool { return slices.IsSorted(x) }

// StringsAreSorted reports whether x is sorted.
func StringsAreSorted(x []string) bool { return slices.IsSorted(x) }

// SearchInts returns where x stands, or belongs, in a sorted slice.
func SearchInts(a []int, x int) int { return Search(len(a), func(i int) bool { return a[i] >= x }) }

// SearchFloat64s returns where x stands, or belongs, in a sorted slice.
func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// SearchStrings returns where x stands, or belongs, in a sorted slice.
func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}
