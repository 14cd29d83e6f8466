class User
  def password_matches?(typed)
    BCrypt::Password.new(digest) == typed
  end
end
