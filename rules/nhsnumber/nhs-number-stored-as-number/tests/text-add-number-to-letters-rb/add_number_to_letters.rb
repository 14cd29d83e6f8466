class AddNumberToLetters < ActiveRecord::Migration[7.0]
  def change
    add_column :letters, :nhs_number, :string, limit: 10
  end
end
