puts "wards"
