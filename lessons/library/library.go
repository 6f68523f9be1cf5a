// Package library is the workbook's reading room in real time: shelves near and far to fetch books from, and a table
// where they meet. Set it with BRIGADE_SET="sources=100,latency_ms=50".
package library

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"brigade/internal/orders"
	"brigade/internal/scenario"
)

// Source is a shelf, or a cluster, or whatever answers a request in its own time.
type Source struct {
	// ID counts from 0.
	ID   int
	Name string
}

// Book is what a source answers.
type Book struct {
	Source int
	Title  string
}

const clusters = "blr fra iad sin gru lhr syd nrt dub hkg ord bom sfo lax jfk ams cdg mad mxp zrh " +
	"vie arn cph hel osl waw prg bud ath ist dxb doh ruh cai nbo jnb cpt los acc cmn " +
	"del maa ccu hyd cgk kul bkk sgn mnl tpe icn pek pvg can szx ctu kix hnd akl mel " +
	"bne per yyz yul yvr sea pdx den dfw iah atl mia bos phl dca clt msp dtw slc phx " +
	"san las mex bog lim scl eze mvd gig bsb pty sju hnl anc kef edi man bru lis opo"

const subjects = "history science"

const workflows = "ci cd tests scan deploy rollback approval notify"

const resources = "pods services deployments replicasets statefulsets daemonsets jobs cronjobs ingresses configmaps " +
	"secrets volumes claims nodes namespaces events endpoints roles bindings accounts quotas limits policies autoscalers " +
	"classes"

// Sources returns all sources: the two shelves of the story, or as many clusters as there shall be, or what source_names
// says.
func Sources() []Source {
	all := make([]Source, scenario.Int("sources"))
	names := strings.Fields(list(len(all)))
	for i := range all {
		all[i] = Source{ID: i, Name: names[i%len(names)]}
		if i >= len(names) {
			all[i].Name += "-" + strconv.Itoa(i/len(names)+1)
		}
	}
	return all
}

func list(sources int) string {
	switch scenario.Word("source_names") {
	case "workflows":
		return workflows
	case "resources":
		return resources
	}
	if sources <= 2 {
		return subjects
	}
	return clusters
}

// Fetch walks to a source and comes back with its book. It returns ctx.Err() as soon as ctx is done; ctx may be nil.
func Fetch(ctx context.Context, s Source) (Book, error) {
	switch shelves.Take(s.ID) {
	case orders.InFlight:
		return Book{}, errors.New(s.Name + ": somebody is on the way already")
	case orders.Served:
		return Book{}, errors.New(s.Name + ": already fetched")
	case orders.Unknown:
		return Book{}, errors.New(s.Name + ": there is no such source")
	}
	err := walk(ctx, s)
	shelves.Finish(s.ID, err)
	if err != nil {
		return Book{}, err
	}
	return Book{Source: s.ID, Title: "the book of " + s.Name}, nil
}

var shelves = orders.New(scenario.Int("sources"))

var connections = make(chan struct{}, scenario.Int("connections"))

func walk(ctx context.Context, s Source) error {
	if ctx == nil {
		ctx = context.Background()
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if cap(connections) > 0 {
		select {
		case connections <- struct{}{}:
			defer func() { <-connections }()
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	select {
	case <-time.After(scenario.Time("latency_ms", s.ID)):
	case <-ctx.Done():
		return ctx.Err()
	}
	if scenario.Fails(s.ID) {
		return errors.New(s.Name + ": unavailable")
	}
	return nil
}

// Copy writes a book down, which needs a core.
func Copy(b Book) {
	d := time.Duration(scenario.Float("copy_us") * float64(time.Microsecond))
	for end := time.Now().Add(d); time.Now().Before(end); {
	}
}

// Deadline returns when the closing bell rings; 0 is never.
func Deadline() time.Duration { return scenario.Millis("deadline_ms") }

// Workers returns how many friends there shall be at once.
func Workers() int { return scenario.Int("workers") }
