import os

# review: installation-named-in-code
QUEUE = "https://sqs.eu-west-2.amazonaws.com/123456789012/letters"
# ok: installation-named-in-code
VAULT = os.environ.get("VAULT", "https://wards-live.vault.azure.net")
PICTURE = "https://wardslive.blob.core.windows.net/public/logo.png"
PLACEHOLDER = "https://your-name.vault.azure.net"
BUILT = "https://{name}.azurewebsites.net"
SCOPE = "https://ossrdbms-aad.database.windows.net/.default"
