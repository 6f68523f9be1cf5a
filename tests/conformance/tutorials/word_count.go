package main

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
)

const text = `It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness`

func count(line string) map[string]int {
	m := make(map[string]int)
	words := strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range words {
		m[w]++
	}
	return m
}

func main() {
	lines := strings.Split(text, "\n")
	parts := make(chan map[string]int)
	for _, l := range lines {
		go func() { parts <- count(l) }()
	}
	total := make(map[string]int)
	for range lines {
		for w, n := range <-parts {
			total[w] += n
		}
	}
	type kv struct {
		word string
		n    int
	}
	var sorted []kv
	for w, n := range total {
		sorted = append(sorted, kv{w, n})
	}
	sort.Slice(sorted, func(i, j int) bool {
		if sorted[i].n != sorted[j].n {
			return sorted[i].n > sorted[j].n
		}
		return sorted[i].word < sorted[j].word
	})
	for _, e := range sorted[:6] {
		fmt.Printf("%-8s %d %s\n", e.word, e.n, strings.Repeat("*", e.n))
	}
}
