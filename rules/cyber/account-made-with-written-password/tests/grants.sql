-- review: account-made-with-written-password
GRANT ALL ON letters.* TO 'letters'@'%' IDENTIFIED BY 'sunflower';
