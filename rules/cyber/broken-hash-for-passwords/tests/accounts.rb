# ruleid: broken-hash-for-passwords
old = Digest::SHA1.hexdigest(salt + password)
tag = Digest::MD5.hexdigest(body)
# ok: broken-hash-for-passwords
good = BCrypt::Password.create(password)
