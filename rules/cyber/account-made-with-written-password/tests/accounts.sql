CREATE DATABASE wards;
-- review: account-made-with-written-password
CREATE USER 'wards'@'%' IDENTIFIED BY 'sunflower';
GRANT SELECT, INSERT ON wards.* TO 'wards'@'%';
