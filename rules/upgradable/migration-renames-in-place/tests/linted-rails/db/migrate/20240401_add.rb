class Add < ActiveRecord::Migration[8.0]
  def change
    add_column :patients, :given_name, :string
    remove_column :patients, :forename
  end
end
