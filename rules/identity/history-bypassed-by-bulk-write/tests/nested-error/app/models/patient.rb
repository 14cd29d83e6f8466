class Patient < ApplicationRecord
  class NotFound < StandardError; end
  class Merged < StandardError
  end

  audited
end
