package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

func main() {
	os.Args = []string{"prog", "-word=opt", "-n", "7", "--verbose", "-wait=1m", "a", "-b"}
	word := flag.String("word", "foo", "a string")
	n := flag.Int("n", 42, "an int")
	verbose := flag.Bool("verbose", false, "a bool")
	wait := flag.Duration("wait", time.Second, "how `long` to wait")
	var s string
	flag.StringVar(&s, "svar", "bar", "a string var")
	flag.Parse()
	fmt.Println(*word, *n, *verbose, *wait, s, flag.Args(), flag.NArg(), flag.NFlag(), flag.Arg(0), flag.Arg(9) == "", flag.Parsed())
	flag.CommandLine.SetOutput(os.Stdout)
	flag.PrintDefaults()
	flag.Usage = func() { fmt.Println("my usage") }

	for _, args := range []string{"-x 1 -u 2 -f 2.5 rest", "-x", "-x y", "-x 99999999999999999999", "-u -1", "-b=maybe", "-nope", "-h", "-", "--", "-- -x", "---x", "-=3", "-d 5", "-l a -l b -l=c z", "-b=false -b", "-fn bad", "-fn ok", "-x=0x10 -i64=-5 -u64 7", "-bf", "-q=3"} {
		fs := flag.NewFlagSet("sub", flag.ContinueOnError)
		fs.SetOutput(os.Stdout)
		x := fs.Int("x", 1, "an `x` value\nsecond line")
		u := fs.Uint("u", 0, "unsigned")
		f := fs.Float64("f", 0, "float")
		b := fs.Bool("b", false, "bool")
		d := fs.Duration("d", 0, "duration")
		i64 := fs.Int64("i64", 0, "int64")
		u64 := fs.Uint64("u64", 3, "uint64")
		var l list
		fs.Var(&l, "l", "list")
		fs.Func("fn", "func", func(s string) error {
			if s == "bad" {
				return errors.New("is bad")
			}
			return nil
		})
		fs.BoolFunc("bf", "bool func", func(s string) error { fmt.Println("bf", s); return nil })
		err := fs.Parse(strings.Fields(args))
		fmt.Printf("%q => %v %v %v %v %v %v %v %v %v %v\n", args, err, *x, *u, *f, *b, *d, *i64, *u64, l, fs.Args())
		fs.Visit(func(f *flag.Flag) { fmt.Print(f.Name, "=", f.Value, " ") })
		fmt.Println(errors.Is(err, flag.ErrHelp), fs.Lookup("x").DefValue, fs.Lookup("zz") == nil, fs.Set("zz", "1"), fs.Set("x", "5"), *x)
	}
	defer func() { fmt.Println(recover()) }()
	os.Args = []string{"prog", "add", "-n", "3"}
	switch os.Args[1] {
	case "add":
		add := flag.NewFlagSet("add", flag.ExitOnError)
		n := add.Int("n", 0, "")
		add.Parse(os.Args[2:])
		fmt.Println("add", *n)
	}
	flag.CommandLine = flag.NewFlagSet("", flag.PanicOnError)
	flag.CommandLine.SetOutput(os.Stdout)
	flag.Int("dup", 0, "")
	flag.CommandLine.Parse([]string{"-dup=z"})
}
