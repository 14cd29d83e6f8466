class ClassImportsController < ApplicationController
  def approve
    @class_import.changesets.ready.update_all(status: :committing)
    @class_import.update_columns(status: :processed)
    ImportantNotice.where(id: ids).update_all(seen: true)
  end
end
