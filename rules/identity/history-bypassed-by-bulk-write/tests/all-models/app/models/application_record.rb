class ApplicationRecord < ActiveRecord::Base
  audited
end
