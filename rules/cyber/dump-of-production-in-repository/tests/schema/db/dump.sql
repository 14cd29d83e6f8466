create table wards (id int);
