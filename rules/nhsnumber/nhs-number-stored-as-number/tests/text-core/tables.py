from sqlalchemy import Column, MetaData, String, Table

visits = Table("visit", MetaData(), Column("nhs_number", String(10)))
