import psycopg2
import pymongo

# ruleid: store-credential-in-code
connection = psycopg2.connect(
    host="records-db",
    user="reports",
    password="m0nthly",
)
client = pymongo.MongoClient("mongodb://records")
