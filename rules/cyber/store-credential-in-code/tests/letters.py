from sqlalchemy import create_engine

# engine = create_engine("postgresql://old:older1@records/letters")
# ruleid: store-credential-in-code
engine = create_engine("postgresql+psycopg2://letters:p0stbox@records-db:5432/letters")
