import os

import pika
import psycopg2

# ruleid: store-credential-in-code
sender = pika.PlainCredentials("labs", "labs")
# ok: store-credential-in-code
receiver = pika.PlainCredentials(os.environ["QUEUE_USER"], os.environ["QUEUE_PASSWORD"])


def results():
    # ok: store-credential-in-code
    return psycopg2.connect(host=os.environ["DB_HOST"], dbname="labs", user="labs", password=os.environ["LABS"])


# ok: store-credential-in-code
QUEUE = os.getenv("QUEUE_URL", "amqp://guest:guest@rabbitmq:5672/")
# ok: store-credential-in-code
LOCAL = "postgresql://labs:labs@localhost:5432/labs"
# ok: store-credential-in-code
FILLED = f"postgresql://{os.environ['LABS_USER']}:{os.environ['LABS_PASSWORD']}@records/labs"
# ok: store-credential-in-code
ON_THIS_MACHINE = psycopg2.connect(host="localhost", dbname="labs", user="labs", password="labs123")
# ok: store-credential-in-code
DATABASE = {
    "PASSWORD": config.POSTGRES_PASSWORD,
    "HOST": config.POSTGRES_HOST,
}
