class AddNumberToWaits < ActiveRecord::Migration[7.0]
  def change
    # ruleid: nhs-number-stored-as-number
    add_column :waits, :nhs_number, :bigint
    # ok: nhs-number-stored-as-number
    add_column :waits, :weeks, :integer
  end
end
