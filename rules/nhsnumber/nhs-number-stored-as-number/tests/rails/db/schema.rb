ActiveRecord::Schema[6.1].define(version: 2022_03_01_100000) do
  create_table "patients", force: :cascade do |t|
    t.string "nhs_number"
  end
end
