class Rota < ApplicationRecord
  def close
    update_columns(open: false)
  end
end
