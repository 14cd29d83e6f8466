def load(patient)
  patient.medications = service.medications(patient)
  # review: error-swallowed-in-clinical-code
rescue StandardError
  nil
end
