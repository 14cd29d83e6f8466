CREATE TABLE discharge (id uuid PRIMARY KEY);
