module brigade

go 1.27
