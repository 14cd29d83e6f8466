account_id  = "999999999999"
environment = "prod"
domain_name = "book.hawthorn-vaccinations.example"
zone_id     = "Z0000000000000EXAMPLE"
