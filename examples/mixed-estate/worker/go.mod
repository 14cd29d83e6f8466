module riverside.example/worker

go 1.27
