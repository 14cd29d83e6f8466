class Appointment < ApplicationRecord
  has_paper_trail

  def self.cancel(clinic)
    where(clinic: clinic).update_all(state: "cancelled")
  end

  def move(time)
    update_columns(starts_at: time)
  end

  def rename(name)
    update(name: name)
  end
end
