// Package library is the reading room: shelves near and far to fetch books from, and a table where they meet.
package library

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"
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
	all := make([]Source, count())
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
	switch names() {
	case workflowNames:
		return workflows
	case resourceNames:
		return resources
	}
	if sources <= 2 {
		return subjects
	}
	return clusters
}

// Fetch walks to a source and comes back with its book. It returns ctx.Err() as soon as ctx is done; ctx may be nil.
func Fetch(ctx context.Context, s Source) (Book, error) {
	switch begin(s.ID) {
	case inFlight:
		return Book{}, errors.New(s.Name + ": somebody is on the way already")
	case served:
		return Book{}, errors.New(s.Name + ": already fetched")
	case unknown:
		return Book{}, errors.New(s.Name + ": there is no such source")
	}
	err := walk(ctx, s)
	if err != nil {
		fail(s.ID, err.Error())
		return Book{}, err
	}
	serve(s.ID)
	return Book{Source: s.ID, Title: "the book of " + s.Name}, nil
}

func walk(ctx context.Context, s Source) error {
	var done <-chan struct{}
	if ctx != nil {
		if err := ctx.Err(); err != nil {
			return err
		}
		done = ctx.Done()
	}
	if connect(s.ID, done) == canceled {
		return ctx.Err()
	}
	outcome := fetch(s.ID, done)
	disconnect()
	switch outcome {
	case canceled:
		return ctx.Err()
	case failed:
		return errors.New(s.Name + ": unavailable")
	}
	return nil
}

// Copy writes a book down, which needs a core.
func Copy(b Book)

// Deadline returns when the closing bell rings; 0 is never.
func Deadline() time.Duration

// Workers returns how many friends there shall be at once.
func Workers() int

// What names answers, beside 0.
const (
	workflowNames = 1
	resourceNames = 2
)

// What begin answers.
const (
	begun = iota
	inFlight
	served
	unknown
)

// What connect and fetch answer.
const (
	granted  = 0
	failed   = -1
	canceled = -3
)

// What follows is the world's.

func count() int
func names() int
func begin(source int) int
func connect(source int, done <-chan struct{}) int
func disconnect()
func fetch(source int, done <-chan struct{}) int
func serve(source int)
func fail(source int, reason string)
