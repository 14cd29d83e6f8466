class Bed < ApplicationRecord
  audited

  def self.close
    where(open: true).update_all(open: false)
  end
end
