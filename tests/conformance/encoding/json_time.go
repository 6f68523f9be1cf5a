package main

import (
	"encoding/json"
	"fmt"
	"time"
)

type Event struct {
	Name string        `json:"name"`
	At   time.Time     `json:"at"`
	Took time.Duration `json:"took"`
	Done *time.Time    `json:"done,omitempty"`
	Zero time.Time     `json:"zero,omitzero"`
}

func main() {
	at := time.Date(2024, 2, 29, 12, 30, 5, 120_000_000, time.FixedZone("", 3600))
	b, err := json.Marshal(Event{"a", at, 1500 * time.Millisecond, &at, time.Time{}})
	fmt.Println(string(b), err)
	var e Event
	fmt.Println(json.Unmarshal(b, &e), e.At.Equal(at), e.Took, e.Done.Equal(at), e.Zero.IsZero())
	for _, s := range []string{`{"at":"2024-01-02T03:04:05Z"}`, `{"at":"yesterday"}`, `{"at":null}`, `{"at":5}`, `{"took":"1s"}`} {
		var e Event
		fmt.Println(json.Unmarshal([]byte(s), &e), e.At)
	}
	text, err := at.MarshalText()
	fmt.Println(string(text), err, at.UnmarshalText([]byte("2000-01-01T00:00:00.5+02:00")), at)
}
