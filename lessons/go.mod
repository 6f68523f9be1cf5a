module brigade

go 1.27

require golang.org/x/sync v0.20.0
