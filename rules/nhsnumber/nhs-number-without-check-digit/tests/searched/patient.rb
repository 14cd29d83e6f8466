class Patient < ApplicationRecord
  def self.look_for(text)
    return search_by_nhs_number(text) if text.match?(/\A\d{10}\z/)

    search_by_name(text)
  end

  def self.looked_for(text)
    if text.match?(/\A\d{10}\z/)
      return find_by_nhs_number(text)
    end

    search_by_name(text)
  end
end
