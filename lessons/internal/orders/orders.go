// Package orders keeps what became of each order of the day, or of each of the library's sources.
package orders

import (
	"fmt"
	"os"
	"sync"
)

// State is what became of an order so far.
type State int

// An order is in exactly one of these; Unknown is none.
const (
	Waiting State = iota
	InFlight
	Served
	Failed
	Unknown
)

// Day is all orders.
type Day struct {
	mutex  sync.Mutex
	states []State
	counts [4]int
	report *os.File
}

// New is a day on which all orders are waiting. Where BRIGADE_COUNTS names a file, the counts are always to be read in
// it, also after the process has ended, however it ended.
func New(total int) *Day {
	day := &Day{states: make([]State, total), counts: [4]int{Waiting: total}}
	if path := os.Getenv("BRIGADE_COUNTS"); path != "" {
		file, err := os.Create(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, "brigade: BRIGADE_COUNTS:", err)
			os.Exit(64)
		}
		day.report = file
	}
	day.tell()
	return day
}

// Take puts an order in flight that is waiting or failed, and says what it was.
func (d *Day) Take(id int) State {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if id < 0 || id >= len(d.states) {
		return Unknown
	}
	was := d.states[id]
	if was == Waiting || was == Failed {
		d.change(id, InFlight)
	}
	return was
}

// Finish serves an order, or fails it with an error.
func (d *Day) Finish(id int, err error) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if err != nil {
		d.change(id, Failed)
	} else {
		d.change(id, Served)
	}
}

func (d *Day) change(id int, to State) {
	d.counts[d.states[id]]--
	d.counts[to]++
	d.states[id] = to
	d.tell()
}

func (d *Day) tell() {
	if d.report != nil {
		line := fmt.Sprintf("waiting %8d in_flight %8d served %8d failed %8d\n",
			d.counts[Waiting], d.counts[InFlight], d.counts[Served], d.counts[Failed])
		d.report.WriteAt([]byte(line), 0)
	}
}
