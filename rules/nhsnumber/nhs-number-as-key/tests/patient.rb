class Patient < ApplicationRecord
  # ruleid: nhs-number-as-key
  self.primary_key = "nhs_number"
end
