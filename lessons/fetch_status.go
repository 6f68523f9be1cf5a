package main

import (
	"context"
	"fmt"
	"sync"

	"brigade/library"
)

// WorkflowStatus is what the dashboard shows of an application.
type WorkflowStatus struct {
	CI, CD library.Book
}

// FetchWorkflowStatus is called when a user opens the dashboard.
func FetchWorkflowStatus(ctx context.Context, ci, cd library.Source) (WorkflowStatus, error) {
	// STEP 1: a variable for each result, so that no two goroutines share one.
	var ciStatus, cdStatus library.Book
	var err, err1 error

	// STEP 2: a WaitGroup for two goroutines.
	wg := sync.WaitGroup{}
	wg.Add(2)

	// STEP 3: fetch the CI status.
	go func() {
		defer wg.Done()
		ciStatus, err = library.Fetch(ctx, ci)
	}()

	// STEP 4: fetch the CD status, at the same time.
	go func() {
		defer wg.Done()
		cdStatus, err1 = library.Fetch(ctx, cd)
	}()

	// STEP 5: wait for both.
	wg.Wait()

	// STEP 6: check for errors.
	if err != nil {
		fmt.Println("service err, CI:", err, "CD:", err1)
		return WorkflowStatus{}, err
	}

	// STEP 7: combine the results.
	return WorkflowStatus{CI: ciStatus, CD: cdStatus}, nil
}

func main() {
	sources := library.Sources()
	ci, cd := sources[0], sources[1]

	status, err := FetchWorkflowStatus(context.Background(), ci, cd)
	if err != nil {
		fmt.Println("500 Internal Server Error:", err)
		return
	}
	fmt.Printf("200 OK: CI %q, CD %q\n", status.CI.Title, status.CD.Title)
}
