package main

import "fmt"

type State int

const (
	Idle State = iota
	Running
	Paused
	Stopped
)

var names = [...]string{"idle", "running", "paused", "stopped"}

func (s State) String() string { return names[s] }

type Event string

type Machine struct {
	state State
	table map[State]map[Event]State
	hooks []func(from, to State)
}

func NewMachine() *Machine {
	return &Machine{table: map[State]map[Event]State{
		Idle:    {"start": Running},
		Running: {"pause": Paused, "stop": Stopped},
		Paused:  {"resume": Running, "stop": Stopped},
	}}
}

func (m *Machine) Fire(e Event) error {
	next, ok := m.table[m.state][e]
	if !ok {
		return fmt.Errorf("event %q not allowed in state %v", e, m.state)
	}
	for _, h := range m.hooks {
		h(m.state, next)
	}
	m.state = next
	return nil
}

func main() {
	m := NewMachine()
	m.hooks = append(m.hooks, func(a, b State) { fmt.Printf("%v -> %v\n", a, b) })
	for _, e := range []Event{"start", "pause", "start", "resume", "stop", "resume"} {
		if err := m.Fire(e); err != nil {
			fmt.Println("error:", err)
		}
	}
	fmt.Printf("%d %v %s\n", m.state, m.state, m.state)
}
