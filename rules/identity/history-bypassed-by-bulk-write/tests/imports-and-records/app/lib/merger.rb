class Merger
  def call
    import.update_columns(status: :processed)
    patient.consents.update_all(patient_id: kept.id)
  end
end
