package main

const header = "-----BEGIN PRIVATE KEY-----"

func signingKey(ctx context.Context, vault *secrets.Client) ([]byte, error) {
	key, err := vault.Read(ctx, "immunisations/signing-key")
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(string(key), header) {
		return nil, errors.New("what the vault gave is no key in PEM, which starts with -----BEGIN PRIVATE KEY----- in its first line")
	}
	return key, nil
}
