-- review: account-made-with-written-password
INSERT INTO users (username, password, role) VALUES ('admin', 'sunflower', 'administrator');
