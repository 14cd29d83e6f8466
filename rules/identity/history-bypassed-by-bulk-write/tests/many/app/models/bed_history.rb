class BedHistory < ApplicationRecord
  audited
end
