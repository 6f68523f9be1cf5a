package main

import "fmt"

func t(s string) bool { fmt.Print(s, " "); return true }
func f(s string) bool { fmt.Print(s, " "); return false }

func main() {
	fmt.Println(t("a") || t("b"))
	fmt.Println(f("c") && t("d"))
	fmt.Println(f("e") || t("g") && f("h"))
	fmt.Println(!f("i") && (t("j") || t("k")))
	var p *int
	if p != nil && *p > 0 {
		fmt.Println("never")
	}
}
