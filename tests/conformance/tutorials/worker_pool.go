package main

import (
	"fmt"
	"sort"
	"sync"
	"time"
)

type Job struct {
	ID   int
	Data int
}

type Result struct {
	JobID  int
	Output int
}

func worker(id int, jobs <-chan Job, results chan<- Result, wg *sync.WaitGroup) {
	defer wg.Done()
	for job := range jobs {
		time.Sleep(time.Millisecond)
		results <- Result{JobID: job.ID, Output: job.Data * job.Data}
	}
}

func main() {
	const numWorkers, numJobs = 3, 10
	jobs := make(chan Job, numJobs)
	results := make(chan Result, numJobs)
	var wg sync.WaitGroup
	for i := 1; i <= numWorkers; i++ {
		wg.Add(1)
		go worker(i, jobs, results, &wg)
	}
	for i := 1; i <= numJobs; i++ {
		jobs <- Job{ID: i, Data: i}
	}
	close(jobs)
	go func() {
		wg.Wait()
		close(results)
	}()
	collected := make([]Result, 0, numJobs)
	for r := range results {
		collected = append(collected, r)
	}
	sort.Slice(collected, func(i, j int) bool { return collected[i].JobID < collected[j].JobID })
	for _, r := range collected {
		fmt.Printf("job %2d => %3d\n", r.JobID, r.Output)
	}
}
