class Letters::Base < ApplicationRecord
  audited
end
