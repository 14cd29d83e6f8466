CREATE TABLE discharge_letter (
    id bigint PRIMARY KEY,
    -- ok: record-goes-with-its-author
    patient_id bigint NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    -- ruleid: record-goes-with-its-author
    created_by bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- ok: record-goes-with-its-author
    signed_by bigint REFERENCES users (id) ON DELETE SET NULL
);
-- ruleid: record-goes-with-its-author
ALTER TABLE discharge_letter ADD CONSTRAINT sent_fk FOREIGN KEY (approved_by) REFERENCES app_user (id) ON DELETE CASCADE;
