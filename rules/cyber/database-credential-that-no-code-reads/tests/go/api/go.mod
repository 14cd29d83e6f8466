module example.nhs.uk/api

go 1.25
