package main

import (
	"fmt"
	"strings"
)

type Board [9]byte

var lines = [...][3]int{{0, 1, 2}, {3, 4, 5}, {6, 7, 8}, {0, 3, 6}, {1, 4, 7}, {2, 5, 8}, {0, 4, 8}, {2, 4, 6}}

func (b *Board) winner() byte {
	for _, l := range lines {
		if b[l[0]] != 0 && b[l[0]] == b[l[1]] && b[l[1]] == b[l[2]] {
			return b[l[0]]
		}
	}
	return 0
}

func (b *Board) minimax(player byte) (score, move int) {
	if w := b.winner(); w != 0 {
		if w == 'X' {
			return 1, -1
		}
		return -1, -1
	}
	move = -1
	for i := range b {
		if b[i] != 0 {
			continue
		}
		b[i] = player
		other := byte('X' + 'O' - player)
		s, _ := b.minimax(other)
		b[i] = 0
		if move == -1 || player == 'X' && s > score || player == 'O' && s < score {
			score, move = s, i
		}
	}
	return
}

func (b Board) String() string {
	var sb strings.Builder
	for i, c := range b {
		if c == 0 {
			c = '.'
		}
		sb.WriteByte(c)
		if i%3 == 2 {
			sb.WriteByte('\n')
		}
	}
	return sb.String()
}

func main() {
	var b Board
	b[0], b[1], b[4] = 'X', 'O', 'X'
	player := byte('O')
	for b.winner() == 0 {
		_, m := b.minimax(player)
		if m < 0 {
			break
		}
		b[m] = player
		player = 'X' + 'O' - player
	}
	fmt.Print(b)
	fmt.Printf("winner %c\n", b.winner())
}
