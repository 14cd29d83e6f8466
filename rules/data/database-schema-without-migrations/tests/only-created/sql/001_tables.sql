CREATE TABLE ward (name text);
