package main

import (
	"fmt"
	"strings"
)

type ServerState int

const (
	StateIdle ServerState = iota
	StateConnected
	StateError
	StateRetrying
)

var stateName = map[ServerState]string{
	StateIdle:      "idle",
	StateConnected: "connected",
	StateError:     "error",
	StateRetrying:  "retrying",
}

func (ss ServerState) String() string { return stateName[ss] }

func transition(s ServerState) ServerState {
	switch s {
	case StateIdle:
		return StateConnected
	case StateConnected, StateRetrying:
		return StateIdle
	case StateError:
		return StateError
	default:
		panic(fmt.Errorf("unknown state: %s", s))
	}
}

type Perm uint8

const (
	Read Perm = 1 << iota
	Write
	Exec
)

func (p Perm) String() string {
	var parts []string
	for _, f := range []struct {
		p Perm
		s string
	}{{Read, "r"}, {Write, "w"}, {Exec, "x"}} {
		if p&f.p != 0 {
			parts = append(parts, f.s)
		}
	}
	return strings.Join(parts, "|")
}

func main() {
	ns := transition(StateIdle)
	fmt.Println(ns, transition(ns))
	p := Read | Exec
	fmt.Println(p, p&^Read, p|Write, Perm(0))
	fmt.Printf("%d %v %s %08b\n", p, p, p, p)
	transition(ServerState(9))
}
