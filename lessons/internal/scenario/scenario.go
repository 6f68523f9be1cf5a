// Package scenario reads the settings of a run from BRIGADE_SET="tasks=100,service_ms=5", under the workbook's names.
package scenario

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// setting is a number: what it is where BRIGADE_SET doesn't say, and what it can be.
type setting struct {
	name            string
	value, min, max float64
	whole           bool
}

const (
	many      = 1 << 32
	stoves    = 1e6
	longestMs = 1e9
	longestNs = longestMs * 1e6
)

var numbers = []setting{
	{"tasks", 1000, 0, 1e7, true},
	{"workers", 5, 1, many, true},
	{"service_ms", 20, 0, longestMs, false},
	{"spread", 0, 0, 1, false},
	{"stragglers", 0, 0, 1, false},
	{"straggler_factor", 10, 1, 1e6, false},
	{"fail_rate", 0, 0, 1, false},
	{"arrival_per_s", 0, 0, 1e9, false},
	{"cores", 4, 1, 65536, true},
	{"cpu_share", 0, 0, 1, false},
	{"memory_mib", 512, 1, 1 << 30, true},
	{"task_kib", 64, 0, many, true},
	{"goroutine_bytes", 2700, 0, many, true},
	{"spawn_ns", 0, 0, longestNs, true},
	{"switch_ns", 0, 0, longestNs, true},
	{"files", 0, 0, many, true},
	{"files_per_task", 1, 0, many, true},
	{"max_steps", 1e9, 1, 1 << 53, true},
	{"stoves", 100, 0, stoves, true},
	{"stoves_reserved", 3, 0, stoves, true},
	{"stoves_others", 0, 0, stoves, true},
	{"connect_ms", 0, 0, longestMs, false},
	{"calls_per_task", 1, 0, many, true},
	{"api_ms", 0, 0, longestMs, false},
	{"api_per_s", 0, 0, 1e9, false},
	{"api_burst", 10, 1, many, true},
	{"api_in_flight", 0, 0, many, true},
	{"retries", 5, 0, 1e6, true},
	{"retry_ms", 10, 0, longestMs, false},
	{"sources", 2, 0, 1e7, true},
	{"latency_ms", 500, 0, longestMs, false},
	{"connections", 0, 0, many, true},
	{"copy_us", 0, 0, longestNs / 1000, false},
	{"deadline_ms", 0, 0, longestMs, false},
}

// choice is a word out of a few; the first is the default.
type choice struct {
	name     string
	possible []string
	value    string
}

var policies = []string{"fail", "wait", "retry"}

var words = []choice{
	{name: "distribution", possible: []string{"constant", "uniform", "exponential", "lognormal"}},
	{name: "arrival", possible: []string{"at_once", "paced", "poisson"}},
	{name: "stove_policy", possible: policies},
	{name: "api_policy", possible: policies},
	{name: "source_names", possible: []string{"auto", "workflows", "resources"}},
}

// The machine has its own memory, and its own prices for a goroutine: memory_mib, goroutine_bytes, spawn_ns, switch_ns
// and max_steps are known, and change nothing here. Unless they are set, the cores are those of the machine too.
func init() {
	for _, pair := range strings.Split(os.Getenv("BRIGADE_SET"), ",") {
		if pair = strings.TrimSpace(pair); pair != "" {
			refuse(set(pair))
		}
	}
	refuse(check())
	seed, err := strconv.ParseUint(cmp.Or(os.Getenv("BRIGADE_SEED"), "0"), 10, 64)
	if err != nil {
		refuse(fmt.Errorf("BRIGADE_SEED takes a whole number, not `%s`", os.Getenv("BRIGADE_SEED")))
	}
	stirred = seeded(seed).next()
}

func refuse(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "brigade:", err)
		os.Exit(64)
	}
}

func set(pair string) error {
	name, value, found := strings.Cut(pair, "=")
	if !found {
		return fmt.Errorf("BRIGADE_SET takes NAME=VALUE, not `%s`", pair)
	}
	if word := findWord(name); word != nil {
		if !slices.Contains(word.possible, value) {
			return fmt.Errorf("impossible value `%s` for `%s`: it takes one of %s", value, name, strings.Join(word.possible, ", "))
		}
		word.value = value
		return nil
	}
	number := findNumber(name)
	if number == nil {
		return fmt.Errorf("unknown setting `%s`; there are: %s", name, strings.Join(names(), ", "))
	}
	parsed, err := strconv.ParseFloat(value, 64)
	inRange := err == nil && number.min <= parsed && parsed <= number.max
	if !inRange || number.whole && parsed != math.Trunc(parsed) {
		kind := "a number"
		if number.whole {
			kind = "a whole number"
		}
		return fmt.Errorf("impossible value `%s` for `%s`: it takes %s from %.0f to %.0f", value, name, kind, number.min, number.max)
	}
	number.value = parsed
	if name == "cores" {
		runtime.GOMAXPROCS(int(parsed))
	}
	return nil
}

// check holds the values against each other.
func check() error {
	if Word("stove_policy") == "wait" && Int("stoves")-Int("stoves_reserved")-Int("stoves_others") <= 0 {
		return fmt.Errorf("nobody could ever have a stove: `stoves` less `stoves_reserved` less `stoves_others` leaves none, and `stove_policy` is wait")
	}
	if Word("arrival") != "at_once" && Float("arrival_per_s") == 0 {
		return fmt.Errorf("nobody would ever arrive: set `arrival_per_s` above 0, or `arrival` to at_once")
	}
	return nil
}

func names() []string {
	var all []string
	for _, number := range numbers {
		all = append(all, number.name)
	}
	for _, word := range words {
		all = append(all, word.name)
	}
	return all
}

func findNumber(name string) *setting {
	for i := range numbers {
		if numbers[i].name == name {
			return &numbers[i]
		}
	}
	return nil
}

func findWord(name string) *choice {
	for i := range words {
		if words[i].name == name {
			return &words[i]
		}
	}
	return nil
}

// Float is a setting.
func Float(name string) float64 { return findNumber(name).value }

// Int is a setting that counts something.
func Int(name string) int { return int(Float(name)) }

// Word is a setting with a choice of words.
func Word(name string) string {
	word := findWord(name)
	return cmp.Or(word.value, word.possible[0])
}

// Millis is a time that is set in ms.
func Millis(name string) time.Duration {
	return time.Duration(math.RoundToEven(Float(name) * float64(time.Millisecond)))
}
