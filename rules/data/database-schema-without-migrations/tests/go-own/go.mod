module example.nhs.uk/estate

go 1.25

require github.com/gruntwork-io/terratest v0.50.0

require github.com/jackc/pgx/v5 v5.7.1
