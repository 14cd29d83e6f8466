package users

// review: password-can-be-read-back
func (s *Store) DecryptPassword(kept []byte) (string, error) {
	return s.box.Open(kept)
}

// ok: password-can-be-read-back
func (s *Store) HashPassword(typed string) ([]byte, error) {
	return bcrypt.GenerateFromPassword([]byte(typed), 12)
}
