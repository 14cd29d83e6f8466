create table audit.entries (at timestamp);
