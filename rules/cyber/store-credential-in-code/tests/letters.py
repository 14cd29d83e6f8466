from sqlalchemy import create_engine

# engine = create_engine("postgresql://old:older1@records/letters")
# ruleid: store-credential-in-code
engine = create_engine("postgresql+psycopg2://letters:p0stbox@records-db:5432/letters")
# ok: store-credential-in-code
blank = psycopg2.connect(host="records-db", user="letters", password="????????")
# ok: store-credential-in-code
DB_PASSWORD = "--------"
# ok: store-credential-in-code
WORDS = "Server=records-db;User Id=letters;Password=????????;"
# ruleid: store-credential-in-code
FULL = "Server=records-db;User Id=letters;Password=p0stbox;"
