def create(name, password, salt)
  User.create(name:, salt:, password: Digest::SHA1.hexdigest("#{password}#{salt}"))
end

def known?(user, password)
  Digest::SHA1.hexdigest("#{password}#{user.salt}") == user.password
end
