User.create(otp: 1, activation_code: 2)
otp = rand(100_000..999_999)
