def used_before?(kept, password, salt)
  Digest::SHA1.hexdigest("#{password}#{salt}") == kept \
    || Digest::SHA512.hexdigest("#{password}#{salt}") == kept
end

def same?(kept, password, salt)
  Digest::SHA1.hexdigest("#{password}#{salt}") == kept || BCrypt::Password.new(kept) == password
end
