//how: refused

package main

func main()
{
}
