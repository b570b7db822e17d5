-- Demo clinics whose past is being lived through. One that is still here at the next start was cut in the middle.
CREATE TABLE unfinished_pasts (
  clinic_id uuid PRIMARY KEY REFERENCES clinics(id) ON DELETE CASCADE,
  begun_at  timestamptz NOT NULL
);
SELECT isolate_by_clinic(ARRAY['unfinished_pasts']::regclass[]);
