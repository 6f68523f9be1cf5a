// Package iter names the functions that range accepts.
package iter

// Seq yields one value after another, until yield returns false.
type Seq[V any] func(yield func(V) bool)

// Seq2 yields pairs, until yield returns false.
type Seq2[K, V any] func(yield func(K, V) bool)

// Pull turns a Seq inside out: next returns one value after another, stop ends it early.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	next2, stop := Pull2(func(yield func(V, struct{}) bool) {
		seq(func(v V) bool { return yield(v, struct{}{}) })
	})
	return func() (V, bool) {
		v, _, ok := next2()
		return v, ok
	}, stop
}

// Pull2 turns a Seq2 inside out: next returns one pair after another, stop ends it early.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	type pair struct {
		k  K
		v  V
		ok bool
	}
	var (
		started, done bool
		wanted        = make(chan bool)
		pairs         = make(chan pair)
		panicked      any
	)
	run := func() {
		defer func() {
			panicked = recover()
			done = true
			close(pairs)
		}()
		if <-wanted {
			seq(func(k K, v V) bool {
				pairs <- pair{k, v, true}
				return <-wanted
			})
		}
	}
	ask := func(more bool) pair {
		if !started {
			started = true
			go run()
		}
		wanted <- more
		p := <-pairs
		if panicked != nil {
			p := panicked
			panicked = nil
			panic(p)
		}
		return p
	}
	next = func() (K, V, bool) {
		if done {
			return pair{}.k, pair{}.v, false
		}
		p := ask(true)
		return p.k, p.v, p.ok
	}
	stop = func() {
		if !done {
			if !started {
				done = true
				return
			}
			ask(false)
		}
	}
	return next, stop
}
