CREATE TABLE ward (id uuid);
