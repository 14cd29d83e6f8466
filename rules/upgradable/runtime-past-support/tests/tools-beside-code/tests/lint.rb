puts "tests of the pages"
