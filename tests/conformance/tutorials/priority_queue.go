package main

import "fmt"

type Item struct {
	name string
	prio int
}

type Heap []Item

func (h *Heap) Push(it Item) {
	*h = append(*h, it)
	for i := len(*h) - 1; i > 0; {
		p := (i - 1) / 2
		if (*h)[p].prio <= (*h)[i].prio {
			break
		}
		(*h)[p], (*h)[i] = (*h)[i], (*h)[p]
		i = p
	}
}

func (h *Heap) Pop() Item {
	old := *h
	top := old[0]
	n := len(old) - 1
	old[0] = old[n]
	*h = old[:n]
	for i := 0; ; {
		c := 2*i + 1
		if c >= n {
			break
		}
		if c+1 < n && (*h)[c+1].prio < (*h)[c].prio {
			c++
		}
		if (*h)[i].prio <= (*h)[c].prio {
			break
		}
		(*h)[i], (*h)[c] = (*h)[c], (*h)[i]
		i = c
	}
	return top
}

func main() {
	var h Heap
	for i, n := range []string{"write", "test", "rest", "think"} {
		h.Push(Item{n, (i*7 + 3) % 5})
	}
	for len(h) > 0 {
		it := h.Pop()
		fmt.Println(it.prio, it.name)
	}
}
