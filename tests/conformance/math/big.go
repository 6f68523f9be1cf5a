package main

import (
	"encoding/json"
	"fmt"
	"math/big"
	"sync"
)

func factorial(n int64) *big.Int {
	f := big.NewInt(1)
	for i := int64(2); i <= n; i++ {
		f.Mul(f, big.NewInt(i))
	}
	return f
}

func fib(n int) *big.Int {
	a, b := big.NewInt(0), big.NewInt(1)
	for range n {
		a.Add(a, b)
		a, b = b, a
	}
	return a
}

func main() {
	fmt.Println(factorial(50), fib(200))
	var wg sync.WaitGroup
	results := make([]*big.Int, 4)
	for i := range results {
		wg.Go(func() { results[i] = new(big.Int).MulRange(int64(25*i+1), int64(25*i+25)) })
	}
	wg.Wait()
	product := big.NewInt(1)
	for _, r := range results {
		product.Mul(product, r)
	}
	fmt.Println(product.Cmp(factorial(100)), product.BitLen(), len(product.String()))

	xs := []string{"0", "1", "-1", "7", "-7", "123456789012345678901234567890", "-98765432109876543210", "18446744073709551615", "-9223372036854775808"}
	for _, s := range xs {
		x, ok := new(big.Int).SetString(s, 10)
		fmt.Println(x, ok, x.Sign(), x.Int64(), x.Uint64(), x.IsInt64(), x.IsUint64(), x.BitLen(), x.Bytes(), x.Text(2), x.Text(36), x.Bit(3), x.TrailingZeroBits())
		fmt.Printf("%d %x %X %#x %o %b %O %s %v %+d %40d|%-40d|%040d|% d|%.5d|%8.3x|%c|%T\n", x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x)
		for _, t := range xs {
			y, _ := new(big.Int).SetString(t, 10)
			z := new(big.Int)
			fmt.Print(z.Add(x, y), " ", new(big.Int).Sub(x, y), " ", new(big.Int).Mul(x, y), " ", x.Cmp(y), x.CmpAbs(y), " ", new(big.Int).And(x, y), " ", new(big.Int).Or(x, y), " ", new(big.Int).Xor(x, y), " ", new(big.Int).AndNot(x, y))
			if y.Sign() != 0 {
				q, r := new(big.Int).QuoRem(x, y, new(big.Int))
				d, m := new(big.Int).DivMod(x, y, new(big.Int))
				fmt.Print(" ", q, r, d, m, new(big.Int).Quo(x, y), new(big.Int).Rem(x, y), new(big.Int).Div(x, y), new(big.Int).Mod(x, y))
			}
			a, b := new(big.Int), new(big.Int)
			g := new(big.Int).GCD(a, b, x, y)
			sum := new(big.Int).Add(new(big.Int).Mul(a, x), new(big.Int).Mul(b, y))
			fmt.Println(" ", g, sum.Cmp(g))
		}
	}
	n := big.NewInt(561)
	fmt.Println(new(big.Int).Exp(big.NewInt(2), big.NewInt(200), nil), new(big.Int).Exp(big.NewInt(3), big.NewInt(1000), big.NewInt(1_000_007)), new(big.Int).Exp(big.NewInt(3), big.NewInt(-1), big.NewInt(7)), new(big.Int).Exp(big.NewInt(-2), big.NewInt(3), big.NewInt(5)))
	fmt.Println(n.ProbablyPrime(20), big.NewInt(1_000_000_007).ProbablyPrime(10), big.NewInt(2).ProbablyPrime(0), big.NewInt(1).ProbablyPrime(1), new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 127), big.NewInt(1)).ProbablyPrime(5))
	fmt.Println(new(big.Int).Sqrt(factorial(30)), new(big.Int).ModInverse(big.NewInt(3), big.NewInt(11)), new(big.Int).ModInverse(big.NewInt(2), big.NewInt(4)), new(big.Int).Binomial(50, 25), new(big.Int).Not(n), new(big.Int).Neg(n), new(big.Int).Abs(big.NewInt(-4)), new(big.Int).Rsh(big.NewInt(-5), 1), new(big.Int).SetBit(big.NewInt(0), 70, 1))
	for _, s := range []string{"0x1F", "-0b101", "0o17", "017", "1_000", "", "12a", "+5", "--5", "0x"} {
		v, ok := new(big.Int).SetString(s, 0)
		w, ok10 := new(big.Int).SetString(s, 10)
		fmt.Print(v, ok, w, ok10, " ")
	}
	fmt.Println()
	var zero big.Int
	var none *big.Int
	fmt.Println(zero.String(), &zero, none, zero.Sign(), new(big.Int).SetBytes([]byte{1, 0}), new(big.Int).SetUint64(1<<63), new(big.Int).Set(n).Add(n, n))
	b, err := json.Marshal(map[string]*big.Int{"n": factorial(25)})
	var back map[string]*big.Int
	fmt.Println(string(b), err, json.Unmarshal(b, &back), back["n"])
	defer func() { fmt.Println(recover()) }()
	zero.Div(n, &zero)
}
