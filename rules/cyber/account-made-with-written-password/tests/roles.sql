-- review: account-made-with-written-password
CREATE ROLE reports WITH LOGIN PASSWORD 'sunflower';
