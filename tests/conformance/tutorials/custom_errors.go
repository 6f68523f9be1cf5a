package main

import (
	"errors"
	"fmt"
)

type NotFoundError struct {
	Name string
}

func (e *NotFoundError) Error() string { return e.Name + " not found" }

type ValidationError struct {
	Field string
	Err   error
}

func (e ValidationError) Error() string { return fmt.Sprintf("field %s: %v", e.Field, e.Err) }
func (e ValidationError) Unwrap() error { return e.Err }

var ErrEmpty = errors.New("must not be empty")

func find(name string) error {
	switch name {
	case "":
		return ValidationError{"name", ErrEmpty}
	case "bob":
		return fmt.Errorf("query: %w", &NotFoundError{name})
	case "eve":
		return errors.Join(ErrEmpty, &NotFoundError{name})
	}
	return nil
}

func main() {
	for _, name := range []string{"ann", "", "bob", "eve"} {
		err := find(name)
		var nf *NotFoundError
		var ve ValidationError
		switch {
		case err == nil:
			fmt.Printf("%q ok\n", name)
		case errors.As(err, &nf) && errors.Is(err, ErrEmpty):
			fmt.Printf("%q both: %q\n", name, err)
		case errors.As(err, &nf):
			fmt.Println("not found:", nf.Name, "|", err)
		case errors.As(err, &ve):
			fmt.Println("validation:", ve.Field, errors.Is(err, ErrEmpty))
		}
	}
}
