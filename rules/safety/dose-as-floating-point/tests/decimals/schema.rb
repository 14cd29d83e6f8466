create_table "p" do |t|
  t.decimal "dose", precision: 12
end
