class KeepNhsNumberAsText < ActiveRecord::Migration[6.1]
  def change
    change_column :patients, :nhs_number, :string
  end
end
