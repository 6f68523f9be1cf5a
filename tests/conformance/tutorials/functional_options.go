package main

import (
	"fmt"
	"time"
)

type Server struct {
	host    string
	port    int
	timeout time.Duration
	tls     bool
}

type Option func(*Server) error

func WithPort(p int) Option {
	return func(s *Server) error {
		if p <= 0 {
			return fmt.Errorf("bad port %d", p)
		}
		s.port = p
		return nil
	}
}

func WithTimeout(d time.Duration) Option {
	return func(s *Server) error { s.timeout = d; return nil }
}

func WithTLS() Option { return func(s *Server) error { s.tls = true; return nil } }

func New(host string, opts ...Option) (*Server, error) {
	s := &Server{host: host, port: 80, timeout: 30 * time.Second}
	for _, opt := range opts {
		if err := opt(s); err != nil {
			return nil, fmt.Errorf("new server: %w", err)
		}
	}
	return s, nil
}

func main() {
	s, err := New("localhost")
	fmt.Printf("%+v %v\n", *s, err)
	s, err = New("example.org", WithPort(443), WithTLS(), WithTimeout(5*time.Second))
	fmt.Printf("%+v %v\n", *s, err)
	s, err = New("x", WithPort(-1))
	fmt.Println(s, err)
}
