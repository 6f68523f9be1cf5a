package main

import (
	"fmt"
	"strconv"
)

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func sieve(n int) (primes []int) {
	composite := make([]bool, n+1)
	for i := 2; i <= n; i++ {
		if composite[i] {
			continue
		}
		primes = append(primes, i)
		for j := i * i; j <= n; j += i {
			composite[j] = true
		}
	}
	return
}

func collatz(n int) (steps int) {
	for ; n != 1; steps++ {
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
	}
	return
}

func pow(b, e, m int) int {
	r := 1
	for ; e > 0; e >>= 1 {
		if e&1 == 1 {
			r = r * b % m
		}
		b = b * b % m
	}
	return r
}

func main() {
	fmt.Println(gcd(48, 18), sieve(50), collatz(27), pow(3, 200, 1_000_007))
	perms([]int{1, 2, 3}, 0)
	fmt.Println(binary(37), bubble([]int{5, 1, 4}), search([]int{1, 3, 5, 9}, 5))
}

func perms(s []int, k int) {
	if k == len(s) {
		fmt.Print(s, " ")
		return
	}
	for i := k; i < len(s); i++ {
		s[k], s[i] = s[i], s[k]
		perms(s, k+1)
		s[k], s[i] = s[i], s[k]
	}
}

func binary(n int) string {
	if n < 2 {
		return strconv.Itoa(n)
	}
	return binary(n/2) + strconv.Itoa(n%2)
}

func bubble(s []int) []int {
	for i := range s {
		for j := 0; j < len(s)-1-i; j++ {
			if s[j] > s[j+1] {
				s[j], s[j+1] = s[j+1], s[j]
			}
		}
	}
	return s
}

func search(s []int, x int) int {
	lo, hi := 0, len(s)
	for lo < hi {
		mid := lo + (hi-lo)/2
		if s[mid] < x {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
