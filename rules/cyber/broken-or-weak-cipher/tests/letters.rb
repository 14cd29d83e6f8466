# ruleid: broken-or-weak-cipher
old = OpenSSL::Cipher.new('des-ede3-cbc')
other = OpenSSL::Cipher.new('aes-256-cbc')
# ok: broken-or-weak-cipher
good = OpenSSL::Cipher.new('aes-256-gcm')
