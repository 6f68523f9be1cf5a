package main

import (
	"fmt"
	"sync"
)

type Config struct{ env string }

var (
	instance *Config
	once     sync.Once
	created  int
)

func GetConfig() *Config {
	once.Do(func() {
		created++
		instance = &Config{env: "prod"}
	})
	return instance
}

var registry = map[string]func() string{}

func register(name string, f func() string) { registry[name] = f }

func init() { register("a", func() string { return "A" }) }
func init() { register("b", func() string { return "B" + GetConfig().env }) }

func main() {
	var wg sync.WaitGroup
	same := make([]*Config, 5)
	for i := range same {
		wg.Go(func() { same[i] = GetConfig() })
	}
	wg.Wait()
	fmt.Println(created, same[0] == same[4], registry["a"](), registry["b"](), len(registry))
}
