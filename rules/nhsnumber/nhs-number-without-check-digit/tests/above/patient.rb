TEN = /\A\d{10}\z/
NHS_NUMBER = TEN
