// Package kitchen is the workbook's kitchen in real time: the orders of the day, and the limits that whoever cooks them
// runs into. Set it with BRIGADE_SET="tasks=100,service_ms=5". BRIGADE_SEED draws other work.
// Memory is that of the machine: nothing here kills.
package kitchen

import (
	"errors"
	"fmt"
	"math"
	"runtime"
	"time"

	"brigade/internal/orders"
	"brigade/internal/scenario"
)

// Order is one order of the day.
type Order struct {
	// ID counts from 0.
	ID int
}

var (
	errFiles    = errors.New("too many open files")
	errSupplier = errors.New("429 Too Many Requests")
	errTooMany  = errors.New("pq: sorry, too many clients already")
	errReserved = errors.New("pq: remaining connection slots are reserved for roles with the SUPERUSER attribute")
)

// Orders returns the day's orders, all at once.
func Orders() []Order {
	orders := make([]Order, scenario.Int("tasks"))
	for i := range orders {
		orders[i].ID = i
	}
	return orders
}

// Arrivals returns the day's orders as they come; the channel has room for all and is closed after the last.
func Arrivals() <-chan Order {
	arrivals := make(chan Order, scenario.Int("tasks"))
	feed := func() {
		defer close(arrivals)
		start, due := time.Now(), time.Duration(0)
		for _, order := range Orders() {
			due = scenario.Arrival(order.ID, due)
			time.Sleep(time.Until(start.Add(due)))
			arrivals <- order
		}
	}
	if scenario.Word("arrival") == "at_once" {
		feed()
	} else {
		go feed()
	}
	return arrivals
}

// Workers returns how many chefs there shall be at once.
func Workers() int { return scenario.Int("workers") }

// Cook makes an order: it takes what the order needs, cooks for its service time and gives all back.
func Cook(o Order) error {
	if err := refusal(o, day.Take(o.ID)); err != nil {
		return err
	}
	release := Hold(scenario.Int("task_kib"))
	err := cook(o)
	release()
	day.Finish(o.ID, err)
	return err
}

func cook(o Order) error {
	closeFiles, err := openFiles()
	if err != nil {
		return err
	}
	defer closeFiles()
	for range scenario.Int("calls_per_task") {
		if err := call(nil, o.ID); err != nil {
			return err
		}
	}
	release, err := stove(nil, o.ID)
	if err != nil {
		return err
	}
	defer release()
	chopping, _ := service(o)
	Chop(chopping)
	return simmer(o)
}

// Hold takes kib KiB of the floor until release is called.
func Hold(kib int) (release func()) {
	held := make([]byte, kib*1024)
	for i := 0; i < len(held); i += 4096 {
		held[i] = 1 // the kernel counts only what is touched
	}
	return func() {
		runtime.KeepAlive(held)
		held = nil
	}
}

// Simmer waits for the service time of an order, less the share of it that needs a core.
func Simmer(o Order) error {
	if err := handle(o); err != nil {
		return err
	}
	return simmer(o)
}

func simmer(o Order) error {
	_, waiting := service(o)
	time.Sleep(waiting)
	if scenario.Fails(o.ID) {
		return fmt.Errorf("order %d: burnt", o.ID)
	}
	return nil
}

// service is the service time of an order: what needs a core, and what only waits.
func service(o Order) (chopping, waiting time.Duration) {
	whole := scenario.Time("service_ms", o.ID)
	chopping = time.Duration(math.RoundToEven(float64(whole) * scenario.Float("cpu_share")))
	return chopping, whole - chopping
}

// Chop uses a core for d.
func Chop(d time.Duration) {
	for end := time.Now().Add(d); time.Now().Before(end); {
	}
}

// Serve puts an order on the pass.
func Serve(o Order) error { return Fail(o, nil) }

// Fail puts an order on the spike, with the reason.
func Fail(o Order, err error) error {
	if refused := handle(o); refused != nil {
		return refused
	}
	day.Finish(o.ID, err)
	return nil
}

var day = orders.New(scenario.Int("tasks"))

// handle puts an order in flight unless it is already.
func handle(o Order) error {
	if was := day.Take(o.ID); was != orders.InFlight {
		return refusal(o, was)
	}
	return nil
}

// refusal is what is wrong with taking an order, by what it was.
func refusal(o Order, was orders.State) error {
	switch was {
	case orders.InFlight:
		return fmt.Errorf("order %d: somebody works on it already", o.ID)
	case orders.Served:
		return fmt.Errorf("order %d: already served", o.ID)
	case orders.Unknown:
		return fmt.Errorf("order %d: there is no such order", o.ID)
	}
	return nil
}
