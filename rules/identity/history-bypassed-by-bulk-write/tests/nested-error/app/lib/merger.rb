class Merger
  def call
    Patient.where(id: ids).update_all(open: false)
  end
end
