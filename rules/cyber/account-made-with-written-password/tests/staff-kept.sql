-- CREATE USER old IDENTIFIED BY 'sunflower';
-- ok: account-made-with-written-password
INSERT INTO users (username, password, role) VALUES ('admin', '$2b$12$Q7JtF0q0h3f5w5cR1H9YruB', 'administrator');
-- ok: account-made-with-written-password
INSERT INTO users (username, email) VALUES ('admin', 'admin@example.org');
-- ok: account-made-with-written-password
CREATE USER 'wards'@'%' IDENTIFIED BY '${WARDS_PASSWORD}';
-- ok: account-made-with-written-password
CREATE ROLE letters LOGIN PASSWORD :'letters_password';
-- ok: account-made-with-written-password
CREATE USER reports IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';
-- ok: account-made-with-written-password
CREATE ROLE migrations LOGIN PASSWORD 'PASSWORD_OF_MIGRATIONS';
-- ok: account-made-with-written-password
INSERT INTO users (username, password, active) VALUES ('portal', 'NoLogin', 0);
