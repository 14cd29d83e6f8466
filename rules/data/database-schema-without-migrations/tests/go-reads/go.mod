module wards

go 1.25

require github.com/jackc/pgx/v4 v4.18.3
