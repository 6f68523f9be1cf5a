//how: refused

package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

type Server struct{ Name string }

func (s *Server) Start() {}

func main() {
	var wg sync.Waitgroup
	var mu sync.mutex
	time.sleep(1)
	fmt.PrintLn(strings.Uppercase("a"))
	s := &Server{}
	s.name = "x"
	s.start()
	s.Stop()
	wg.add(1)
	fmt.Println(time.second, mu)
}
