package wards

func Wards(pool *pgxpool.Pool) error {
	_, err := pool.Query(context.Background(), statement)
	return err
}
