# ok: store-credential-in-code
BROKER = "amqp://guest:guest@rabbitmq:5672//"
# ok: store-credential-in-code
RECORDS = "postgresql://letters:letters@db:5432/letters"
