// Package errors makes, wraps and inspects errors.
package errors

// ErrUnsupported says that an operation can't be done because it isn't supported.
var ErrUnsupported = New("unsupported operation")

type errorString struct{ text string }

func (e *errorString) Error() string { return e.text }

// New returns an error of its own with the given text.
func New(text string) error { return &errorString{text} }

// Unwrap returns what err wraps by a method Unwrap() error, or nil.
func Unwrap(err error) error {
	if u, ok := err.(interface{ Unwrap() error }); ok {
		return u.Unwrap()
	}
	return nil
}

// Is reports whether err, or any error that it wraps, is target.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return is(err, target, comparable_(target))
}

func is(err, target error, canCompare bool) bool {
	for {
		if canCompare && err == target {
			return true
		}
		if x, ok := err.(interface{ Is(error) bool }); ok && x.Is(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, inner := range x.Unwrap() {
				if is(inner, target, canCompare) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// comparable_ reports whether values of err's dynamic type can be compared.
func comparable_(err error) bool

// As finds the first error in err's tree that can be assigned to what target points to, assigns it and reports whether
// there was one.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	checkTarget(target, (*error)(nil))
	return as(err, target)
}

func as(err error, target any) bool {
	for {
		if assign(err, target) {
			return true
		}
		if x, ok := err.(interface{ As(any) bool }); ok && x.As(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, inner := range x.Unwrap() {
				if inner != nil && as(inner, target) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// AsType finds the first error in err's tree of type E.
func AsType[E error](err error) (E, bool) {
	var found E
	if err == nil {
		return found, false
	}
	ok := as(err, &found)
	return found, ok
}

// checkTarget panics unless target is a non-nil pointer to an interface or to a type that is an error; pointer is a pointer
// to an error.
func checkTarget(target, pointer any)

// assign stores err in what target points to, if its type allows it.
func assign(err error, target any) bool

type joinError struct{ errs []error }

func (e *joinError) Error() string {
	text := e.errs[0].Error()
	for _, err := range e.errs[1:] {
		text += "\n" + err.Error()
	}
	return text
}

func (e *joinError) Unwrap() []error { return e.errs }

// Join returns an error that wraps those of errs that aren't nil, or nil if none is left.
func Join(errs ...error) error {
	var kept []error
	for _, err := range errs {
		if err != nil {
			kept = append(kept, err)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return &joinError{kept}
}
