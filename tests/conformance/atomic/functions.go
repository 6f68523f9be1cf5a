package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var n int64
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() { atomic.AddInt64(&n, 2) })
	}
	wg.Wait()
	fmt.Println(atomic.LoadInt64(&n))
	atomic.StoreInt64(&n, 5)
	fmt.Println(atomic.SwapInt64(&n, 6), n)
	fmt.Println(atomic.CompareAndSwapInt64(&n, 6, 7), atomic.CompareAndSwapInt64(&n, 6, 8), n)
	var u uint32 = 10
	fmt.Println(atomic.AddUint32(&u, ^uint32(0)), atomic.LoadUint32(&u))
	var i int32
	atomic.AddInt32(&i, -3)
	fmt.Println(i, atomic.LoadInt32(&i))
	s := struct{ a, b uint64 }{}
	atomic.AddUint64(&s.b, 9)
	fmt.Println(s)
	arr := []int32{1, 2, 3}
	atomic.AddInt32(&arr[1], 40)
	fmt.Println(arr)
}
