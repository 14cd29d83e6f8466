# ruleid: predictable-random-for-a-secret
reset_code = rand(100000..999999)
page = rand(1..10)
# ok: predictable-random-for-a-secret
good = SecureRandom.hex(32)
