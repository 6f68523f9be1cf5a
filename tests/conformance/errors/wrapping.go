package main

import (
	"errors"
	"fmt"
)

var ErrNotFound = errors.New("not found")

type QueryError struct {
	Query string
	Err   error
}

func (e *QueryError) Error() string { return e.Query + ": " + e.Err.Error() }
func (e *QueryError) Unwrap() error { return e.Err }

type Temporary struct{ Code int }

func (t Temporary) Error() string        { return fmt.Sprint("temporary ", t.Code) }
func (t Temporary) Is(target error) bool { return target == ErrNotFound }

func main() {
	e1 := fmt.Errorf("load: %w", ErrNotFound)
	e2 := &QueryError{"select", e1}
	e3 := fmt.Errorf("handler: %w", e2)
	fmt.Println(e3)
	fmt.Println(errors.Is(e3, ErrNotFound), e3 == ErrNotFound, errors.Is(nil, ErrNotFound))
	var qe *QueryError
	fmt.Println(errors.As(e3, &qe), qe.Query)
	var te Temporary
	fmt.Println(errors.As(e3, &te), te.Code)
	fmt.Println(errors.Unwrap(e3) == e2, errors.Unwrap(ErrNotFound))
	fmt.Println(errors.Is(Temporary{3}, ErrNotFound))
	fmt.Println(errors.Is(fmt.Errorf("%v", ErrNotFound), ErrNotFound))
	fmt.Println(errors.New("a") == errors.New("a"))
	two := fmt.Errorf("%w and %w", ErrNotFound, Temporary{1})
	fmt.Println(two, errors.Is(two, ErrNotFound), errors.As(two, &te), te.Code, errors.Unwrap(two))
}
