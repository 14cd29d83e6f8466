CREATE DATABASE wards;
-- review: account-made-with-written-password
CREATE USER 'wards'@'%' IDENTIFIED BY 'sunflower';
GRANT SELECT, INSERT ON wards.* TO 'wards'@'%';
-- ok: account-made-with-written-password
ALTER USER letters WITH PASSWORD 'XXXXXXXXXXXX';
-- ok: account-made-with-written-password
CREATE USER 'rota'@'%' IDENTIFIED BY '********';
-- ok: account-made-with-written-password
GRANT ALL ON rota.* TO 'rota'@'%' IDENTIFIED BY '????';
-- ok: account-made-with-written-password
INSERT INTO users (username, password) VALUES ('rota', 'xxxxxxxx');
-- review: account-made-with-written-password
ALTER USER letters WITH PASSWORD 'XXXXpostbox';
-- review: account-made-with-written-password
ALTER USER reports WITH PASSWORD '00000000';
