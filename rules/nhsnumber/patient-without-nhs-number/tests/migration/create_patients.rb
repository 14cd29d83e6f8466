create_table :patients do |t|
  t.string :last_name
  t.date :dob
end
