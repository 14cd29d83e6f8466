class Patient < ApplicationRecord
  has_paper_trail
end
