create_table "prescriptions" do |t|
  # review: dose-as-floating-point
  t.float "dose"
  # ok: dose-as-floating-point
  t.decimal "daily_dose", precision: 12, scale: 4
end
