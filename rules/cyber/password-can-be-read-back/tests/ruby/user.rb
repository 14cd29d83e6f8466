class User
  def self.decrypt_password kept
    Box.open(kept)
  end
end
