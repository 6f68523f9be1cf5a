package main

import "fmt"

type Move int

const (
	Rock Move = iota
	Paper
	Scissors
)

func (m Move) String() string    { return [...]string{"rock", "paper", "scissors"}[m] }
func (m Move) Beats(o Move) bool { return (m+2)%3 == o }

type Player struct {
	name  string
	moves chan Move
}

func play(p Player, ms ...Move) {
	for _, m := range ms {
		p.moves <- m
	}
	close(p.moves)
}

func main() {
	a, b := Player{"ann", make(chan Move)}, Player{"bob", make(chan Move)}
	go play(a, Rock, Paper, Scissors, Rock)
	go play(b, Scissors, Paper, Rock, Paper)
	score := map[string]int{}
	for round := 1; ; round++ {
		x, ok := <-a.moves
		if !ok {
			break
		}
		y := <-b.moves
		switch {
		case x.Beats(y):
			score[a.name]++
		case y.Beats(x):
			score[b.name]++
		default:
			score["draw"]++
		}
		fmt.Printf("round %d: %v vs %v\n", round, x, y)
	}
	fmt.Println(score)
}
