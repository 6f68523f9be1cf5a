// Package scenario reads the settings of a run from BRIGADE_SET="tasks=100,service_ms=5", under the workbook's names.
package scenario

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// What each setting is where BRIGADE_SET doesn't say.
var numbers = map[string]float64{
	"tasks": 1000, "workers": 5, "service_ms": 20, "spread": 0, "stragglers": 0, "straggler_factor": 10, "fail_rate": 0,
	"arrival_per_s": 0, "cores": 0, "cpu_share": 0, "task_kib": 64, "files": 0, "files_per_task": 1,
	"stoves": 100, "stoves_reserved": 3, "stoves_others": 0, "connect_ms": 0,
	"calls_per_task": 1, "api_ms": 0, "api_per_s": 0, "api_burst": 10, "api_in_flight": 0, "retries": 5, "retry_ms": 10,
	"sources": 2, "latency_ms": 500, "connections": 0, "copy_us": 0, "deadline_ms": 0,
}

var words = map[string]string{
	"distribution": "constant", "arrival": "at_once", "stove_policy": "fail", "api_policy": "fail",
}

var possible = map[string][]string{
	"distribution": {"constant", "uniform", "exponential", "lognormal"},
	"arrival":      {"at_once", "paced", "poisson"},
	"stove_policy": {"fail", "wait", "retry"},
	"api_policy":   {"fail", "wait", "retry"},
}

// The real machine has these by itself.
var ignored = []string{"memory_mib", "goroutine_bytes", "spawn_ns", "switch_ns", "max_steps"}

func init() {
	for _, pair := range strings.Split(os.Getenv("BRIGADE_SET"), ",") {
		if pair = strings.TrimSpace(pair); pair != "" {
			if err := set(pair); err != nil {
				fmt.Fprintln(os.Stderr, "brigade:", err)
				os.Exit(64)
			}
		}
	}
	if cores := Int("cores"); cores > 0 {
		runtime.GOMAXPROCS(cores)
	}
}

func set(pair string) error {
	name, value, found := strings.Cut(pair, "=")
	if !found {
		return fmt.Errorf("BRIGADE_SET takes NAME=VALUE, not `%s`", pair)
	}
	if slices.Contains(ignored, name) {
		return nil
	}
	if choices, ok := possible[name]; ok {
		if !slices.Contains(choices, value) {
			return fmt.Errorf("impossible value `%s` for `%s`: it takes one of %s", value, name, strings.Join(choices, ", "))
		}
		words[name] = value
		return nil
	}
	if _, ok := numbers[name]; !ok {
		return fmt.Errorf("unknown setting `%s`", name)
	}
	number, err := strconv.ParseFloat(value, 64)
	if err != nil || number < 0 || math.IsInf(number, 0) || math.IsNaN(number) {
		return fmt.Errorf("impossible value `%s` for `%s`: it takes a number from 0", value, name)
	}
	numbers[name] = number
	return nil
}

// Float is a setting.
func Float(name string) float64 { return numbers[name] }

// Int is a setting that counts something.
func Int(name string) int { return int(numbers[name]) }

// Word is a setting with a choice of words.
func Word(name string) string { return words[name] }

// Millis is a time that is set in ms.
func Millis(name string) time.Duration {
	return time.Duration(numbers[name] * float64(time.Millisecond))
}

// Draw is a time around the mean that a setting names, as distribution, spread and stragglers have it.
func Draw(mean string) time.Duration {
	t := float64(Millis(mean))
	spread := Float("spread")
	switch Word("distribution") {
	case "uniform":
		t *= 1 + spread*(2*rand.Float64()-1)
	case "exponential":
		t *= rand.ExpFloat64()
	case "lognormal":
		variance := math.Log(1 + spread*spread)
		t *= math.Exp(math.Sqrt(variance)*rand.NormFloat64() - variance/2)
	}
	if Chance("stragglers") {
		t *= Float("straggler_factor")
	}
	return time.Duration(t)
}

// Chance says whether it hits, as often as the setting says.
func Chance(name string) bool { return rand.Float64() < Float(name) }

// BackOff is how long to wait before attempt n+1.
func BackOff(n int) time.Duration {
	return time.Duration(rand.Float64() * float64(Millis("retry_ms")) * math.Pow(2, float64(n)))
}
