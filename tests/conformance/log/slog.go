package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"sync"
	"time"
)

type secret string

func (secret) LogValue() slog.Value { return slog.StringValue("REDACTED") }

type user struct {
	ID   int    `json:"id"`
	Name string `json:"name"`
}

func (u *user) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("id", u.ID), slog.String("name", u.Name))
}

type point struct{ X, Y int }

type counting struct {
	slog.Handler
	n *int
}

func (c counting) Handle(ctx context.Context, r slog.Record) error {
	*c.n++
	if id, ok := ctx.Value("id").(int); ok {
		r.AddAttrs(slog.Int("ctx_id", id))
	}
	return c.Handler.Handle(ctx, r)
}
func (c counting) WithAttrs(as []slog.Attr) slog.Handler {
	return counting{c.Handler.WithAttrs(as), c.n}
}
func (c counting) WithGroup(g string) slog.Handler { return counting{c.Handler.WithGroup(g), c.n} }

func main() {
	noTime := func(groups []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey && len(groups) == 0 {
			return slog.Attr{}
		}
		return a
	}
	var level slog.LevelVar
	opts := &slog.HandlerOptions{Level: &level, ReplaceAttr: noTime}
	ctx := context.Background()
	for _, h := range []slog.Handler{slog.NewTextHandler(os.Stdout, opts), slog.NewJSONHandler(os.Stdout, opts)} {
		l := slog.New(h)
		l.Info("hello, world", "user", "ann", "n", 3, "ok", true, "f", 2.5, "d", 1500*time.Millisecond, "err", errors.New("bad \"thing\""), "nil", nil)
		l.Info("types", "u8", uint8(3), "i64", int64(-1), "big", 1e21, "s", []int{1, 2}, "m", map[string]int{"a": 1}, "p", point{1, 2}, "pp", &point{3, 4}, "b", []byte("hi"), "r", 'x', "t", time.Date(2024, 1, 2, 3, 4, 5, 678901234, time.UTC), "any", any(nil), "lvl", slog.LevelWarn)
		l.Warn("quoting", "empty", "", "spaces", "a b", "eq", "a=b", "quote", `a"b`, "newline", "a\nb", "uni", "é<&>", "key with space", 1, "tab\t", 2, "bad", "\xff")
		l.Error("args", "odd")
		l.Error("args", 5, "x", slog.Int("k", 1), "v")
		l.Debug("not shown")
		level.Set(slog.LevelDebug)
		l.Debug("shown", "secret", secret("pw"), "user", &user{1, "ann"})
		level.Set(slog.LevelInfo)
		l.Info("groups", slog.Group("req", "method", "GET", slog.Group("inner", "a", 1), slog.Group("empty")), slog.Group("", "inline", 1), slog.Group("none"))
		m := l.With("service", "api", "v", 2).WithGroup("g").With("x", 1).WithGroup("h")
		m.Info("nested", "y", 2)
		m.Info("nothing more")
		l.WithGroup("only").Info("empty group")
		l.With().WithGroup("").Info("same")
		l.Log(ctx, slog.Level(2), "custom")
		l.Log(ctx, slog.Level(-8), "low")
		l.LogAttrs(ctx, slog.LevelError+1, "attrs", slog.String("a", "b"), slog.Duration("d", time.Minute), slog.Any("e", errors.New("x")), slog.Uint64("u", 7), slog.Float64("f", 0.1), slog.Bool("b", false), slog.Time("t", time.Unix(0, 0).UTC()))
		fmt.Println(l.Enabled(ctx, slog.LevelDebug), l.Enabled(ctx, slog.LevelInfo))
	}
	n := 0
	l := slog.New(counting{slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(g []string, a slog.Attr) slog.Attr {
		if a.Key == "time" {
			return slog.Attr{}
		}
		if a.Key == "level" {
			a.Value = slog.StringValue("lvl:" + a.Value.String())
		}
		if a.Key == "pw" {
			a.Value = slog.StringValue("***")
		}
		if len(g) > 0 && a.Key == "gone" {
			return slog.Attr{}
		}
		return a
	}}), &n})
	l.InfoContext(context.WithValue(ctx, "id", 42), "ctx", "pw", "x", slog.Group("g", "gone", 1, "stays", 2))
	l.With("a", 1).Warn("again")
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			l.Info("worker", "same", i*0)
		})
	}
	wg.Wait()
	fmt.Println(n)

	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	slog.Info("default", "k", "v w", "n", 1)
	slog.Warn("warned")
	slog.Debug("hidden")
	slog.With("a", 1).WithGroup("g").Error("grouped", "b", 2)
	old := slog.SetLogLoggerLevel(slog.LevelDebug)
	slog.Debug("now shown", "old", old)
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stdout, opts)))
	log.Print("through log")
	slog.Info("through slog")
	fmt.Println(slog.LevelInfo+1, slog.LevelDebug-1, slog.LevelError, slog.Level(7), slog.Int("a", 1), slog.Group("g", "a", 1, "b", "c"), slog.AnyValue(3).Kind(), slog.StringValue("x").Equal(slog.AnyValue("x")), slog.AnyValue([]slog.Attr{}).Kind())
}
