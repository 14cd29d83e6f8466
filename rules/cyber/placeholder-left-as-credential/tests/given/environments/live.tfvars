session_secret = "@Microsoft.KeyVault(VaultName=wards;SecretName=session)"
