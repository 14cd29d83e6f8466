module Gate
  def self.open?(name, password)
    compare(Digest::SHA256.hexdigest(Settings.gate.name), Digest::SHA256.hexdigest(name)) &
      # ok: home-made-password-check
      ActiveSupport::SecurityUtils.secure_compare(Digest::SHA256.hexdigest(Settings.gate.password), Digest::SHA256.hexdigest(password))
  end
end

class Staff
  def sign_in(password)
    # ruleid: home-made-password-check
    Digest::SHA256.hexdigest(password) == stored
  end
end
