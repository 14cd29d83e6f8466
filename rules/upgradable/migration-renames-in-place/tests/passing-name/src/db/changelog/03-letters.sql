--changeset wards:letter-text
alter table wards.letter add column body_temp jsonb;
update wards.letter set body_temp = jsonb_build_object('en', body);
alter table wards.letter drop column body;
alter table wards.letter rename column body_temp to body;
ALTER TABLE "wards"."letter" RENAME COLUMN "new_title" TO "title";
alter table wards.letter rename constraint pk_1 to letter_pk;
alter index letter_ix rename to letter_of_ward;
