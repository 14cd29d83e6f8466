package wards

func Wards(pool *pgxpool.Pool) error {
	_, err := pool.Exec(context.Background(), statement)
	return err
}
