class Bed < ApplicationRecord
  audited
end
