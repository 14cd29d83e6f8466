--changeset wards:letter-name
alter table wards.letter add column kind_temp text;
alter table wards.letter rename name to name_bak;
