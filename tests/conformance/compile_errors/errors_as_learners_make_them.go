//how: refused

package main

type Task struct {
	ID   int
	Name string
}

func process(tasks []Task, results chan<- string) error {
	for i, t := range tasks {
		go func() {
			results <- t.ID
		}
	}
}

func main() {}
